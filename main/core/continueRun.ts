import { checkCheckpoint } from '#main/workspace/checkpoint.ts';
import { withFiles } from '#main/workspace/fileProblem.ts';
import {
  appendMetrics,
  createRunFolder,
  endMetricsLine,
  hasEnded,
  readRun,
} from '#main/workspace/runs.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import type { RunInfo } from '#shared/protocol/types.ts';

/** A run that can go on. */
export interface Continued {
  /** As it is when it goes on: not over, with the epochs that its checkpoint knows of. */
  readonly info: RunInfo;
  /** Early stopping waits again as long as at the beginning: the run was over by its own rules. */
  readonly isPatienceNew: boolean;
}

/**
 * Looks whether a run can go on, and to how many epochs in all (null: as many as it was to have). Nothing is written. Problems:
 * `core.notARun`, `core.runGoesOn`, `core.noEpochsLeft`, and those of its checkpoint.
 */
export async function planContinued(
  folder: string,
  epochs: number | null,
  device: string | null,
): Promise<Result<Continued>> {
  const place = { place: { file: folder } };
  const run = await readRun(folder);
  if (run === null) return refuse('core.notARun', { path: folder }, place);
  if (!hasEnded(run.state)) return refuse('core.runGoesOn', { name: run.documentName }, place);
  const checked = await checkCheckpoint(folder);
  if (!checked.ok) return checked;
  const { epochs: done, batches, record } = checked.value;
  const isOver = run.state.kind === 'done' && run.state.reason !== 'stopped';
  const all = epochs ?? run.document.training.epochs;
  // One that died between its last epoch and its end still has its test before it.
  const isEnough = epochs === null && !isOver ? all >= done : all > done;
  if (!isEnough || (batches > 0 && all <= done)) {
    return refuse('core.noEpochsLeft', { epochs: done, asked: all }, place);
  }
  const { training } = run.document;
  const known = run.epochs.filter(({ epoch }) => epoch <= done);
  // It may have died after its checkpoint and before the line of its epoch.
  const isMissing = record !== null && known.at(-1)?.epoch !== record.epoch;
  return ok({
    info: {
      ...run,
      device: device ?? run.device,
      document: { ...run.document, training: { ...training, epochs: all } },
      state: { kind: 'preparing', what: 'engine' },
      epochs: isMissing ? [...known, record] : known,
      test: null,
    },
    isPatienceNew: isOver,
  });
}

/** Writes into a run's folder that it goes on. Problems: those of the file system. */
export async function writeContinued({ info }: Continued): Promise<Result<null>> {
  const written = await withFiles(info.folder, async () => {
    await createRunFolder(info);
    await endMetricsLine(info.folder);
    const last = info.epochs.at(-1);
    await appendMetrics(info.folder, {
      type: 'continued',
      afterEpoch: last?.epoch ?? 0,
      atMs: Date.now(),
    });
    // Read again, an epoch that is known already replaces itself.
    if (last !== undefined) await appendMetrics(info.folder, { type: 'epoch', ...last });
  });
  return written.ok ? ok(null) : fail(written.problem);
}
