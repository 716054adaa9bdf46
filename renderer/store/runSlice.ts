import type { Problem } from '#shared/problems/problem.ts';
import type { RunInfo, RunState } from '#shared/protocol/types.ts';
import { roundsOf } from '#shared/document/rounds.ts';
import { getHost } from '#renderer/host/host.ts';
import { takeEvent } from '#renderer/store/runEvents.ts';
import type { Slice } from '#renderer/store/slice.ts';
import type { RunSlice } from '#renderer/store/state.ts';

/** True while a run holds an engine. */
function isUnderWay(state: RunState): boolean {
  return state.kind !== 'done' && state.kind !== 'failed';
}

/** The run that is not over; null: none. */
function liveOf(runs: readonly RunInfo[]): RunInfo | null {
  return runs.find((run) => isUnderWay(run.state)) ?? null;
}

const allowLabel = { en: 'Read these files', 'zh-CN': '允许读取' };

/** Runs of the open document. */
export const createRunSlice: Slice<RunSlice> = (set, get) => {
  const control = async (name: 'pauseRun' | 'resumeRun' | 'stopRun'): Promise<void> => {
    const { live, notify } = get();
    if (live === null) return;
    const answer = await getHost().request(name, { runId: live.id });
    if (!answer.ok) notify({ tone: 'danger', problem: answer.problem });
  };

  /** Says why a run was refused; where only consent to read its data is missing, `again` follows that. */
  const notifyRefusal = (problem: Problem, again: () => Promise<void>): void => {
    const allow = async (): Promise<void> => {
      if (await get().allowData()) await again();
    };
    const isOutside = problem.code === 'core.dataOutside';
    get().notify({
      tone: 'danger',
      problem,
      ...(isOutside ? { action: { label: allowLabel, run: () => void allow() } } : {}),
    });
  };

  return {
    runs: [],
    live: null,
    batch: null,
    batchRun: null,
    runData: null,
    batchTrace: [],
    watchedRun: null,
    comparedRuns: [],
    runLogs: {},
    isStartingRun: false,
    trainsAllRounds: true,
    exportProgress: null,

    async startRun() {
      const { document, path, preferences, isStartingRun, live, trainsAllRounds } = get();
      if (isStartingRun || live !== null) return;
      set({ isStartingRun: true });
      const areRounds = trainsAllRounds && roundsOf(document, { folds: true }).ok;
      const answer = await getHost().request(areRounds ? 'startRounds' : 'startRun', {
        document,
        path,
        device: preferences.device,
      });
      if (answer.ok) {
        const run = answer.value;
        // Its events may have been quicker than the answer.
        const isKnown = get().runs.some(({ id }) => id === run.id);
        const runs = isKnown ? get().runs : [run, ...get().runs];
        set({
          isStartingRun: false,
          watchedRun: null,
          step: 'train',
          runs,
          live: liveOf(runs),
          ...(isKnown ? {} : { batch: null, batchRun: run.id, runData: null, batchTrace: [] }),
        });
      } else {
        set({ isStartingRun: false });
        notifyRefusal(answer.problem, () => get().startRun());
      }
    },

    async continueRun(runId, epochs) {
      const { path, isStartingRun, live, runs: before } = get();
      if (isStartingRun || live !== null) return;
      set({ isStartingRun: true });
      const answer = await getHost().request('continueRun', {
        runId,
        path,
        ...(epochs === null ? {} : { epochs }),
      });
      set({ isStartingRun: false });
      if (answer.ok) {
        // Its events may have been quicker than the answer: what they said is newer.
        const runs = get().runs.map((run) =>
          run.id === runId && before.includes(run) ? answer.value : run,
        );
        set({ watchedRun: runId, step: 'train', runs, live: liveOf(runs) });
        return;
      }
      notifyRefusal(answer.problem, () => get().continueRun(runId, epochs));
    },

    setTrainsAllRounds(trainsAllRounds) {
      set({ trainsAllRounds });
    },

    pauseRun: () => control('pauseRun'),
    resumeRun: () => control('resumeRun'),
    stopRun: () => control('stopRun'),

    async deleteRun(runId) {
      const answer = await getHost().request('deleteRun', { runId });
      if (answer.ok) set({ runs: get().runs.filter(({ id }) => id !== runId) });
      else get().notify({ tone: 'danger', problem: answer.problem });
    },

    watchRun(watchedRun) {
      set({ watchedRun });
    },

    compareRun(runId, isCompared) {
      const others = get().comparedRuns.filter((id) => id !== runId);
      set({ comparedRuns: isCompared ? [...others, runId] : others });
    },

    async refreshRuns() {
      const { document, path } = get();
      const answer = await getHost().request('listRuns', { documentId: document.id, path });
      if (!answer.ok || get().document.id !== document.id) return;
      const runs = [...answer.value].sort((a, b) => b.number - a.number);
      set({ runs, live: liveOf(runs) });
    },

    takeEvents(events) {
      const before = get();
      let state: Parameters<typeof takeEvent>[0] = before;
      for (const event of events) state = takeEvent(state, event, before.document.id);
      for (const { name, data } of events) {
        if (name !== 'roundsEnded' || data.problem === null) continue;
        before.notify({ tone: 'danger', problem: data.problem });
      }
      if (state === before) return;
      const { runs, batch, batchRun, runData, batchTrace, runLogs, exportProgress } = state;
      set({
        isStartingRun: state.isStartingRun,
        runs,
        live: liveOf(runs),
        batch,
        batchRun,
        runData,
        batchTrace,
        runLogs,
        exportProgress,
      });
      // Whether a run left weights is known to those who look into its folder.
      const hasEnded = events.some(
        ({ name, data }) => name === 'runState' && !isUnderWay(data.state),
      );
      if (hasEnded) void get().refreshRuns();
    },
  };
};
