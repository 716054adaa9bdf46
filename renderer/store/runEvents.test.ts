import { describe, expect, test } from 'vitest';
import type { HostEvent } from '#shared/protocol/events.ts';
import type { BatchRecord, RunInfo } from '#shared/protocol/types.ts';
import { blankDocument } from '#renderer/store/blankDocument.ts';
import { eventQueue } from '#renderer/store/eventQueue.ts';
import { takeEvent } from '#renderer/store/runEvents.ts';

const run: RunInfo = {
  id: 'run-1',
  number: 1,
  documentId: 'document-1',
  documentName: 'mnist-cnn',
  folder: '/runs/run-1',
  startedAtMs: 0,
  state: { kind: 'preparing', what: 'engine' },
  device: 'auto',
  seed: 1,
  epochs: [],
  test: null,
  document: blankDocument,
  hasWeights: false,
  hasCheckpoint: false,
};
const nothing = {
  runs: [],
  batch: null,
  batchRun: null,
  runData: null,
  batchTrace: [],
  runLogs: {},
  exportProgress: null,
  isStartingRun: false,
};
const started: HostEvent = { name: 'runStarted', sequence: 1, data: { run } };

function batchEvent(batch: number, runId = 'run-1', sequence = batch): HostEvent {
  const record: BatchRecord = {
    epoch: 2,
    epochs: 3,
    batch,
    batches: 4,
    loss: 1 / batch,
    metrics: {},
    examplesPerSecond: 100,
    elapsedMs: 10,
    remainingMs: 20,
  };
  return { name: 'runBatch', sequence, data: { runId, record } };
}

describe('takeEvent', () => {
  test('a run of this document appears', () => {
    expect(takeEvent(nothing, started, 'document-1').runs).toEqual([run]);
  });

  test('a run that goes on keeps its place, and its batches are known as its own', () => {
    const newer: RunInfo = { ...run, id: 'run-2', number: 2 };
    const before = {
      ...nothing,
      runs: [newer, { ...run, test: { loss: 1, metrics: {}, examples: 3 } }],
    };
    const state = takeEvent(before, started, 'document-1');
    expect(state.runs).toEqual([newer, run]);
    expect(state.batchRun).toBe('run-1');
    expect(takeEvent({ ...state, batchRun: null }, batchEvent(1), 'document-1').batchRun).toBe(
      'run-1',
    );
  });

  test('a run of another document does not', () => {
    expect(takeEvent(nothing, started, 'document-2')).toBe(nothing);
  });

  test('how far the data of a run are is known until its next state', () => {
    const progress = { step: 'preparing', fraction: 0.43, runId: 'run-1' } as const;
    const told: HostEvent = { name: 'dataProgress', sequence: 2, data: progress };
    const data = { runId: 'run-1', state: { kind: 'training' } } as const;
    const running = takeEvent(nothing, started, 'document-1');
    const preparing = takeEvent(running, told, 'document-1');
    expect(preparing.runData).toEqual(progress);
    const training = takeEvent(preparing, { name: 'runState', sequence: 3, data }, 'document-1');
    expect(training.runData).toBe(null);
    expect(training.runs[0]?.state).toEqual(data.state);
    expect(takeEvent(nothing, told, 'document-1')).toBe(nothing);
  });

  test('between the rounds of a cross-validation nothing else is started', () => {
    const round = { series: 'one', round: 1, rounds: 2 };
    const done = (reason: 'finished' | 'stopped'): HostEvent => ({
      name: 'runState',
      sequence: 2,
      data: { runId: 'run-1', state: { kind: 'done', reason } },
    });
    const first: HostEvent = { ...started, data: { run: { ...run, round } } };
    const running = takeEvent(nothing, first, 'document-1');
    expect(takeEvent(running, done('stopped'), 'document-1').isStartingRun).toBe(false);
    const between = takeEvent(running, done('finished'), 'document-1');
    expect(between.isStartingRun).toBe(true);
    expect(takeEvent(between, first, 'document-1').isStartingRun).toBe(false);
    const data = { series: 'one', problem: null };
    const over: HostEvent = { name: 'roundsEnded', sequence: 3, data };
    expect(takeEvent(between, over, 'document-1').isStartingRun).toBe(false);
    const last = { ...run, round: { ...round, round: 2 } };
    const lastRuns = takeEvent(nothing, { ...started, data: { run: last } }, 'document-1');
    expect(takeEvent(lastRuns, done('finished'), 'document-1').isStartingRun).toBe(false);
  });

  test('epochs are gathered, a repeated one replaces itself', () => {
    const record = {
      epoch: 1,
      epochs: 3,
      loss: 0.5,
      metrics: { accuracy: 0.9 },
      elapsedMs: 1000,
      examplesPerSecond: 100,
      learningRate: 0.001,
    };
    const event: HostEvent = { name: 'runEpoch', sequence: 2, data: { runId: 'run-1', record } };
    const once = takeEvent(takeEvent(nothing, started, 'document-1'), event, 'document-1');
    const twice = takeEvent(once, event, 'document-1');
    expect(twice.runs[0]?.epochs).toEqual([record]);
  });

  test('batches draw the thin curve', () => {
    const state = takeEvent(takeEvent(nothing, started, 'document-1'), batchEvent(2), 'document-1');
    expect(state.batch?.batch).toBe(2);
    expect(state.batchTrace).toEqual([{ at: 1.5, loss: 0.5, metrics: {} }]);
  });

  test('events of unknown runs change nothing', () => {
    expect(takeEvent(nothing, batchEvent(1), 'document-1')).toBe(nothing);
  });
});

test('the queue hands events on together and keeps the last batch of each run', async () => {
  const taken: (readonly HostEvent[])[] = [];
  const push = eventQueue((events) => taken.push(events));
  const events = [started, batchEvent(1), batchEvent(2), batchEvent(1, 'run-2', 9), batchEvent(3)];
  for (const event of events) push(event);
  expect(taken).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(taken).toEqual([[started, batchEvent(1, 'run-2', 9), batchEvent(3)]]);
});
