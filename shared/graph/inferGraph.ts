import type { GraphFacts, GraphTotals, Incoming, NodeFacts } from '#shared/graph/facts.ts';
import type { Block, Graph, GraphNode, NodeId } from '#shared/graph/graph.ts';
import { factsInCircle, inferNode } from '#shared/graph/inferNode.ts';
import { gather } from '#shared/graph/ports.ts';
import type { Scope } from '#shared/graph/scope.ts';
import { blockKind, inputKind, nodeById, weightOwner } from '#shared/graph/queries.ts';
import { sortTopologically } from '#shared/graph/topology.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

export type { GraphFacts, NodeFacts } from '#shared/graph/facts.ts';

/**
 * Shapes, weights, costs and problems of every node. Pure. With the facts of the graph before an edit, the facts of
 * nodes that the edit does not touch are the same objects as before.
 */
export function inferGraph(
  graph: Graph,
  blocks: readonly Block[],
  previous?: GraphFacts,
): GraphFacts {
  if (previous?.graph === graph && previous.blocks === blocks) {
    return previous;
  }
  const scope: Scope = { blocks, inside: null, bound: null, around: [], infer: inferInScope };
  return inferInScope(graph, scope, previous);
}

function inferInScope(graph: Graph, scope: Scope, previous: GraphFacts | undefined): GraphFacts {
  const { order, circles } = sortTopologically(graph);
  const inCircle = new Set(circles.flat());
  const nodes = new Map<NodeId, NodeFacts>();
  const arrived = new Map<NodeId, Incoming>();
  const blocksAreSame = previous?.blocks === scope.blocks;
  const factsOf = (id: NodeId) => nodes.get(id);
  // Nodes in a circle have no place in the order: they are known to be broken before anything waits for them.
  for (const id of inCircle) {
    const node = nodeById(graph, id);
    if (node !== undefined) {
      nodes.set(id, factsInCircle(graph, node));
    }
  }
  for (const id of order) {
    const node = nodeById(graph, id);
    if (node === undefined || inCircle.has(id)) {
      continue;
    }
    const incoming = gather(graph, node, factsOf);
    const before = previous?.nodes.get(id);
    const isSame =
      before !== undefined &&
      (node.kind !== blockKind || blocksAreSame) &&
      canReuse(before, node, scope) &&
      sameIncoming(previous?.incoming.get(id), incoming);
    const facts = isSame ? moved(before, node) : inferNode(graph, node, incoming, scope, before);
    arrived.set(id, incoming);
    nodes.set(id, facts);
  }
  for (const node of graph.nodes) {
    if (node.sharesWeightsWith !== undefined) {
      compareWeights(graph, node, nodes);
    }
  }
  return {
    graph,
    blocks: scope.blocks,
    nodes,
    incoming: arrived,
    order,
    totals: sumUp(nodes.values()),
    problems: circles.map((circle) => circleProblem(graph, circle)),
  };
}

/** Whether nothing in a node and its surroundings has changed that its facts depend on; what arrives at it apart. */
function canReuse(before: NodeFacts, node: GraphNode, scope: Scope): boolean {
  const was = before.node;
  return (
    (was === node ||
      (was.params === node.params &&
        was.kind === node.kind &&
        was.name === node.name &&
        was.block === node.block)) &&
    // A node that shares weights depends on one that may stand anywhere; the shape of an inner input comes from outside.
    node.sharesWeightsWith === undefined &&
    was.sharesWeightsWith === undefined &&
    (scope.bound === null || node.kind !== inputKind)
  );
}

/** An unconnected port and an unknown shape look alike in the facts, so what arrived is compared itself. */
function sameIncoming(before: Incoming | undefined, now: Incoming): boolean {
  return (
    before?.shapes.length === now.shapes.length &&
    before.waitsFor.length === now.waitsFor.length &&
    now.shapes.every((shape, port) => {
      const other = before.shapes[port] ?? null;
      return (
        before.connected[port] === now.connected[port] &&
        (shape === other || (shape !== null && other !== null && sameShape(shape, other)))
      );
    }) &&
    now.waitsFor.every((id, index) => before.waitsFor[index] === id)
  );
}

function sameShape(a: Shape, b: Shape): boolean {
  return a === b || (a.length === b.length && a.every((size, axis) => size === b[axis]));
}

/** The same facts for a node that was only moved. */
function moved(facts: NodeFacts, node: GraphNode): NodeFacts {
  return facts.node === node ? facts : { ...facts, node };
}

/** A layer that is called again must need weights of the shapes that it has. */
function compareWeights(graph: Graph, node: GraphNode, nodes: Map<NodeId, NodeFacts>): void {
  const facts = nodes.get(node.id);
  const owner = weightOwner(graph, node);
  const ownerFacts = owner === null ? undefined : nodes.get(owner.id);
  if (
    facts?.outputs === undefined ||
    facts.outputs === null ||
    facts.layer === undefined ||
    ownerFacts === undefined ||
    ownerFacts.outputs === null
  ) {
    return;
  }
  const shapes = facts.inputs.filter((shape): shape is Shape => shape !== null);
  const needed = facts.layer.weights(shapes, facts.params);
  const index = needed.findIndex(
    (weight, place) => !sameShape(weight.shape, ownerFacts.weights[place]?.shape ?? []),
  );
  const wrong = needed[index];
  if (
    wrong === undefined ||
    facts.problems.some((each) => each.code === 'graph.sharedShapeDiffers')
  ) {
    return;
  }
  nodes.set(node.id, {
    ...facts,
    status: 'problem',
    problems: [
      ...facts.problems,
      {
        code: 'graph.sharedShapeDiffers',
        severity: 'error',
        place: { node: node.id },
        values: {
          node: node.name,
          other: ownerFacts.node.name,
          weight: wrong.name,
          needed: wrong.shape,
          shape: ownerFacts.weights[index]?.shape ?? null,
        },
      },
    ],
  });
}

function circleProblem(graph: Graph, circle: readonly NodeId[]): Problem<ParamPatch> {
  const members = new Set(circle);
  const inOrder = graph.nodes.filter((node) => members.has(node.id));
  const first = inOrder[0];
  return {
    code: 'graph.cycle',
    severity: 'error',
    ...(first === undefined ? {} : { place: { node: first.id } }),
    values: { nodes: inOrder.slice(0, 6).map((node) => node.name), count: inOrder.length },
  };
}

function sumUp(nodes: Iterable<NodeFacts>): GraphTotals {
  let layerCount = 0;
  let parameterCount = 0;
  let trainableCount = 0;
  let multiplyAdds = 0;
  let activationBytes = 0;
  for (const facts of nodes) {
    layerCount += facts.block?.totals.layerCount ?? (facts.layer?.family === 'io' ? 0 : 1);
    parameterCount += facts.parameterCount;
    trainableCount += facts.trainableCount;
    multiplyAdds += facts.multiplyAdds;
    activationBytes += facts.activationBytes;
  }
  return {
    layerCount,
    parameterCount,
    trainableCount,
    multiplyAdds,
    weightBytes: 4 * parameterCount,
    activationBytes,
  };
}
