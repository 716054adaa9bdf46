import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphNode } from '#shared/graph/graph.ts';
import { blockKind } from '#shared/graph/queries.ts';
import { findLayer } from '#shared/layers/index.ts';
import type { ParamTable } from '#shared/layers/params.ts';

/** The parameters that a node has: of its layer, or of the block that it stands for. */
export function tableOf(document: StrataDocument, node: GraphNode): ParamTable {
  return node.kind === blockKind
    ? (document.blocks.find((block) => block.id === node.block)?.params ?? {})
    : (findLayer(node.kind)?.params ?? {});
}
