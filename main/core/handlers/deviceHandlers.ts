import { dirname } from 'node:path';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { ListedDevice } from '#shared/protocol/types.ts';
import type { Context, Handlers } from '#main/core/context.ts';
import { firstError } from '#main/core/handlers/firstError.ts';

/** What can train, and what can be installed so that it can. */
export const deviceHandlers = {
  listDevices: (_input, context) => listDevices(context),

  async raceDevices({ document, path }, { races, runs, consents }) {
    if (runs.live !== null) return refuse('core.runGoesOn', { name: runs.live.documentName });
    const found = firstError(document);
    if (found !== null) return fail(found);
    const may = await consents.check(document, path);
    if (!may.ok) return may;
    return races.race({ document, documentFolder: path === null ? null : dirname(path) });
  },

  async getRace({ document }, { races }) {
    return ok(await races.remembered(document));
  },

  async skipRace(_input, { races }) {
    await races.skip();
    return ok(null);
  },

  installDevice: ({ device }, { installs }) => installs.start(device),

  async cancelInstall({ device }, { installs, preferences, events }) {
    const cancelled = await installs.cancel(device);
    if (!cancelled.ok) return cancelled;
    if (cancelled.value.wasBackground) {
      // It would begin again with the next start.
      const changed = { ...(await preferences.read()), installEngines: false };
      await preferences.write(changed);
      events.publish('preferencesChanged', { preferences: changed });
    }
    return ok(null);
  },
} satisfies Partial<Handlers>;

/**
 * Installs what should be there without being asked for: the first device of the kind that is not. Not where the user has
 * turned it off. What stands in its way is told by the list of devices.
 */
export async function installMissing(context: Context): Promise<void> {
  const { installEngines } = await context.preferences.read();
  if (!installEngines || context.installs.hasTriedMissing) return;
  context.installs.hasTriedMissing = true;
  const listed = await listDevices(context);
  if (!listed.ok) return;
  const missing = listed.value.find(
    ({ install, unavailable }) =>
      unavailable !== null && install?.isAutomatic === true && install.hindrance === null,
  );
  if (missing !== undefined) await context.installs.start(missing.id, { isBackground: true });
}

async function listDevices({ pool, installs }: Context): Promise<Result<readonly ListedDevice[]>> {
  const listed = await pool.request('model', 'listDevices', null);
  return listed.ok ? ok(installs.annotate(listed.value)) : listed;
}
