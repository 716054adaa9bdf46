import { newNodeId } from '#shared/document/ids.ts';
import { readyBlocks } from '#shared/blocks/index.ts';
import type { Block, Graph, GraphNode, Position } from '#shared/graph/graph.ts';
import { baseName, blockKind, freeName } from '#shared/graph/queries.ts';
import type { LocalText } from '#shared/problems/problem.ts';
import { sameText } from '#shared/problems/problem.ts';
import type { SavedBlock } from '#shared/protocol/types.ts';

/** What a block's tile is dragged as: in the place of a layer's kind. */
const prefix = 'block:';

/** A block that can be added. */
export interface BlockTile {
  /** In the place of a layer's kind. */
  readonly kind: string;
  readonly title: LocalText;
  readonly doc: LocalText | null;
  readonly block: Block;
}

/**
 * The blocks of a document, then those of the user's library, then those that come with the program; `around` are left out: no
 * block lies in itself.
 */
export function blockTiles(
  blocks: readonly Block[],
  saved: readonly SavedBlock[],
  around: readonly Block[],
): readonly BlockTile[] {
  const own = blocks
    .filter(({ id }) => !around.some((each) => each.id === id))
    .map((block): BlockTile => {
      const ready = readyBlocks.find((each) => each.block.id === block.id);
      return {
        kind: prefix + block.id,
        title: ready?.title ?? sameText(block.name),
        doc: ready?.doc ?? null,
        block,
      };
    });
  const isNew = ({ block }: { readonly block: Block }): boolean =>
    !blocks.some(({ id }) => id === block.id);
  const kept = saved.filter(isNew).map(({ block }): BlockTile => ({
    kind: prefix + block.id,
    title: sameText(block.name),
    doc: null,
    block,
  }));
  const others = readyBlocks
    .filter((ready) => isNew(ready) && !saved.some(({ block }) => block.id === ready.block.id))
    .map(({ block, title, doc }): BlockTile => ({ kind: prefix + block.id, title, doc, block }));
  return [...own, ...kept, ...others];
}

/** The block that a tile stands for; undefined: it stands for a layer. */
export function blockOfTile(
  kind: string,
  blocks: readonly Block[],
  saved: readonly SavedBlock[],
): Block | undefined {
  return blockTiles(blocks, saved, []).find((tile) => tile.kind === kind)?.block;
}

/** A new instance of a block for this graph. */
export function newInstance(graph: Graph, block: Block, position: Position): GraphNode {
  const taken = new Set(graph.nodes.map(({ name }) => name));
  return {
    id: newNodeId(graph),
    kind: blockKind,
    block: block.id,
    name: freeName(taken, baseName(block.name)),
    params: {},
    position,
  };
}

/** The definition of an instance and of the blocks in it, as far as a document lacks them. */
export function missingBlocks(
  node: GraphNode,
  blocks: readonly Block[],
  saved: readonly SavedBlock[],
): readonly Block[] {
  if (node.block === undefined || blocks.some(({ id }) => id === node.block)) return [];
  const found = [...saved, ...readyBlocks].find(({ block }) => block.id === node.block);
  return found === undefined ? [] : [found.block, ...(found.uses ?? [])];
}
