import type { Check, CheckContext } from '#shared/document/checks/context.ts';
import { found } from '#shared/document/checks/context.ts';
import { paramFix } from '#shared/document/fixes/graphFixes.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import type { NodeFacts } from '#shared/graph/inferGraph.ts';
import { edgesInto } from '#shared/graph/queries.ts';

/** Layers that look up whole numbers warn where decimals can arrive: `<kind>.floatInput`. */
export const checkWholeNumbers: Check = (context) =>
  [...context.facts.nodes.values()].flatMap(({ node, layer }) => {
    if (layer?.inputs.integers !== true) return [];
    const origins = originsOf(context, node.id);
    const decimals = origins.filter(
      (origin) => origin.layer?.role !== 'input' || origin.params['dtype'] === 'float32',
    );
    if (decimals.length === 0) return [];
    const fixes = decimals.every((origin) => origin.layer?.role === 'input')
      ? decimals.map((origin) => paramFix(origin.node, 'dtype', 'int32', 'int32'))
      : [];
    return [found('warning', `${node.kind}.floatInput`, { node: node.id }, {}, fixes)];
  });

/** Where a node's numbers come from, looking through layers that only move them. Blocks and unknown layers are left out. */
function originsOf({ document, facts }: CheckContext, start: NodeId): readonly NodeFacts[] {
  const seen = new Set<NodeId>([start]);
  const origins: NodeFacts[] = [];
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { from } of edgesInto(document.graph, id)) {
      const source = facts.nodes.get(from.node);
      if (source?.layer === undefined || seen.has(from.node)) continue;
      seen.add(from.node);
      if (source.layer.family === 'reshaping' || source.node.kind === 'concatenate') {
        open.push(from.node);
      } else {
        origins.push(source);
      }
    }
  }
  return origins;
}
