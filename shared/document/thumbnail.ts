import type { StrataDocument } from '#shared/document/document.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import type { GraphFacts } from '#shared/graph/inferGraph.ts';
import { edgesInto, outputKind } from '#shared/graph/queries.ts';
import type { LayerFamily } from '#shared/layers/defineLayer.ts';

/** One bar of a small picture of a network. */
export interface ThumbnailBar {
  readonly family: LayerFamily | 'blocks';
  /** 0 to 1: grows with the logarithm of the output's size. */
  readonly height: number;
  /** Column and row of the layer's place, 0 based. */
  readonly column: number;
  readonly row: number;
  /** Indexes of the bars it takes its inputs from. */
  readonly from: readonly number[];
}

/** Bars that a small picture can show. */
const barLimit = 40;

/**
 * A small picture of a network: a bar for each layer, as high as its output is large, in columns by the longest way
 * from an input. Output markers are left out.
 */
export function thumbnail(document: StrataDocument, facts: GraphFacts): readonly ThumbnailBar[] {
  const columns = new Map<NodeId, number>();
  const indexes = new Map<NodeId, number>();
  const rows: number[] = [];
  const bars: (Omit<ThumbnailBar, 'height'> & { readonly size: number })[] = [];
  for (const id of facts.order) {
    const node = facts.nodes.get(id);
    if (node === undefined || node.node.kind === outputKind || bars.length >= barLimit) {
      continue;
    }
    const sources = edgesInto(document.graph, id).map((edge) => edge.from.node);
    const column = 1 + Math.max(-1, ...sources.map((source) => columns.get(source) ?? -1));
    const row = rows[column] ?? 0;
    rows[column] = row + 1;
    columns.set(id, column);
    indexes.set(id, bars.length);
    bars.push({
      family: node.layer?.family ?? 'blocks',
      size: Math.max(1, node.activationBytes / 4),
      column,
      row,
      from: sources.flatMap((source) => indexes.get(source) ?? []),
    });
  }
  const largest = Math.log(Math.max(2, ...bars.map((bar) => bar.size)));
  return bars.map(({ size, ...bar }) => ({
    ...bar,
    // A single number still shows as a bar of some height.
    height: Math.round((0.1 + (0.9 * Math.log(size)) / largest) * 1000) / 1000,
  }));
}
