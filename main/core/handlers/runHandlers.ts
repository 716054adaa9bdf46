import { fail, ok } from '#shared/problems/problem.ts';
import type { Handlers } from '#main/core/context.ts';
import { firstError } from '#main/core/handlers/firstError.ts';

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

  pauseRun: ({ runId }, { runs }) => runs.pause(runId),
  resumeRun: ({ runId }, { runs }) => runs.resume(runId),
  stopRun: ({ runId }, { runs }) => runs.stop(runId),
  deleteRun: ({ runId }, { runs }) => runs.delete(runId),

  async listRuns({ documentId, path }, { runs }) {
    return ok(await runs.list(documentId, path));
  },
} satisfies Partial<Handlers>;
