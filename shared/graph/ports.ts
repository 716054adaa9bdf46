import type { Incoming, NodeFacts } from '#shared/graph/facts.ts';
import type { Graph, GraphNode, NodeId } from '#shared/graph/graph.ts';
import { nodeError } from '#shared/graph/nodeFacts.ts';
import { edgesInto } from '#shared/graph/queries.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Of more nodes that are waited for, a reader learns nothing. */
const waitsForLimit = 8;

/** Gathers the shapes that arrive at a node's ports. */
export function gather(
  graph: Graph,
  node: GraphNode,
  factsOf: (id: NodeId) => NodeFacts | undefined,
): Incoming {
  const shapes: (Shape | null)[] = [];
  const connected: boolean[] = [];
  const waitsFor = new Set<NodeId>();
  for (const edge of edgesInto(graph, node.id)) {
    while (shapes.length <= edge.to.port) {
      shapes.push(null);
      connected.push(false);
    }
    connected[edge.to.port] = true;
    const source = factsOf(edge.from.node);
    const shape = source?.outputs?.[edge.from.port] ?? null;
    shapes[edge.to.port] = shape;
    if (shape === null) {
      const roots = source?.status === 'waiting' ? source.waitsFor : [edge.from.node];
      for (const root of roots) {
        if (waitsFor.size < waitsForLimit) {
          waitsFor.add(root);
        }
      }
    }
  }
  return { shapes, connected, waitsFor: [...waitsFor] };
}

/** What a layer gets through its ports. */
export interface CheckedPorts {
  /** An entry for every port. */
  readonly inputs: readonly (Shape | null)[];
  /** The layer's inputs once all are known, without the gaps that a layer for any number of inputs may have. */
  readonly shapes: readonly Shape[] | null;
  readonly problems: readonly Problem<ParamPatch>[];
}

/**
 * Compares what is connected with how many inputs a layer takes. Problems: `graph.tooManyInputs`,
 * `graph.missingInput`, `graph.missingInputs`.
 */
export function checkPorts(
  node: GraphNode,
  min: number,
  max: number | null,
  incoming: Incoming,
): CheckedPorts {
  const inputs = [...incoming.shapes];
  while (inputs.length < min) {
    inputs.push(null);
  }
  const problems = countProblems(node, min, max, incoming);
  if (problems.length > 0) {
    return { inputs, shapes: null, problems };
  }
  const shapes: Shape[] = [];
  for (const [port, isConnected] of incoming.connected.entries()) {
    const shape = incoming.shapes[port] ?? null;
    if (isConnected && shape === null) {
      return { inputs, shapes: null, problems };
    }
    if (shape !== null) {
      shapes.push(shape);
    }
  }
  return { inputs, shapes, problems };
}

function countProblems(
  node: GraphNode,
  min: number,
  max: number | null,
  { connected }: Incoming,
): readonly Problem<ParamPatch>[] {
  const problems: Problem<ParamPatch>[] = [];
  const count = connected.filter(Boolean).length;
  if (max !== null && connected.length > max) {
    problems.push(
      nodeError('graph.tooManyInputs', node, { given: connected.length, expected: max }),
    );
  }
  const lacksPort = () =>
    Array.from({ length: min }, (_port, port) => connected[port] === true).includes(false);
  if (max === null ? count < min : lacksPort()) {
    const code = min === 1 ? 'graph.missingInput' : 'graph.missingInputs';
    problems.push(nodeError(code, node, { given: count, expected: min }));
  }
  return problems;
}
