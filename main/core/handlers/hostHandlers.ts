import { ok } from '#shared/problems/problem.ts';
import type { Handlers } from '#main/core/context.ts';

/** What the program is, and what it remembers. */
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
} satisfies Partial<Handlers>;
