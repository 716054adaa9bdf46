// Builds what is stale: the page with Vite, the processes with esbuild. `node main/launch/build.mjs [--force] [--page | --program]`.
// Staleness is judged by the names, sizes and times of the sources, so that a start with nothing to do takes milliseconds.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** How esbuild makes one file for Node of a module of main/ and of what it imports; packages stay outside. */
export const forNode = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  // What @tensorflow/tfjs wants.
  format: 'cjs',
  packages: 'external',
  // `import.meta.url` does not exist in CommonJS.
  define: { 'import.meta.url': '__strataModuleUrl' },
  banner: { js: "const __strataModuleUrl = require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
};

/** Bundles of main/: output name to entry. All are CommonJS, which @tensorflow/tfjs and Electron's sandboxed preload want. */
const bundles = {
  cli: 'main/hosts/cli/cli.ts',
  electron: 'main/hosts/electron/main.ts',
  engine: 'main/engine/process.ts',
  augmentWorker: 'main/engine/feed/augmentWorker.ts',
};

/** The window's preload, bundled apart: in its sandbox nothing but electron can be required. */
const preload = { preload: 'main/hosts/electron/preload.ts' };

/** Sources that exported projects carry as they are. */
const carried = [
  'shared/data/arithmetic',
  'shared/data/generators',
  'shared/data/python',
  'shared/training/schedules/rates',
  'main/engine/compile/learningRate.ts',
  'main/engine/formats/kerasProject',
  'main/engine/formats/project',
  'main/engine/layers',
];

const parts = [
  {
    name: 'page',
    sources: ['renderer', 'shared', 'resources', 'vite.config.ts', 'package-lock.json'],
    output: 'build/renderer/index.html',
    run: buildPage,
  },
  {
    name: 'program',
    sources: ['main', 'shared', 'resources', 'package.json', 'package-lock.json'],
    output: 'build/main/cli.cjs',
    run: buildProgram,
  },
];

function* files(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) return void (yield path);
  for (const name of readdirSync(path).sort()) yield* files(join(path, name));
}

function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of files(join(root, source))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      const { size, mtimeMs } = statSync(file);
      hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

async function buildPage() {
  const { build } = await import('vite');
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'renderer'),
    logLevel: 'warn',
  });
}

async function buildProgram() {
  const { build } = await import('esbuild');
  // Built beside and moved into place, so that a process that starts meanwhile finds the old or the new, never half.
  const output = join(root, 'build/main.next');
  rmSync(output, { recursive: true, force: true });
  const common = {
    ...forNode,
    outdir: output,
    outExtension: { '.js': '.cjs' },
    target: 'node20',
    sourcemap: 'linked',
  };
  await build({ ...common, entryPoints: bundles, loader: { '.strata': 'json' } });
  // Runs in the page's sandbox: nothing of Node.
  await build({ ...common, entryPoints: preload, define: {}, banner: {} });
  for (const folder of carried) {
    if (!existsSync(join(root, folder))) continue;
    cpSync(join(root, folder), join(output, 'sources', folder), {
      recursive: true,
      filter: (path) => !/\.test\.ts$/.test(path),
    });
  }
  const place = join(root, 'build/main');
  rmSync(`${place}.old`, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, `${place}.old`);
  renameSync(output, place);
  rmSync(`${place}.old`, { recursive: true, force: true });
}

/**
 * Builds the parts that are stale.
 * @param {{ force?: boolean, only?: 'page' | 'program', say?: (line: string) => void }} options
 *   `say` hears one line for each part that is built.
 */
export async function buildStale({ force = false, only, say = () => {} } = {}) {
  mkdirSync(join(root, 'build'), { recursive: true });
  const release = await takeLock();
  try {
    await buildParts({ force, only, say });
  } finally {
    release();
  }
}

/** Two starts at once must not build over one another: the second waits for the first. */
async function takeLock() {
  const lock = join(root, 'build/.lock');
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch {
      // Left behind by a build that was killed: its process is gone.
      if (!isRunning(lock)) rmSync(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function isRunning(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // Empty for the moment between its creation and its writing.
    if (!pid) return Date.now() - statSync(lock).mtimeMs < 5000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function buildParts({ force, only, say }) {
  for (const part of parts) {
    if (only && part.name !== only) continue;
    const stamp = join(root, `build/${part.name}.stamp`);
    const now = fingerprint(part.sources);
    const then = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
    if (!force && now === then && existsSync(join(root, part.output))) continue;
    const started = Date.now();
    rmSync(stamp, { force: true });
    await part.run();
    writeFileSync(stamp, now);
    say(`Built the ${part.name} in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildStale({
    force: process.argv.includes('--force'),
    only: parts.map((part) => part.name).find((name) => process.argv.includes(`--${name}`)),
    say: console.log,
  });
}
