import { dirname } from 'node:path';
import { fail, ok } from '#shared/problems/problem.ts';
import type { Handlers } from '#main/core/context.ts';
import { planContinued } from '#main/core/continueRun.ts';
import { firstError } from '#main/core/handlers/firstError.ts';
import { documentOfRuns } from '#main/workspace/paths.ts';

/** Training. */
export const runHandlers = {
  async startRun(input, { races, runs, consents }) {
    const found = firstError(input.document);
    if (found !== null) return fail(found);
    const may = await consents.check(input.document, input.path);
    if (!may.ok) return may;
    // A race that someone began out of curiosity gives way.
    if (runs.live === null) await races.skip();
    return runs.start(input);
  },

  async continueRun({ runId, runFolder, path: given, epochs, device }, { races, runs, consents }) {
    const folder = runId === undefined ? ok(runFolder ?? '') : runs.folderOf(runId);
    if (!folder.ok) return folder;
    const plan = await planContinued(folder.value, epochs ?? null, device ?? null);
    if (!plan.ok) return plan;
    const { document } = plan.value.info;
    const found = firstError(document);
    if (found !== null) return fail(found);
    const path = given ?? documentOfRuns(dirname(folder.value));
    const may = await consents.check(document, path);
    if (!may.ok) return may;
    if (runs.live === null) await races.skip();
    return runs.continue(plan.value, path);
  },

  pauseRun: ({ runId }, { runs }) => runs.pause(runId),
  resumeRun: ({ runId }, { runs }) => runs.resume(runId),
  stopRun: ({ runId }, { runs }) => runs.stop(runId),
  deleteRun: ({ runId }, { runs }) => runs.delete(runId),

  async listRuns({ documentId, path }, { runs }) {
    return ok(await runs.list(documentId, path));
  },
} satisfies Partial<Handlers>;
