import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { tellingProgress } from '#main/engine/data/dataWork.ts';
import { smallDocument } from '#main/engine/data/examples/documentForTests.ts';
import type { EngineEvent } from '#main/engine/messages.ts';
import { openRunDevice, prepareRun } from '#main/engine/train/prepareRun.ts';
import type { Feature } from '#shared/data/feature.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

const rowCount = 30_000;

const folder = mkdtempSync(path.join(tmpdir(), 'strata-prepare-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const feature = (name: string, role: Feature['role']): Feature => ({
  name,
  role,
  kind: 'number',
  shape: [],
  dtype: 'float32',
  classes: null,
});

/** Prepares a table that has something to learn of; `tell` hears how far it is. */
async function prepare(
  tell: Parameters<typeof prepareRun>[5],
  signal = new AbortController().signal,
) {
  const file = path.join(folder, 'table.csv');
  const lines = Array.from({ length: rowCount }, (_, row) => `${row % 97},${row % 2}`);
  writeFileSync(file, ['a,y', ...lines].join('\n'));
  const document = smallDocument({
    shape: [1],
    units: 1,
    loss: 'meanSquaredError',
    data: {
      source: { kind: 'table', params: { file } },
      features: [feature('a', 'input'), feature('y', 'target')],
      steps: [{ kind: 'standardize', features: ['a'], params: {} }],
      bindings: { inputs: { x: ['a'] }, outputs: { y: 'y' } },
    },
  });
  const facts = inferGraph(document.graph, document.blocks);
  const input = { document, documentFolder: null, device: 'wasm', seed: 1 };
  const device = await openRunDevice(input, facts);
  if (!device.ok) throw new Error(JSON.stringify(device.problem));
  const prepared = await prepareRun(device.value, facts, input, () => undefined, signal, tell);
  if (prepared.ok) await prepared.value.loaded.close();
  device.value.close();
  return prepared;
}

describe('preparing a run', () => {
  test('tells how far learning and preparing are', async () => {
    const told: [string, number][] = [];
    const prepared = await prepare((step, fraction) => {
      told.push([step, fraction]);
    });
    expect(prepared.ok).toBe(true);
    const steps = told.map(([step]) => step).filter((step) => step !== 'reading');
    expect([...new Set(steps)]).toEqual(['fitting', 'preparing']);
    for (const step of ['fitting', 'preparing']) {
      const fractions = told.filter(([name]) => name === step).map(([, fraction]) => fraction);
      expect(fractions.length).toBeGreaterThan(1);
      expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
      expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
    }
  });

  test('ends when it is stopped on the way', async () => {
    const stop = new AbortController();
    const told: string[] = [];
    const prepared = await prepare((step) => {
      told.push(step);
      if (step === 'fitting') stop.abort();
    }, stop.signal);
    expect(prepared.ok).toBe(false);
    expect(told).not.toContain('preparing');
  });
});

test('progress becomes events ten times a second at most, and the end of a step at once', async () => {
  const events: EngineEvent[] = [];
  const tell = tellingProgress((event) => events.push(event));
  for (let index = 0; index < 50; index += 1) tell('preparing', index / 50);
  tell('preparing', 1);
  await new Promise((resolve) => setTimeout(resolve, 120));
  tell('writing', 0.5);
  expect(events).toEqual([
    { type: 'dataProgress', progress: { step: 'preparing', fraction: 0 } },
    { type: 'dataProgress', progress: { step: 'preparing', fraction: 1 } },
    { type: 'dataProgress', progress: { step: 'writing', fraction: 0.5 } },
  ]);
});
