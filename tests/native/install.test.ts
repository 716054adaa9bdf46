// Installing, repairing and refusing, with the real pip, compiler and library, through the built command line.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chmod,
  copyFile,
  link,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appRoot, builtProgram } from '../hosts/builtProgram.ts';
import { smallDisk } from '../hosts/smallDisk.ts';
import { findProgram } from '../setup/packages.mjs';

const engine = 'native-cpu-2.21.0';
/** Where pip finds nobody. */
const offline = { PIP_INDEX_URL: 'http://127.0.0.1:9/simple', PIP_EXTRA_INDEX_URL: '' };
const longMs = 600_000;

let base = '';
beforeAll(async () => {
  await builtProgram();
  // Beside the installed engine, so that its large files can be linked instead of copied.
  await mkdir(sharedEngines(), { recursive: true });
  base = await mkdtemp(path.join(sharedEngines(), 'test-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

function sharedEngines(): string {
  return process.env.STRATA_ENGINES ?? path.join(appRoot, '.cache/engines');
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(
  args: readonly string[],
  env: Record<string, string>,
  onSaid: (text: string, child: ChildProcess) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(process.execPath, [path.join(appRoot, 'build/main/cli.cjs'), ...args], {
    cwd: base,
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', STRATA_HOME: path.join(base, 'home'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ended.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ended.err += text;
    onSaid(text, child);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code, ...ended });
    });
  });
}

/** A folder of engines of this test's own. */
async function newEngines(): Promise<string> {
  return realpath(await mkdtemp(path.join(base, 'engines-')));
}

const install = (engines: string, env: Record<string, string> = {}) =>
  start(['devices', 'install', 'native-cpu'], { STRATA_ENGINES: engines, ...env });

async function train(engines: string, device: string, env: Record<string, string> = {}) {
  const folder = await mkdtemp(path.join(base, 'run-'));
  const file = path.join(folder, 'net.strata');
  const at = { STRATA_ENGINES: engines, ...env };
  expect((await start(['new', '--template', 'playground-spiral', '-o', file], at)).code).toBe(0);
  const ended = await start(['train', file, '--device', device, '--epochs', '2', '--json'], at);
  const last = ended.out.trim().split('\n').at(-1) ?? '';
  return { ...ended, last: JSON.parse(last) as Record<string, unknown> };
}

/** The installed engine again, with its large files linked. Damage replaces files, it never writes into them. */
async function linkedEngine(): Promise<{ engines: string; folder: string }> {
  const source = path.join(sharedEngines(), engine);
  const engines = await newEngines();
  const folder = path.join(engines, engine);
  for (const name of await readdir(source, { recursive: true })) {
    const from = path.join(source, name);
    const found = await stat(from);
    if (found.isDirectory()) {
      await mkdir(path.join(folder, name), { recursive: true });
      continue;
    }
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    if (found.size > 1_000_000) {
      await link(from, path.join(folder, name));
      continue;
    }
    await copyFile(from, path.join(folder, name));
    const manifest = await readFile(path.join(source, 'engine.json'), 'utf8');
    const { files } = JSON.parse(manifest) as { files: { path: string; mtimeMs: number }[] };
    const time = files.find((file) => file.path === name)?.mtimeMs;
    if (time !== undefined) await setTime(path.join(folder, name), time);
  }
  // Copies lose fractions of a millisecond; installing again compares contents and notes the times.
  expect((await install(engines, offline)).code).toBe(0);
  return { engines, folder };
}

function setTime(file: string, mtimeMs: number): Promise<void> {
  return utimes(file, mtimeMs / 1000, mtimeMs / 1000);
}

/** Lets the manifest hold the time that a file has now. */
async function noteTime(folder: string, name: string): Promise<void> {
  const manifest = path.join(folder, 'engine.json');
  const read = JSON.parse(await readFile(manifest, 'utf8')) as {
    files: { path: string; mtimeMs: number }[];
  };
  const { mtimeMs } = await stat(path.join(folder, name));
  const files = read.files.map((file) => (file.path === name ? { ...file, mtimeMs } : file));
  await writeFile(manifest, JSON.stringify({ ...read, files }));
}

/** A folder for PATH that holds just these programs. */
async function onlyPrograms(...names: readonly string[]): Promise<string> {
  const folder = await mkdtemp(path.join(base, 'path-'));
  for (const name of names) {
    const found = findProgram(name);
    if (found === null) throw new Error(`${name} is not there`);
    await symlink(found, path.join(folder, name));
  }
  return folder;
}

test(
  'a new machine: cancelled, gone on with, and trained with; then it is there at once',
  { timeout: longMs },
  async () => {
    const engines = await newEngines();
    const listed = await start(['devices', '--json'], { STRATA_ENGINES: engines });
    const before = (JSON.parse(listed.out) as { id: string }[]).find(
      ({ id }) => id === 'native-cpu',
    );
    expect(before).toMatchObject({
      available: false,
      install: { downloadBytes: 273_829_956, hindrance: null },
    });

    const cancelled = await start(
      ['devices', 'install', 'native-cpu'],
      { STRATA_ENGINES: engines },
      (text, child) => {
        if (text.includes('Compiling')) child.kill('SIGINT');
      },
    );
    expect(cancelled.code).toBe(1);
    expect(cancelled.err).toContain('Installing was cancelled.');
    expect(await readdir(engines)).toEqual([`${engine}.part`]);

    // What was fetched is kept: the rest needs no network.
    const installed = await install(engines, offline);
    expect(installed).toMatchObject({ code: 0, out: 'native-cpu: can be used now\n' });
    expect(await readdir(engines)).toEqual([engine]);

    const trained = await train(engines, 'native-cpu', offline);
    expect(trained.last).toMatchObject({ type: 'done', device: 'native-cpu', epochs: 2 });
    // Nobody asked for another device: the fastest is taken.
    expect((await train(engines, 'auto', offline)).last).toMatchObject({ device: 'native-cpu' });
  },
);

describe('what is missing is named in one sentence', () => {
  test('no library: the device is refused, and auto trains on the portable engine', async () => {
    const engines = await newEngines();
    const refused = await train(engines, 'native-cpu');
    expect(refused.last).toMatchObject({ type: 'failed', code: 'device.notInstalled' });
    expect(refused.err).toContain('The library of this device is not installed.');
    expect((await train(engines, 'auto')).last).toMatchObject({ type: 'done', device: 'wasm' });
  });

  test('no pip', async () => {
    const PATH = await onlyPrograms('g++', 'as', 'ld');
    const ended = await install(await newEngines(), { PATH });
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('there is no pip on this machine');
    expect(ended.err).toContain('apt install python3-pip');
  });

  test('no compiler', { timeout: longMs }, async () => {
    const PATH = await onlyPrograms('python3', 'bash');
    const ended = await install(await newEngines(), { PATH });
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('there is no C++ compiler on this machine');
    expect(ended.err).toContain('apt install g++');
  });

  test('no network', { timeout: longMs }, async () => {
    const ended = await install(await newEngines(), offline);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('tensorflow-cpu 2.21.0 cannot be fetched');
    expect(ended.err).toContain('Meanwhile the portable engine trains.');
  });

  test('no space', async ({ skip }) => {
    const disk = await smallDisk(50_000_000);
    if (disk === null) return skip();
    try {
      const ended = await install(disk.folder, offline);
      expect(ended.code).toBe(1);
      expect(ended.err).toContain(`There is not enough space in ${disk.folder}.`);
      expect(ended.err).toMatch(/Installing takes 1\.\d+ GB/);
    } finally {
      await disk.remove();
    }
  });

  test('no GPU, and nothing to install', async () => {
    const PATH = await onlyPrograms('g++');
    const cuda = await start(['devices', 'install', 'cuda'], { PATH });
    expect(cuda.err).toContain('No NVIDIA GPU answers on this machine.');
    const wasm = await start(['devices', 'install', 'wasm'], {});
    expect(wasm.err).toContain('The device wasm has nothing to install.');
  });
});

describe('damage is found and repaired, and only that is fetched', () => {
  const binding = 'tfjs_binding.node';

  test('a binding that was cut short is compiled again, without a network', async () => {
    const { engines, folder } = await linkedEngine();
    const file = path.join(folder, binding);
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, 1000));
    const listed = await start(['devices'], { STRATA_ENGINES: engines });
    expect(listed.out).toMatch(/native-cpu .* can be installed/);
    expect((await train(engines, 'native-cpu', offline)).last).toMatchObject({
      type: 'done',
      device: 'native-cpu',
    });
    expect((await stat(file)).size).toBe(whole.length);
  });

  test('one that looks right and cannot be loaded, too', async () => {
    const { engines, folder } = await linkedEngine();
    const file = path.join(folder, binding);
    const { size, mtimeMs } = await stat(file);
    await writeFile(file, Buffer.alloc(size, 7));
    await chmod(file, 0o755);
    await setTime(file, mtimeMs);
    // The time a file system keeps may be finer than what can be set; the manifest follows.
    await noteTime(folder, binding);
    expect((await train(engines, 'native-cpu', offline)).last).toMatchObject({
      type: 'done',
      device: 'native-cpu',
    });
  });

  test('a library that is missing is fetched again', { timeout: longMs }, async () => {
    const { engines, folder } = await linkedEngine();
    const file = path.join(folder, 'tensorflow/libtensorflow_framework.so.2');
    const { size } = await stat(file);
    await rm(file);
    const without = await train(engines, 'native-cpu', offline);
    expect(without.last).toMatchObject({ type: 'failed', code: 'install.noNetwork' });
    // The rest of the program goes on.
    expect((await train(engines, 'auto', offline)).last).toMatchObject({ device: 'wasm' });
    const trained = await train(engines, 'native-cpu');
    expect(trained.last).toMatchObject({ type: 'done', device: 'native-cpu' });
    expect((await stat(file)).size).toBe(size);
  });
});

test('a load that ended its process is followed by a comparison of hashes', async () => {
  const { engines, folder } = await linkedEngine();
  const file = path.join(folder, 'tfjs_binding.node');
  const { size, mtimeMs } = await stat(file);
  await writeFile(file, Buffer.alloc(size, 7));
  await setTime(file, mtimeMs);
  await noteTime(folder, 'tfjs_binding.node');
  // Left by a process that is gone.
  await writeFile(`${folder}.loading`, '999999999');
  expect((await train(engines, 'native-cpu', offline)).last).toMatchObject({ type: 'done' });
  expect(await readdir(engines)).toEqual([engine]);
});
