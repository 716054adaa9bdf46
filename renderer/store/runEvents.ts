import type { Events, HostEvent } from '#shared/protocol/events.ts';
import type { RunInfo } from '#shared/protocol/types.ts';
import type { BatchPoint, RunSlice } from '#renderer/store/state.ts';

/** What events change. */
type Watched = Pick<
  RunSlice,
  | 'runs'
  | 'batch'
  | 'batchRun'
  | 'runData'
  | 'batchTrace'
  | 'runLogs'
  | 'exportProgress'
  | 'isStartingRun'
>;

/** Points that are kept of the curve of single batches; every second one goes when they are too many. */
const longestTrace = 2000;

/** The state after one event; the same object where the event changes nothing here. Pure. */
export function takeEvent(state: Watched, event: HostEvent, documentId: string): Watched {
  switch (event.name) {
    case 'runStarted': {
      const { run } = event.data;
      if (run.documentId !== documentId) return state;
      // One that goes on keeps its place.
      const isKnown = state.runs.some(({ id }) => id === run.id);
      const runs = isKnown
        ? state.runs.map((known) => (known.id === run.id ? run : known))
        : [run, ...state.runs];
      const none = { batch: null, runData: null, batchTrace: [], isStartingRun: false };
      return { ...state, ...none, runs, batchRun: run.id };
    }
    case 'runState': {
      const { runId, state: now } = event.data;
      const changed = changeRun(state, runId, () => ({ state: now }));
      if (changed === state) return state;
      return {
        ...changed,
        runData: state.runData?.runId === runId ? null : state.runData,
        isStartingRun: anotherFollows(state, event.data) || state.isStartingRun,
      };
    }
    case 'runEpoch':
      return changeRun(state, event.data.runId, (run) => ({
        epochs: [
          ...run.epochs.filter(({ epoch }) => epoch !== event.data.record.epoch),
          event.data.record,
        ],
      }));
    case 'runDevice':
      return changeRun(state, event.data.runId, () => ({ device: event.data.device }));
    case 'runTest':
      return changeRun(state, event.data.runId, () => ({ test: event.data.record }));
    case 'runBatch': {
      if (!state.runs.some(({ id }) => id === event.data.runId)) return state;
      const { record } = event.data;
      const at = record.epoch - 1 + record.batch / Math.max(1, record.batches);
      return {
        ...state,
        batch: record,
        batchRun: event.data.runId,
        batchTrace: thin([...state.batchTrace, { at, loss: record.loss, metrics: record.metrics }]),
      };
    }
    case 'runLog': {
      const { runId, remark } = event.data;
      const remarks = [...(state.runLogs[runId] ?? []), remark];
      return { ...state, runLogs: { ...state.runLogs, [runId]: remarks } };
    }
    case 'exportProgress':
      return { ...state, exportProgress: event.data };
    case 'dataProgress':
      return state.runs.some(({ id }) => id === event.data.runId)
        ? { ...state, runData: event.data }
        : state;
    case 'roundsEnded':
      return state.isStartingRun ? { ...state, isStartingRun: false } : state;
    case 'runsChanged':
    case 'installProgress':
    case 'installEnded':
    case 'raceEnded':
    case 'preferencesChanged':
    case 'menuCommand':
    case 'openRequested':
      return state;
  }
}

/** Whether a run that is in this state now is followed by another round. */
function anotherFollows(state: Watched, { runId, state: now }: Events['runState']): boolean {
  if (now.kind !== 'done' || now.reason === 'stopped') return false;
  const round = state.runs.find(({ id }) => id === runId)?.round;
  return round !== undefined && round.round < round.rounds;
}

function changeRun(
  state: Watched,
  runId: string,
  change: (run: RunInfo) => Partial<RunInfo>,
): Watched {
  if (!state.runs.some(({ id }) => id === runId)) return state;
  return {
    ...state,
    runs: state.runs.map((run) => (run.id === runId ? { ...run, ...change(run) } : run)),
  };
}

function thin(trace: readonly BatchPoint[]): readonly BatchPoint[] {
  return trace.length <= longestTrace ? trace : trace.filter((_, index) => index % 2 === 1);
}
