import type { Block } from '#shared/graph/graph.ts';
import type { Answer } from '#shared/protocol/requests.ts';
import { getHost } from '#renderer/host/host.ts';
import type { Slice } from '#renderer/store/slice.ts';
import type { BlockSlice } from '#renderer/store/state.ts';

/** The user's own library of blocks. */
export const createBlockSlice: Slice<BlockSlice> = (set, get) => {
  const take = (answer: Answer<'listBlocks'>): boolean => {
    if (answer.ok) set({ savedBlocks: answer.value });
    else get().notify({ tone: 'danger', problem: answer.problem });
    return answer.ok;
  };
  return {
    savedBlocks: [],

    async loadBlocks() {
      take(await getHost().request('listBlocks', {}));
    },

    async saveBlock(id) {
      const { blocks } = get().document;
      const block = blocks.find((each) => each.id === id);
      if (block === undefined) return;
      const saved = { block, uses: [...blocksIn(block, blocks)] };
      if (!take(await getHost().request('saveBlock', saved))) return;
      get().notify({
        tone: 'ok',
        text: {
          en: `${block.name} is in your library now, for all networks.`,
          'zh-CN': `${block.name} 已存入模块库，可用于所有网络。`,
        },
      });
    },

    async deleteBlock(id) {
      take(await getHost().request('deleteBlock', { id }));
    },
  };
};

/** The blocks that a block uses, and those in them. */
function blocksIn(block: Block, all: readonly Block[]): readonly Block[] {
  const found = new Set<Block>();
  const open = [block];
  for (const each of open) {
    for (const { block: id } of each.graph.nodes) {
      const inner = all.find((other) => other.id === id);
      if (inner === undefined || inner === block || found.has(inner)) continue;
      found.add(inner);
      open.push(inner);
    }
  }
  return [...found];
}
