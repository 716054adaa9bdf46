import type { Block, Graph, GraphNode, NodeId } from '#shared/graph/graph.ts';
import type { GraphFacts, NodeFacts } from '#shared/graph/facts.ts';
import { blockKind, edgesInto, inputKind, outputKind, weightOwner } from '#shared/graph/queries.ts';
import type { BlockArguments } from '#shared/graph/resolveParams.ts';
import { resolveParams } from '#shared/graph/resolveParams.ts';
import type { LayerDefinition, ParamPatch, WeightSpec } from '#shared/layers/defineLayer.ts';
import { findLayer } from '#shared/layers/index.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Where a graph is inferred: at the top of a document, or inside an instance of a block. */
export interface Scope {
  readonly blocks: readonly Block[];
  /** `null` at the top. */
  readonly inside: BlockArguments | null;
  /** Shapes that the instance's inputs bring, by inner input node. */
  readonly bound: ReadonlyMap<NodeId, Shape> | null;
  /** Names of the blocks around this graph, the outermost first: a block inside itself is refused. */
  readonly around: readonly Block[];
  /** Infers the inner graph of an instance. */
  infer(graph: Graph, scope: Scope, previous: GraphFacts | undefined): GraphFacts;
}

/** What the nodes before a node bring it. */
export interface Incoming {
  /** By port; `null`: not connected, or not known. */
  readonly shapes: readonly (Shape | null)[];
  readonly connected: readonly boolean[];
  /** Nodes with problems that keep a shape from being known. */
  readonly waitsFor: readonly NodeId[];
}

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

/** Makes an error that lies at a node. */
function error(code: string, node: GraphNode, values: Problem['values']): Problem<ParamPatch> {
  return {
    code,
    severity: 'error',
    place: { node: node.id },
    values: { node: node.name, ...values },
  };
}

/** Says where a layer's own problem lies. */
function at(node: GraphNode, problem: Problem<ParamPatch>): Problem<ParamPatch> {
  return {
    ...problem,
    place: { ...problem.place, node: node.id },
    values: { node: node.name, ...problem.values },
  };
}

const nothing = {
  outputs: null,
  weights: [],
  parameterCount: 0,
  trainableCount: 0,
  multiplyAdds: 0,
  activationBytes: 0,
  block: null,
} as const;

/** Facts of a node in a circle. The circle itself is a problem of the graph. */
export function factsInCircle(graph: Graph, node: GraphNode): NodeFacts {
  return {
    node,
    layer: findLayer(node.kind),
    params: node.params,
    inputs: edgesInto(graph, node.id).map(() => null),
    status: 'problem',
    waitsFor: [],
    problems: [],
    ...nothing,
  };
}

/** Facts of one node, from what arrives at it. `previous` is only used for the inside of a block. */
export function inferNode(
  graph: Graph,
  node: GraphNode,
  incoming: Incoming,
  scope: Scope,
  previous: NodeFacts | undefined,
): NodeFacts {
  const owner = weightOwner(graph, node);
  if (owner === null) {
    return failed(node, undefined, incoming, node.params, [
      error('graph.sharedNodeMissing', node, {}),
    ]);
  }
  if (owner !== node && (owner.kind !== node.kind || owner.block !== node.block)) {
    return failed(node, findLayer(node.kind), incoming, node.params, [
      error('graph.sharedKindDiffers', node, {
        kind: node.kind,
        other: owner.name,
        otherKind: owner.kind,
      }),
    ]);
  }
  if (node.kind === blockKind) {
    return inferBlock(node, owner, incoming, scope, previous);
  }
  const layer = findLayer(node.kind);
  if (layer === undefined) {
    return failed(node, undefined, incoming, node.params, [
      error('graph.unknownLayer', node, { kind: node.kind }),
    ]);
  }
  return inferLayer(node, owner, layer, incoming, scope);
}

function inferLayer(
  node: GraphNode,
  owner: GraphNode,
  layer: LayerDefinition,
  incoming: Incoming,
  scope: Scope,
): NodeFacts {
  const parsed = resolveParams(layer.params, owner, scope.inside);
  const params = parsed.values;
  const problems = [...parsed.problems.map((problem) => at(node, problem))];
  const bound = node.kind === inputKind ? scope.bound?.get(node.id) : undefined;
  const ports = checkPorts(node, layer.inputs.min, layer.inputs.max, incoming);
  problems.push(...ports.problems);
  const shapes = ports.shapes;
  if (shapes === null) {
    return {
      ...waitingOrFailed(problems),
      node,
      layer,
      params,
      inputs: ports.inputs,
      waitsFor: incoming.waitsFor,
      ...nothing,
    };
  }
  const result = layer.outputShape(shapes, params);
  if (!result.ok) {
    return failed(node, layer, { ...incoming, shapes: ports.inputs }, params, [
      ...problems,
      at(node, result.problem),
    ]);
  }
  const outputs = bound === undefined ? result.value : [bound];
  const weights = owner === node ? layer.weights(shapes, params) : [];
  return {
    node,
    layer,
    params,
    inputs: ports.inputs,
    outputs,
    status: problems.some((problem) => problem.severity === 'error') ? 'problem' : 'ready',
    waitsFor: [],
    problems,
    weights,
    ...countWeights(weights),
    multiplyAdds: layer.multiplyAdds(shapes, params),
    activationBytes: node.kind === outputKind ? 0 : bytesOf(outputs),
    block: null,
  };
}

function inferBlock(
  node: GraphNode,
  owner: GraphNode,
  incoming: Incoming,
  scope: Scope,
  previous: NodeFacts | undefined,
): NodeFacts {
  const block = scope.blocks.find((candidate) => candidate.id === node.block);
  if (block === undefined) {
    return failed(node, undefined, incoming, node.params, [error('graph.unknownBlock', node, {})]);
  }
  if (scope.around.includes(block)) {
    return failed(node, undefined, incoming, node.params, [
      error('graph.blockInsideItself', node, { block: block.name }),
    ]);
  }
  const parsed = resolveParams(block.params, owner, scope.inside);
  const params = parsed.values;
  const problems = parsed.problems.map((problem) => at(node, problem));
  const doors = block.graph.nodes.filter((inner) => inner.kind === inputKind);
  const ports = checkPorts(node, doors.length, doors.length, incoming);
  problems.push(...ports.problems);
  const shapes = ports.shapes;
  if (shapes === null) {
    return {
      ...waitingOrFailed(problems),
      node,
      layer: undefined,
      params,
      inputs: ports.inputs,
      waitsFor: incoming.waitsFor,
      ...nothing,
    };
  }
  const bound = new Map<NodeId, Shape>();
  for (const [index, door] of doors.entries()) {
    const shape = shapes[index];
    if (shape !== undefined) {
      bound.set(door.id, shape);
    }
  }
  const sameArguments =
    previous?.node.block === node.block &&
    JSON.stringify(previous?.params) === JSON.stringify(params);
  const inner = scope.infer(
    block.graph,
    { ...scope, inside: { block, values: params }, bound, around: [...scope.around, block] },
    sameArguments ? (previous?.block ?? undefined) : undefined,
  );
  return { ...sumUpBlock(node, owner, block, inner, problems), params, inputs: ports.inputs };
}

function sumUpBlock(
  node: GraphNode,
  owner: GraphNode,
  block: Block,
  inner: GraphFacts,
  problems: readonly Problem<ParamPatch>[],
): Omit<NodeFacts, 'params' | 'inputs'> {
  const facts = block.graph.nodes.flatMap((each) => inner.nodes.get(each.id) ?? []);
  const exits = facts.filter((each) => each.node.kind === outputKind);
  const outputs = exits.flatMap((each) => each.outputs ?? []);
  const isBroken = inner.problems.length > 0 || facts.some((each) => each.status !== 'ready');
  const isComplete = outputs.length === exits.length && exits.length > 0;
  const broken =
    isBroken || !isComplete ? [error('graph.blockHasProblems', node, { block: block.name })] : [];
  const weights =
    owner === node
      ? facts.flatMap((each) =>
          each.weights.map((weight) => ({ ...weight, name: `${each.node.name}/${weight.name}` })),
        )
      : [];
  const all = [...problems, ...broken];
  return {
    node,
    layer: undefined,
    outputs: isComplete ? outputs : null,
    status: all.some((problem) => problem.severity === 'error') ? 'problem' : 'ready',
    waitsFor: [],
    problems: all,
    weights,
    ...countWeights(weights),
    multiplyAdds: inner.totals.multiplyAdds,
    activationBytes: inner.totals.activationBytes,
    block: inner,
  };
}

/**
 * Compares what is connected with what a layer takes. `shapes` are the layer's inputs once all are known, without the
 * gaps that a layer for any number of inputs may have; `inputs` has an entry for every port.
 */
function checkPorts(
  node: GraphNode,
  min: number,
  max: number | null,
  incoming: Incoming,
): {
  readonly inputs: readonly (Shape | null)[];
  readonly shapes: readonly Shape[] | null;
  readonly problems: readonly Problem<ParamPatch>[];
} {
  const inputs = [...incoming.shapes];
  while (inputs.length < min) {
    inputs.push(null);
  }
  const count = incoming.connected.filter(Boolean).length;
  const problems: Problem<ParamPatch>[] = [];
  if (max !== null && incoming.connected.length > max) {
    problems.push(
      error('graph.tooManyInputs', node, { given: incoming.connected.length, expected: max }),
    );
  }
  const hasGap =
    max === null
      ? count < min
      : Array.from({ length: min }, (_, port) => incoming.connected[port] === true).includes(false);
  if (hasGap) {
    const code = min === 1 ? 'graph.missingInput' : 'graph.missingInputs';
    problems.push(error(code, node, { given: count, expected: min }));
  }
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

function failed(
  node: GraphNode,
  layer: LayerDefinition | undefined,
  incoming: Incoming,
  params: ParamValues,
  problems: readonly Problem<ParamPatch>[],
): NodeFacts {
  return {
    node,
    layer,
    params,
    inputs: incoming.shapes,
    status: 'problem',
    waitsFor: [],
    problems,
    ...nothing,
  };
}

function waitingOrFailed(
  problems: readonly Problem<ParamPatch>[],
): Pick<NodeFacts, 'status' | 'problems'> {
  const isFailed = problems.some((problem) => problem.severity === 'error');
  return { status: isFailed ? 'problem' : 'waiting', problems };
}

function countWeights(
  weights: readonly WeightSpec[],
): Pick<NodeFacts, 'parameterCount' | 'trainableCount'> {
  let parameterCount = 0;
  let trainableCount = 0;
  for (const weight of weights) {
    const size = weight.shape.reduce((product, length) => product * length, 1);
    parameterCount += size;
    trainableCount += weight.trainable ? size : 0;
  }
  return { parameterCount, trainableCount };
}

function bytesOf(shapes: readonly Shape[]): number {
  return shapes.reduce(
    (sum, shape) => sum + 4 * shape.reduce<number>((product, size) => product * (size ?? 1), 1),
    0,
  );
}
