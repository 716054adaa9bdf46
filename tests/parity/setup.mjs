// Makes a Python with the real Keras for the parity tests and for the exported Keras scripts: a virtual environment in .cache/,
// with the versions of requirements.txt. Keras runs on JAX: of its backends the smallest that is complete on a CPU.
// `node tests/parity/setup.mjs` prints the path of its python.
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ensurePackages, findProgram } from '../setup/packages.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url));
const longestInstallMs = 15 * 60_000;

/** Scripts import keras without a word about backends; this makes theirs the one that is installed. */
const siteCustomize = `import os

os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("JAX_PLATFORMS", "cpu")
`;

/**
 * The python of the test environment, made first if it is missing (about 170 MB to fetch, 700 MB on disk).
 * @param {(line: string) => void} say hears progress
 * @returns {Promise<string>} path
 * @throws {Error} with one plain sentence where it cannot be had
 */
export async function ensureKeras(say = console.error) {
  const text = await readFile(requirements, 'utf8');
  const version = createHash('sha256')
    .update(text)
    .update(siteCustomize)
    .digest('hex')
    .slice(0, 12);
  const folder = join(root, '.cache', `keras-${version}`);
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const ready = join(folder, 'ready');
  if (existsSync(ready)) return python;

  const lock = `${folder}.lock`;
  await mkdir(join(root, '.cache'), { recursive: true });
  while (!(await take(lock))) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (existsSync(ready)) return python;
  }
  try {
    await make(folder, python, say);
    await writeFile(ready, '');
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
  return python;
}

/** Two test files may ask at once: the one that makes the folder builds, the other waits. */
async function take(lock) {
  try {
    await mkdir(lock);
    return true;
  } catch {
    const age = await stat(lock).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > longestInstallMs) await rm(lock, { recursive: true, force: true });
    return false;
  }
}

async function make(folder, python, say) {
  await ensurePackages('Python', ['python3', 'python3-venv'], whatPythonLacks);
  say('Keras: making a virtual environment …');
  await rm(folder, { recursive: true, force: true });
  await run(systemPython(), ['-m', 'venv', folder]);
  say('Keras: installing Keras on JAX (about 170 MB to fetch) …');
  await install(python, say);
  const { stdout } = await run(python, [
    '-c',
    'import sysconfig; print(sysconfig.get_paths()["purelib"])',
  ]);
  await writeFile(join(stdout.trim(), 'sitecustomize.py'), siteCustomize);
}

function systemPython() {
  return findProgram('python3', 'python') ?? 'python3';
}

async function whatPythonLacks() {
  const check = 'import sys, venv, ensurepip; sys.exit(0 if sys.version_info >= (3, 11) else 3)';
  try {
    await run(systemPython(), ['-c', check]);
    return null;
  } catch (error) {
    if (error.code === 'ENOENT') return 'python3 is not installed';
    return error.code === 3
      ? 'it is older than 3.11'
      : 'its modules venv and ensurepip are missing';
  }
}

function install(python, say) {
  const pip = spawn(
    python,
    [
      '-m',
      'pip',
      'install',
      '--disable-pip-version-check',
      '--progress-bar',
      'off',
      '-r',
      requirements,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let lastError = '';
  createInterface({ input: pip.stdout }).on('line', (line) => {
    const package_ = /^Collecting (\S+)/.exec(line)?.[1];
    if (package_) say(`Keras: ${package_}`);
    if (line.startsWith('Installing')) say('Keras: unpacking …');
  });
  createInterface({ input: pip.stderr }).on('line', (line) => {
    if (line.startsWith('ERROR')) lastError ||= line;
  });
  return new Promise((resolve, reject) => {
    pip.on('error', reject);
    pip.on('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `Keras cannot be installed with pip, and the parity tests need it. ${lastError || `pip ended with ${code}.`}`,
          ),
        );
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await ensureKeras());
