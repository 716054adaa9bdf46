import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  EngineEvent,
  EngineRequestName,
  EngineRequests,
  FromEngine,
} from '#main/engine/messages.ts';
import { forNode } from '#main/launch/build.mjs';
import type { StrataDocument } from '#shared/document/document.ts';
import { templates } from '#shared/document/templates.ts';
import type { Result } from '#shared/problems/problem.ts';

// Inside the project, so that the bundle finds its packages.
const entry = path.resolve('build/test/engineProcess/engine.cjs');
const folder = mkdtempSync(path.join(tmpdir(), 'strata-engine-'));

beforeAll(async () => {
  await build({
    ...forNode,
    entryPoints: ['main/engine/process.ts'],
    outfile: entry,
  });
});

afterAll(() => {
  for (const engine of engines) engine.child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

interface Engine {
  readonly child: ChildProcess;
  readonly events: EngineEvent[];
  ask<Name extends EngineRequestName>(
    name: Name,
    input: EngineRequests[Name]['input'],
  ): Promise<Result<EngineRequests[Name]['output']>>;
  until(type: EngineEvent['type']): Promise<void>;
  readonly exited: Promise<number | null>;
}

const engines: Engine[] = [];

function start(): Engine {
  const child = fork(entry, ['run'], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const events: EngineEvent[] = [];
  const open = new Map<number, (result: Result<unknown>) => void>();
  const waiting = new Map<string, () => void>();
  child.on('message', (message) => {
    const said = message as FromEngine;
    if (said.type === 'answer') {
      open.get(said.id)?.(said.result);
      return;
    }
    events.push(said.event);
    waiting.get(said.event.type)?.();
  });
  let id = 0;
  const engine: Engine = {
    child,
    events,
    ask: (name, input) =>
      new Promise((resolve) => {
        id++;
        open.set(id, resolve as (result: Result<unknown>) => void);
        child.send({ id, name, input });
      }),
    until: (type) =>
      new Promise((resolve) => {
        if (events.some((event) => event.type === type)) resolve();
        else waiting.set(type, resolve);
      }),
    exited: new Promise((resolve) => {
      child.on('exit', resolve);
    }),
  };
  engines.push(engine);
  return engine;
}

function template(id: string): StrataDocument {
  const found = templates.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No template ${id}.`);
  return found.document;
}

let runs = 0;
function trainInput(
  document: StrataDocument,
  more: Partial<EngineRequests['train']['input']> = {},
): EngineRequests['train']['input'] {
  runs++;
  return {
    document,
    documentFolder: null,
    device: 'auto',
    prefer: null,
    seed: 5,
    epochs: 2,
    runFolder: path.join(folder, `run${runs}`),
    continuing: null,
    ...more,
  };
}

describe('an engine process', () => {
  test('trains, keeps weights and history, and gives the same numbers in another process', async () => {
    const weights: Buffer[] = [];
    for (const seed of [5, 5, 6]) {
      const engine = start();
      const input = trainInput(template('table-binary'), { seed });
      expect(await engine.ask('train', input)).toEqual({ ok: true, value: { reason: 'finished' } });
      expect(engine.events.map(({ type }) => type).filter((type) => type !== 'runBatch')).toEqual([
        'ready',
        'runState',
        'runDevice',
        'runState',
        'runState',
        'runState',
        'runEpoch',
        'runEpoch',
        'runTest',
      ]);
      expect(existsSync(path.join(input.runFolder, 'checkpoints/best/model.json'))).toBe(true);
      expect(existsSync(path.join(input.runFolder, 'preparation.json'))).toBe(true);
      weights.push(readFileSync(path.join(input.runFolder, 'checkpoints/last/weights.bin')));
      engine.child.disconnect();
      expect(await engine.exited).toBe(0);
    }
    expect(weights[1]).toEqual(weights[0]);
    expect(weights[2]).not.toEqual(weights[0]);
  });

  test('stops while it trains, and then predicts with what it has learned', async () => {
    const engine = start();
    const document = template('table-binary');
    const input = trainInput(document, { epochs: 100_000 });
    const training = engine.ask('train', input);
    await engine.until('runEpoch');
    expect(await engine.ask('pause', null)).toEqual({ ok: true, value: null });
    expect(await engine.ask('resume', null)).toEqual({ ok: true, value: null });
    expect(await engine.ask('stop', null)).toEqual({ ok: true, value: null });
    expect(await training).toEqual({ ok: true, value: { reason: 'stopped' } });
    expect(await engine.ask('stop', null)).toMatchObject({ problem: { code: 'run.none' } });

    const inputPath = path.join(folder, 'rows.npy');
    const head = "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 8), }".padEnd(117) + '\n';
    writeFileSync(
      inputPath,
      Buffer.concat([
        Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, head.length, 0]),
        Buffer.from(head),
        Buffer.from(Float32Array.from({ length: 24 }, (_, i) => i / 24).buffer),
      ]),
    );
    const weights = { folder: path.join(input.runFolder, 'checkpoints/last') };
    const predicted = await engine.ask('predict', { document, weights, inputPath });
    expect(predicted).toMatchObject({ ok: true, value: { outputs: [{ shape: [3, 1] }] } });
    const values = predicted.ok ? predicted.value.outputs[0]?.values : undefined;
    expect(values).toBeInstanceOf(Float32Array);
    expect(values?.every((value) => value > 0 && value < 1)).toBe(true);
  });

  test('tells what its devices and data are', async () => {
    const engine = start();
    expect(await engine.ask('listDevices', null)).toMatchObject({
      ok: true,
      value: [
        { id: 'cuda' },
        { id: 'native-cpu', version: '2.21.0' },
        { id: 'webgpu' },
        { id: 'wasm', unavailable: null, version: '4.22.0' },
      ],
    });
    const document = template('mnist-mlp');
    expect(await engine.ask('inspectData', { document, documentFolder: null })).toMatchObject({
      ok: true,
      value: {
        features: [
          { name: 'image', shape: [28, 28, 1], dtype: 'uint8', classes: null },
          { name: 'label', shape: [], dtype: 'int32', classes: { length: 10 } },
        ],
        trainCount: 60_000,
        testCount: 10_000,
      },
    });
  });

  test.each([
    ['an unknown device', { device: 'abacus' }, 'device.unknown'],
    ['no data', { document: template('blank') }, 'data.noSource'],
    ['data that are not there', { document: template('cifar10-cnn') }, 'data.sourceIncomplete'],
    ['a document that is none', { document: {} as StrataDocument }, 'engine.internal'],
  ])('answers %s with a problem and lives on', async (_, more, code) => {
    const engine = start();
    const input = trainInput(template('table-binary'), more);
    expect(await engine.ask('train', input)).toMatchObject({ ok: false, problem: { code } });
    expect(await engine.ask('listDevices', null)).toMatchObject({ ok: true });
  });

  test('ends when its parent lets go, even while it trains', async () => {
    const engine = start();
    void engine.ask('train', trainInput(template('table-binary'), { epochs: 100_000 }));
    await engine.until('runEpoch');
    engine.child.disconnect();
    expect(await engine.exited).toBe(0);
  });
});
