// `npm run dist`: packages the program for this platform with electron-builder. Arguments go to electron-builder.
// Where its installer tools cannot be downloaded, the plain program folder is made and the reason is said.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildStale, root } from './build.mjs';

function build(args) {
  const cli = join(root, 'node_modules/electron-builder/cli.js');
  const child = spawn(process.execPath, [cli, '--publish', 'never', ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

/** The processor's library goes into the package; without it, the program offers to install it. */
function carryEngine() {
  const child = spawn(
    process.execPath,
    [join(root, 'build/main/cli.cjs'), 'devices', 'install', 'native-cpu'],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        STRATA_APP_ROOT: root,
        STRATA_ENGINES: join(root, '.cache', 'engines'),
      },
    },
  );
  return new Promise((resolve) => child.on('exit', (code) => resolve(code === 0)));
}

await buildStale({ say: console.log });
if (!(await carryEngine())) console.error('The package is made without the processor’s library.');
const args = process.argv.slice(2);
let code = await build(args);
if (code !== 0 && !args.includes('--dir')) {
  console.error('No installer could be made (see above); making the program folder alone.');
  code = await build(['--dir', ...args]);
}
process.exit(code);
