import { ok } from '#shared/problems/problem.ts';
import type { Handlers } from '#main/core/context.ts';

/** What the program is, what it remembers, and what it can train on. */
export const hostHandlers = {
  hostInfo: (_input, { hostInfo }) => ok(hostInfo),

  async getPreferences(_input, { preferences }) {
    return ok(await preferences.read());
  },

  async setPreferences(input, { preferences, events }) {
    await preferences.write(input);
    events.publish('preferencesChanged', { preferences: input });
    return ok(input);
  },

  listDevices: (_input, { pool }) => pool.request('model', 'listDevices', null),
} satisfies Partial<Handlers>;
