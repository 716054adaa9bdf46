// Makes the Python in which the benchmark runs Keras, on TensorFlow and on JAX: a virtual environment in .cache/, with the
// versions of requirements.txt (about 500 MB to fetch).
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url));

/** The python of the benchmark, made first if it is missing. Throws where pip cannot install. */
export async function ensureBenchPython() {
  const text = await readFile(requirements, 'utf8');
  const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const folder = join(root, '.cache', `bench-${version}`);
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const ready = join(folder, 'ready');
  if (existsSync(ready)) return python;
  console.error('Installing Keras, TensorFlow and JAX for the comparison …');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(root, '.cache'), { recursive: true });
  await run(process.platform === 'win32' ? 'python' : 'python3', ['-m', 'venv', folder]);
  const wheels = join(root, '.cache', 'wheels');
  const links = existsSync(wheels) ? ['--find-links', wheels] : [];
  const install = ['-m', 'pip', 'install', '--disable-pip-version-check', '-q', ...links];
  await run(python, [...install, '-r', requirements]);
  await writeFile(ready, '');
  return python;
}
