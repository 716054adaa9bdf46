import { dirname } from 'node:path';
import { checkDocument } from '#shared/document/checkDocument.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { ok } from '#shared/problems/problem.ts';
import type { Handlers } from '#main/core/context.ts';

/** Data and training. */
export const runHandlers = {
  inspectData: ({ document, path }, { pool }) =>
    pool.request('data', 'inspectData', {
      document,
      documentFolder: path === null ? null : dirname(path),
    }),

  startRun(input, { runs }) {
    const { document } = input;
    const facts = inferGraph(document.graph, document.blocks);
    const found = checkDocument(document, facts).find(({ severity }) => severity === 'error');
    if (found) {
      // Fixes are Edits for the page, which finds the same problem itself; the wire carries only what happened.
      const { fixes: _, ...problem } = found;
      return { ok: false, problem };
    }
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
