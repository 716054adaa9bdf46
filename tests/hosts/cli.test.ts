import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeNpy } from '#main/hosts/cli/npy.ts';
import { readRunsIn } from '#main/workspace/runs.ts';
import { appRoot, builtProgram } from './builtProgram.ts';
import { connected } from './socketClient.ts';
import { layers as catalogue } from '#shared/layers/index.ts';

let base = '';
beforeAll(async () => {
  await builtProgram();
  base = await mkdtemp(join(tmpdir(), 'strata-cli-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the built command line; `tell` hears its standard output and error as they come. */
function start(args: readonly string[], env: Record<string, string> = {}) {
  const { npm_command: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(appRoot, 'build/main/cli.cjs'), ...args], {
    cwd: base,
    env: { ...inherited, LC_ALL: 'en_US.UTF-8', STRATA_HOME: join(base, 'home'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  const listeners = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    for (const listener of listeners) listener();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    for (const listener of listeners) listener();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
  });
  /** Waits for text on standard output or error. */
  const says = (text: string) =>
    new Promise<void>((resolve) => {
      const listener = () => {
        if (!out.includes(text) && !err.includes(text)) return;
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
      listener();
    });
  return { child, ended, says, output: () => out };
}

const strata = (...args: readonly string[]) => start(args).ended;

async function newSpiral(name: string): Promise<string> {
  const made = await strata('new', '--template', 'playground-spiral', '-o', name);
  expect(made).toEqual({ code: 0, out: `Created ${join(base, name)}\n`, err: '' });
  return join(base, name);
}

const jsonLines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('usage', () => {
  test('help names every command and the exit codes', async () => {
    const help = await strata('--help');
    expect(help.code).toBe(0);
    expect(help.err).toBe('');
    for (const command of [
      ...['templates', 'layers', 'new', 'check', 'summary', 'train'],
      ...['predict', 'export', 'devices', 'serve'],
    ]) {
      expect(help.out).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
      expect((await strata(command, '--help')).code).toBe(0);
    }
    expect(help.out).toContain('Exit codes: 0 done');
  });

  test('Chinese by --lang, before or after the command, and by LANG', async () => {
    for (const help of [
      await strata('--lang', 'zh-CN', 'train', '--help'),
      await strata('train', '--help', '--lang=zh-CN'),
      await start(['train', '--help'], { LC_ALL: '', LANG: 'zh_CN.UTF-8' }).ended,
    ]) {
      expect(help.out).toContain('训练轮数');
    }
    const missing = await strata('summary', 'none.strata', '--lang', 'zh-CN');
    expect(missing.err).toContain(`问题：文件或文件夹 ${join(base, 'none.strata')} 不存在。`);
  });

  test.each([
    [['nonsense']],
    [['train']],
    [['train', 'a.strata', '--epochs', 'many']],
    [['train', 'a.strata', '--epochs', '0']],
    [['export', 'a.strata', '--to', 'fortran', '-o', 'x']],
    [['new', '--template', 'blank']],
    [['--lang', 'fr', 'templates']],
    [['templates', '--colour']],
  ])('%j is wrong usage', async (args) => {
    const wrong = await strata(...args);
    expect(wrong.code).toBe(2);
    expect(wrong.out).toBe('');
    expect(wrong.err).toMatch(/^error: /);
    expect(wrong.err).not.toContain('    at ');
  });
});

describe('usage in Chinese', () => {
  test.each([
    [['nonsense'], '错误：没有命令 nonsense'],
    [['train'], '错误：缺少参数 file'],
    [['train', 'a.strata', '--epochs', '0'], '错误：选项 --epochs <n> 的值无效，可用：1–1000000'],
    [
      ['export', 'a', '--to', 'fortran', '-o', 'x'],
      '错误：选项 --to <target> 的值无效，可用：typescript, tfjs, keras',
    ],
    [['new', '--template', 'blank'], '错误：缺少必需的选项 -o, --output <file>'],
  ])('%j', async (args, text) => {
    const wrong = await strata(...args, '--lang', 'zh-CN');
    expect(wrong).toEqual({ code: 2, out: '', err: `${text}\n` });
  });

  test('titles of the help', async () => {
    const { out } = await strata('serve', '--help', '--lang', 'zh-CN');
    for (const title of ['用法：', '参数：', '选项：']) expect(out).toContain(title);
  });
});

describe('documents', () => {
  test('templates', async () => {
    const list = await strata('templates');
    expect(list.code).toBe(0);
    expect(list.out).toMatch(/^mnist-cnn +MNIST CNN/m);
    const json = JSON.parse((await strata('templates', '--json')).out) as { id: string }[];
    expect(json.map(({ id }) => id)).toContain('playground-spiral');
  });

  test('layers, with their parameters as JSON', async () => {
    const list = await strata('layers');
    expect(list.code).toBe(0);
    expect(list.out).toMatch(/^conv2d +Conv2D +convolution +\S/m);
    const chinese = await strata('layers', '--json', '--lang', 'zh-CN');
    const json = JSON.parse(chinese.out) as { kind: string; doc: string; params: object[] }[];
    expect(json.map(({ kind }) => kind)).toEqual(catalogue.map(({ kind }) => kind));
    const dropout = json.find(({ kind }) => kind === 'dropout');
    expect(dropout?.params[0]).toMatchObject({ name: 'rate', type: 'number', default: 0.5 });
    expect(dropout?.doc).toMatch(/\p{Script=Han}/u);
  });

  test('new overwrites nothing and knows its templates', async () => {
    const path = await newSpiral('new.strata');
    const again = await strata('new', '--template', 'blank', '-o', 'new.strata');
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain(`Problem: ${path} exists already.`);
    const unknown = await strata('new', '--template', 'none', '-o', 'x.strata');
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('There is no template none.');
  });

  test('check finds nothing wrong with a template', async () => {
    await newSpiral('fine.strata');
    expect(await strata('check', 'fine.strata')).toEqual({
      code: 0,
      out: 'No problems.\n',
      err: '',
    });
    expect((await strata('check', 'fine.strata', '--json')).out).toBe('[]\n');
  });

  test('check tells problems on standard output, and ends with 1', async () => {
    const path = await newSpiral('broken.strata');
    const document = JSON.parse(await readFile(path, 'utf8')) as { graph: { edges: unknown[] } };
    document.graph.edges.splice(1, 1);
    await writeFile(path, JSON.stringify(document));
    const told = await strata('check', 'broken.strata');
    expect(told.code).toBe(1);
    expect(told.out).toMatch(/^Problem: /m);
    const json = JSON.parse((await strata('check', 'broken.strata', '--json')).out) as {
      code: string;
      sentence: string;
    }[];
    expect(json.length).toBeGreaterThan(0);
    for (const { code, sentence } of json) expect(sentence).not.toContain(code);
    const training = await strata('train', 'broken.strata');
    expect(training).toMatchObject({ code: 1, out: '' });
  });

  test('check of what is no document', async () => {
    await writeFile(join(base, 'text.strata'), 'hello');
    const told = await strata('check', 'text.strata');
    expect(told.code).toBe(1);
    expect(told.out).toMatch(/^Problem: /);
  });

  test('summary', async () => {
    await newSpiral('summary.strata');
    const table = await strata('summary', 'summary.strata');
    expect(table.code).toBe(0);
    expect(table.out).toMatch(/^dense_1 +Dense +32 +1,056 +1,024$/m);
    expect(table.out).toMatch(
      /^Total: 1,185 parameters \(1,185 trainable\), 1,120 multiply-adds$/m,
    );
    expect(table.out).toMatch(
      /^Memory to train with a batch of \d+: at least [\d.]+ [kM]B \(weights [\d.]+ kB, gradients [\d.]+ kB, optimizer [\d.]+ kB, activations [\d.]+ [kM]B\)$/m,
    );
    const json = JSON.parse((await strata('summary', 'summary.strata', '--json')).out) as {
      totals: { parameterCount: number };
      memory: Record<string, number>;
      layers: { name: string; outputShapes: number[][]; multiplyAdds: number; memory: object }[];
    };
    expect(json.totals.parameterCount).toBe(1185);
    expect(json.memory).toMatchObject({ weightBytes: 4740, gradientBytes: 4740 });
    expect(json.layers.find(({ name }) => name === 'dense')).toMatchObject({
      outputShapes: [[32]],
      multiplyAdds: 64,
      memory: { weightBytes: 384 },
    });
  });

  test('devices', async () => {
    const json = JSON.parse((await strata('devices', '--json')).out) as object[];
    expect(json).toContainEqual(expect.objectContaining({ id: 'wasm', available: true }));
    expect((await strata('devices')).out).toMatch(/^wasm /m);
  });
});

describe('training', () => {
  test('on a device that does not exist leaves nothing behind', async () => {
    await newSpiral('device.strata');
    const refused = await strata('train', 'device.strata', '--device', 'abacus', '--out', 'abacus');
    expect(refused).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(
        /There is no device abacus\.\n.*knows: .*wasm\.\n.*auto/,
      ) as unknown,
    });
    await expect(stat(join(base, 'abacus'))).rejects.toThrow('ENOENT');
    await expect(stat(join(base, 'device.runs'))).rejects.toThrow('ENOENT');
  });

  test('--folds trains every round, and says what they came to', async () => {
    await newSpiral('folds.strata');
    const trained = await strata(
      ...['train', 'folds.strata', '--epochs', '1', '--folds', '3', '--out', 'rounds', '--json'],
    );
    expect(trained.code).toBe(0);
    const lines = jsonLines(trained.out);
    expect(lines.map(({ type }) => type)).toEqual([
      'epoch',
      'done',
      'epoch',
      'done',
      'epoch',
      'done',
      'folds',
    ]);
    const folders = [1, 2, 3].map((round) => join(base, 'rounds', `fold${round}`));
    expect(lines.at(-1)).toMatchObject({ folds: 3, runs: folders });
    const losses = lines.flatMap(({ type, valLoss }) => (type === 'done' ? [Number(valLoss)] : []));
    const { validation } = lines.at(-1) as { validation: { loss: { mean: number } } };
    expect(validation.loss.mean).toBeCloseTo(losses.reduce((sum, loss) => sum + loss, 0) / 3);
    const words = await strata('train', 'folds.strata', '--epochs', '1', '--folds', '2');
    expect(words.out).toMatch(/^Round 1\/2$[^]*^Round 2\/2$[^]*^Validation: .* ± /m);
  });

  test('--batch-size counts, and a model for which memory does not suffice names half of it', async () => {
    expect((await strata('new', '--template', 'mnist-cnn', '-o', 'large.strata')).code).toBe(0);
    const failed = await strata(
      ...['train', 'large.strata', '--device', 'native-cpu', '--batch-size', '1000000'],
    );
    expect(failed.code).not.toBe(0);
    expect(failed.err).toContain('does not fit into memory with a batch size of 1,000,000.');
    expect(failed.err).toMatch(/^Train with smaller batches: .*--batch-size 500000/m);
  });

  test('--json: one object an epoch and a last one, and the run can predict and be exported', async () => {
    await newSpiral('json.strata');
    const run = join(base, 'my-run');
    const trained = await strata(
      ...['train', 'json.strata', '--epochs', '2', '--seed', '7', '--out', 'my-run', '--json'],
    );
    expect(trained.code).toBe(0);
    expect(trained.err).toBe('');
    const lines = jsonLines(trained.out);
    expect(lines.map(({ type }) => type)).toEqual(['epoch', 'epoch', 'done']);
    expect(lines[0]).toMatchObject({ epoch: 1, epochs: 2 });
    for (const key of ['loss', 'metrics', 'valLoss', 'valMetrics', 'elapsedMs']) {
      expect(lines[0]).toHaveProperty(key);
    }
    const done = lines[2];
    expect(done).toMatchObject({ epochs: 2, device: 'native-cpu', reason: 'finished', run });
    expect(done?.loss).toBe(lines[1]?.loss);
    expect(done?.examplesPerSecond).toBeGreaterThan(0);

    await writeFile(join(base, 'in.npy'), writeNpy([2, 2], new Float32Array([0, 0, 1, -1])));
    const predicted = await strata('predict', 'my-run', '--input', 'in.npy', '-o', 'out.json');
    expect(predicted).toMatchObject({ code: 0, err: '' });
    const outputs = JSON.parse(await readFile(join(base, 'out.json'), 'utf8')) as {
      shape: number[];
      values: number[];
    }[];
    expect(outputs[0]?.shape).toEqual([2, 1]);
    await strata('predict', 'my-run', '--input', 'in.npy', '-o', 'out.npy');
    const npy = await readFile(join(base, 'out.npy'));
    expect(npy.readFloatLE(npy.length - 8)).toBe(Math.fround(outputs[0]?.values[0] ?? NaN));

    const exported = await strata('export', 'my-run', '--to', 'tfjs', '-o', 'tfjs');
    expect(exported).toMatchObject({ code: 0, err: '' });
    expect(exported.out).toContain('Verified: it was run on ');
    expect(exported.out).toContain(`Exported to ${join(base, 'tfjs')}`);
    expect(await readdir(join(base, 'tfjs'))).toContain('model.json');
    const again = await strata('export', 'my-run', '--to', 'tfjs', '-o', 'tfjs');
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('is not empty');

    const second = await strata('train', 'json.strata', '--out', 'my-run');
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toContain(`The folder ${run} is not empty.`);
  });

  test('a document as TypeScript, not verified', async () => {
    await newSpiral('code.strata');
    const exported = await strata(
      ...['export', 'code.strata', '--to', 'typescript', '-o', 'code', '--no-verify'],
    );
    expect(exported).toMatchObject({ code: 0, err: '' });
    expect(exported.out).toContain(`Written, not verified, to ${join(base, 'code')}`);
    expect(await readdir(join(base, 'code'))).toContain('package.json');
  });

  test('the same seed gives the same numbers in another process, another seed others', async () => {
    await newSpiral('seed.strata');
    const losses = async (seed: string) => {
      const trained = await strata(
        'train',
        'seed.strata',
        '--epochs',
        '2',
        '--seed',
        seed,
        '--json',
      );
      return jsonLines(trained.out).map(({ loss }) => loss);
    };
    const [one, again, other] = [await losses('1'), await losses('1'), await losses('2')];
    expect(one).toHaveLength(3);
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });

  test('without --json: a line an epoch, and where the run lies', async () => {
    await newSpiral('text.strata-file.strata');
    const trained = await strata('train', 'text.strata-file.strata', '--epochs', '1');
    expect(trained.code).toBe(0);
    expect(trained.out).toMatch(
      /^Epoch 1\/1 {2}loss \d\.\d{4} {2}accuracy \d\.\d{4} {2}validation: /,
    );
    expect(trained.out).toContain(`Run kept in ${join(base, 'text.strata-file.runs')}`);
  });

  test('Ctrl-C stops after the step and keeps what was learned', async () => {
    await newSpiral('stop.strata');
    const running = start([
      'train',
      'stop.strata',
      '--epochs',
      '1000000',
      '--out',
      'stopped',
      '--json',
    ]);
    await running.says('"type":"epoch"');
    running.child.kill('SIGINT');
    const { code, out, err } = await running.ended;
    expect(code).toBe(0);
    expect(err).toContain('Stopping after this step');
    expect(jsonLines(out).at(-1)).toMatchObject({ type: 'done', reason: 'stopped' });
    expect(await readdir(join(base, 'stopped', 'checkpoints', 'last'))).toContain('model.json');
  });

  test('Ctrl-C while the data is read, heard twice from terminal and launcher', async () => {
    const made = await strata('new', '--template', 'mnist-mlp', '-o', 'early.strata');
    expect(made.code).toBe(0);
    const running = start(['train', 'early.strata', '--epochs', '50', '--out', 'early', '--json']);
    // The folder is there: the run has begun.
    while (!(await readdir(base)).includes('early')) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    running.child.kill('SIGINT');
    running.child.kill('SIGINT');
    const { code, out } = await running.ended;
    expect(code).toBe(0);
    expect(jsonLines(out)).toMatchObject([{ type: 'done', reason: 'stopped', epochs: 0 }]);
  });

  test('a program that is killed leaves a run that can be read, and no engine', async () => {
    await newSpiral('killed.strata');
    const running = start(['train', 'killed.strata', '--epochs', '1000000', '--json']);
    await running.says('"epoch":3');
    running.child.kill('SIGKILL');
    await running.ended;
    const runs = await readRunsIn(join(base, 'killed.runs'));
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({
      state: { kind: 'failed', problem: { code: 'core.runInterrupted' } },
      hasWeights: true,
    });
    const before = runs[0]?.epochs.length ?? 0;
    // The third was told, and may not have been written yet.
    expect(before).toBeGreaterThanOrEqual(2);
    // The engine's weights no longer change: it ended with its parent.
    const weights = join(runs[0]?.folder ?? '', 'checkpoints', 'last', 'model.json');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const { mtimeMs } = await stat(weights);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await stat(weights)).mtimeMs).toBe(mtimeMs);
    // A last line cut short, as by a crash in the middle of writing.
    const metrics = join(runs[0]?.folder ?? '', 'metrics.jsonl');
    await writeFile(metrics, `${await readFile(metrics, 'utf8')}{"type":"epoch","epo`);
    expect((await readRunsIn(join(base, 'killed.runs')))[0]?.epochs).toHaveLength(before);
  });
});

describe('serving', () => {
  test('prints an address that works, until Ctrl-C', async () => {
    const running = start(['serve', '--no-open', '--port', '0']);
    await running.says('#token=');
    const url = running.output().trim();
    const client = await connected(url);
    expect(await client.request('hostInfo', {})).toMatchObject({
      ok: true,
      value: { host: 'web' },
    });
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(0);
  });

  test('a port that is taken', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
      });
    });
    const told = await strata('serve', '--no-open', '--port', String(port));
    server.close();
    expect(told).toMatchObject({ code: 1, out: '' });
    expect(told.err).toContain(`Problem: Port ${port} is in use by another program.`);
  });
});
