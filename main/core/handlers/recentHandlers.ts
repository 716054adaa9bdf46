import { stat } from 'node:fs/promises';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { Handlers } from '#main/core/context.ts';
import { openElsewhere } from '#main/core/handlers/documentHandlers.ts';
import { stampOf } from '#main/workspace/documents.ts';

/** Documents that were open before, and those that a crash left unsaved. */
export const recentHandlers = {
  async listRecents(_input, { recents }) {
    return ok(await recents.list());
  },

  async clearRecents(_input, { recents }) {
    await recents.clear();
    return ok(null);
  },

  async listRecovered(_input, { autosave, locks }) {
    const kept = await autosave.list();
    return ok(kept.filter(({ documentId }) => !locks.isHeld(documentId)));
  },

  async recoverDocument({ documentId }, { autosave, locks, seen }, session) {
    const revision = await autosave.read(documentId);
    if (revision === null) return refuse('core.nothingToRecover');
    const { document, path, savedAtMs } = revision;
    if (!locks.take(documentId, session)) return { ok: false, problem: openElsewhere(document) };
    if (path !== null) {
      // A file that changed after the revision was kept is not overwritten unasked.
      const status = await stat(path).catch(() => null);
      if (status !== null && status.mtimeMs <= savedAtMs) {
        seen.remember(session, path, await stampOf(path));
      }
    }
    return ok({ document, path, readOnly: null, repairs: [] });
  },

  async discardRecovered({ documentId }, { autosave, locks }) {
    if (locks.isHeld(documentId)) return refuse('core.stillOpen');
    await autosave.discard(documentId);
    return ok(null);
  },
} satisfies Partial<Handlers>;
