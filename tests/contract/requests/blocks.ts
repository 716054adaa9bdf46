import { expect } from 'vitest';
import { readyBlocks } from '#shared/blocks/index.ts';
import type { Block } from '#shared/graph/graph.ts';
import type { Cases } from './connectedHost.ts';
import { valueOf } from './connectedHost.ts';

function blocks(): readonly [Block, Block] {
  const [first, second] = readyBlocks;
  if (first === undefined || second === undefined) throw new Error('There are no blocks.');
  return [first.block, second.block];
}

/** The user's own library of blocks. */
export const blockCases: Pick<Cases, 'listBlocks' | 'saveBlock' | 'deleteBlock'> = {
  async listBlocks(host) {
    expect(await valueOf(host.request('listBlocks', {}))).toEqual([]);
  },

  async saveBlock(host) {
    const [block] = blocks();
    const saved = { block, uses: [] };
    expect(await valueOf(host.request('saveBlock', saved))).toEqual([saved]);
    const changed = { block: { ...block, name: 'mine' }, uses: [block] };
    expect(await valueOf(host.request('saveBlock', changed))).toEqual([changed]);
    expect(await valueOf(host.request('listBlocks', {}))).toEqual([changed]);
    const refused = await host.requestUnchecked('saveBlock', { block: { id: 'x' }, uses: [] });
    expect(refused.ok).toBe(false);
    await valueOf(host.request('deleteBlock', { id: block.id }));
  },

  async deleteBlock(host) {
    const [first, second] = blocks();
    for (const block of [first, second]) {
      await valueOf(host.request('saveBlock', { block, uses: [] }));
    }
    const left = await valueOf(host.request('deleteBlock', { id: first.id }));
    expect(left.map(({ block }) => block.id)).toEqual([second.id]);
    await valueOf(host.request('deleteBlock', { id: second.id }));
  },
};
