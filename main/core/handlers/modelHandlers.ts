import { dirname, join } from 'node:path';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { RunInfo } from '#shared/protocol/types.ts';
import type { Handlers } from '#main/core/context.ts';
import { isEmptyOrAbsent } from '#main/core/runManager.ts';
import type { WeightsPlace } from '#main/engine/messages.ts';
import { runFiles } from '#main/workspace/paths.ts';
import { readRun } from '#main/workspace/runs.ts';

/** What is done with a model: predicting and exporting. */
export const modelHandlers = {
  async predict({ runFolder, input }, { pool }) {
    const run = await runWithWeights(runFolder);
    if (!run.ok) return run;
    return pool.request('model', 'predict', {
      document: run.value.document,
      weights: weightsOf(run.value),
      inputPath: input,
    });
  },

  async previewExport({ document, path, runFolder, target, options }, { pool, consents }) {
    const may = await consents.check(document, path);
    if (!may.ok) return may;
    const weights = await weightsFor(runFolder, options.weights);
    if (!weights.ok) return weights;
    return pool.request('model', 'previewExport', {
      document,
      documentFolder: path === null ? null : dirname(path),
      weights: weights.value,
      target,
      options,
    });
  },

  async exportModel(input, { pool, events, consents }) {
    const { document, path, runFolder, target, folder, options, overwrite } = input;
    const may = await consents.check(document, path);
    if (!may.ok) return may;
    if (!overwrite && !(await isEmptyOrAbsent(folder))) {
      return refuse('core.folderNotEmpty', { path: folder }, { place: { file: folder } });
    }
    const weights = await weightsFor(runFolder, options.weights);
    if (!weights.ok) return weights;
    return pool.request(
      'model',
      'exportModel',
      {
        document,
        documentFolder: path === null ? null : dirname(path),
        weights: weights.value,
        target,
        options,
        folder,
      },
      (event) => {
        if (event.type !== 'exportProgress') return;
        events.publish('exportProgress', { step: event.step, fraction: event.fraction });
      },
    );
  },

  cancelExport(_input, { pool }) {
    // Compiling and running what was exported cannot be interrupted otherwise.
    pool.end('model', refuse('core.exportCancelled'));
    return ok(null);
  },
} satisfies Partial<Handlers>;

/** A finished run that has weights. Problems: `core.notARun`, `core.noWeights`. */
export async function runWithWeights(folder: string): Promise<Result<RunInfo>> {
  const run = await readRun(folder);
  const place = { place: { file: folder } };
  if (run === null) return refuse('core.notARun', { path: folder }, place);
  return run.hasWeights ? ok(run) : refuse('core.noWeights', { path: folder }, place);
}

/** Weights of a run; null where none are wanted or the model was never trained. */
async function weightsFor(
  runFolder: string | null,
  areWanted: boolean,
): Promise<Result<WeightsPlace | null>> {
  if (runFolder === null || !areWanted) return ok(null);
  const run = await runWithWeights(runFolder);
  return run.ok ? ok(weightsOf(run.value)) : run;
}

/** Where a run's weights lie. */
export function weightsOf(run: RunInfo): WeightsPlace {
  return { folder: join(run.folder, runFiles.lastWeights) };
}
