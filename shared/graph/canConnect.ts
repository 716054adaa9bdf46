import type { GraphFacts } from '#shared/graph/facts.ts';
import type { Graph, Port } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { blockKind, inputNodes, nodeById, wouldCycle } from '#shared/graph/queries.ts';
import { findLayer } from '#shared/layers/index.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse, withoutFixes } from '#shared/problems/problem.ts';

/**
 * Whether an edge may be drawn: the port exists, no circle closes, and the layer accepts the shape together with its
 * other inputs. A port that is taken counts as free: the new edge replaces the old one.
 * Problems: `graph.noSuchPort`, `graph.takesNoInput`, `graph.givesNoOutput`, `graph.wouldCycle`, and the layer's own.
 */
export function canConnect(graph: Graph, facts: GraphFacts, from: Port, to: Port): Result<null> {
  const source = nodeById(graph, from.node);
  const target = nodeById(graph, to.node);
  if (source === undefined || target === undefined) {
    return refuse('graph.noSuchPort', { node: source?.name ?? target?.name ?? '' });
  }
  const place = { node: target.id };
  if (source.kind === 'output') {
    return refuse('graph.givesNoOutput', { node: source.name }, { place });
  }
  const max = maxInputs(facts, target.id);
  if (max === 0) {
    return refuse('graph.takesNoInput', { node: target.name }, { place });
  }
  if (
    (max !== null && to.port >= max) ||
    from.port >= (facts.nodes.get(from.node)?.outputs?.length ?? 1)
  ) {
    return refuse('graph.noSuchPort', { node: target.name }, { place });
  }
  if (wouldCycle(graph, from.node, to.node)) {
    return refuse('graph.wouldCycle', { from: source.name, to: target.name }, { place });
  }
  return fits(graph, facts, from, to);
}

/** How many inputs a node takes; `null`: any number. */
function maxInputs(facts: GraphFacts, id: Port['node']): number | null {
  const node = facts.nodes.get(id)?.node;
  if (node === undefined) {
    return 0;
  }
  if (node.kind === blockKind) {
    const block = facts.blocks.find((each) => each.id === node.block);
    return block === undefined ? 0 : inputNodes(block.graph).length;
  }
  const layer = findLayer(node.kind);
  return layer === undefined ? null : layer.inputs.max;
}

/** Tries the edge and looks whether the layer would refuse its inputs. */
function fits(graph: Graph, facts: GraphFacts, from: Port, to: Port): Result<null> {
  const edges = graph.edges.filter((edge) => edge.to.node !== to.node || edge.to.port !== to.port);
  const trial = { ...graph, edges: [...edges, { id: 'trial' as never, from, to }] };
  const after = inferGraph(trial, facts.blocks, facts).nodes.get(to.node);
  const refusal = after?.problems.find(
    (problem) => problem.severity === 'error' && !incomplete.has(problem.code),
  );
  const isOlder = facts.nodes.get(to.node)?.problems.some((each) => each.code === refusal?.code);
  if (refusal === undefined || isOlder === true) {
    return ok(null);
  }
  return { ok: false, problem: withoutFixes(refusal) };
}

/** A layer whose other inputs are still missing may be connected. */
const incomplete: ReadonlySet<string> = new Set(['graph.missingInput', 'graph.missingInputs']);
