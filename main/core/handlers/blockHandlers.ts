import { ok } from '#shared/problems/problem.ts';
import type { Handlers } from '#main/core/context.ts';

/** The user's own library of blocks. */
export const blockHandlers = {
  async listBlocks(_input, { savedBlocks }) {
    return ok(await savedBlocks.read());
  },

  async saveBlock(input, { savedBlocks }) {
    const others = (await savedBlocks.read()).filter(({ block }) => block.id !== input.block.id);
    const all = [...others, input];
    await savedBlocks.write(all);
    return ok(all);
  },

  async deleteBlock({ id }, { savedBlocks }) {
    const left = (await savedBlocks.read()).filter(({ block }) => block.id !== id);
    await savedBlocks.write(left);
    return ok(left);
  },
} satisfies Partial<Handlers>;
