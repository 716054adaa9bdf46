// `npm start`: builds what is stale and opens the program: the Electron window where there is a display, else the page in a
// browser. `-- --electron` or `-- --web` force one; further arguments go to the program (`npm start -- my.strata`).
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildStale, root } from './build.mjs';
import { fetchElectron, installedElectron } from './electronBinary.mjs';

const options = process.argv.slice(2);
const wants = (name) => options.includes(name);
const ours = ['--web', '--electron', '--no-install'];
const others = options.filter((option) => !ours.includes(option));
// A source checkout has no library for the processor yet: it is fetched in the background once the page is up.
const install = wants('--no-install') ? {} : { STRATA_AUTO_INSTALL: '1' };

if (wants('--web') && wants('--electron')) {
  console.error('--web and --electron exclude each other: give one of them.');
  process.exit(2);
}

/** Why no window can be shown here, or null. */
function noDisplay() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
    return null;
  return 'there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)';
}

function run(command, args, env = {}) {
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, STRATA_APP_ROOT: root, ...install, ...env },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) =>
    child.on('exit', (code, signal) => resolve(signal ? 0 : (code ?? 3))),
  );
}

async function openWindow() {
  const electron = installedElectron() ?? (await fetchElectron());
  // Chromium's own sandbox refuses to run as root; the page stays sandboxed from Node all the same.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  // Some devices work in a plain Node only: this one is.
  const env = { STRATA_NODE: process.execPath };
  return run(electron, [...(asRoot ? ['--no-sandbox'] : []), root, ...others], env);
}

await buildStale({ say: console.log });

let why = wants('--web') ? null : noDisplay();
if (!wants('--web') && !why) {
  try {
    process.exit(await openWindow());
  } catch (error) {
    why = error.message;
  }
}
if (why && wants('--electron')) {
  console.error(`The Electron window cannot be opened: ${why}`);
  process.exit(1);
}
if (why) console.log(`Opening in the browser, since ${why}`);
process.exit(await run(process.execPath, [join(root, 'build/main/cli.cjs'), 'serve', ...others]));
