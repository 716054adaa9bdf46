import { dirname } from 'node:path';
import type { StrataDocument } from '#shared/document/document.ts';
import { roundsOf } from '#shared/document/rounds.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { Context, Handlers } from '#main/core/context.ts';
import { planContinued } from '#main/core/continueRun.ts';
import { firstError } from '#main/core/handlers/firstError.ts';
import { documentOfRuns } from '#main/workspace/paths.ts';

/** Whether a document can be trained and may read its data. */
async function mayTrain(
  document: StrataDocument,
  path: string | null,
  { races, runs, consents }: Context,
): Promise<Result<null>> {
  const found = firstError(document);
  if (found !== null) return fail(found);
  const may = await consents.check(document, path);
  if (!may.ok) return may;
  // A race that someone began out of curiosity gives way.
  if (runs.live === null) await races.skip();
  return ok(null);
}

/** Training. */
export const runHandlers = {
  async startRun(input, context) {
    const may = await mayTrain(input.document, input.path, context);
    return may.ok ? context.runs.start(input) : may;
  },

  async startRounds({ folds, ...input }, context) {
    const rounds = roundsOf(input.document, { folds: folds ?? true });
    if (!rounds.ok) return rounds;
    const may = await mayTrain(input.document, input.path, context);
    return may.ok ? context.rounds.start(input, rounds.value) : may;
  },

  async continueRun({ runId, runFolder, path: given, epochs, device }, context) {
    const { runs } = context;
    const folder = runId === undefined ? ok(runFolder ?? '') : runs.folderOf(runId);
    if (!folder.ok) return folder;
    const plan = await planContinued(folder.value, epochs ?? null, device ?? null);
    if (!plan.ok) return plan;
    const path = given ?? documentOfRuns(dirname(folder.value));
    const may = await mayTrain(plan.value.info.document, path, context);
    return may.ok ? runs.continue(plan.value, path) : may;
  },

  pauseRun: ({ runId }, { runs }) => runs.pause(runId),
  resumeRun: ({ runId }, { runs }) => runs.resume(runId),
  stopRun: ({ runId }, { runs, rounds }) => (rounds.stop(runId) ? ok(null) : runs.stop(runId)),
  deleteRun: ({ runId }, { runs }) => runs.delete(runId),

  async listRuns({ documentId, path }, { runs }) {
    return ok(await runs.list(documentId, path));
  },
} satisfies Partial<Handlers>;
