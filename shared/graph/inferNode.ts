import type { Incoming, NodeFacts } from '#shared/graph/facts.ts';
import type { Graph, GraphNode } from '#shared/graph/graph.ts';
import { inferBlock } from '#shared/graph/inferBlock.ts';
import {
  atNode,
  bytesOf,
  countWeights,
  failedFacts,
  hasError,
  nodeError,
  unresolvedFacts,
} from '#shared/graph/nodeFacts.ts';
import { checkPorts } from '#shared/graph/ports.ts';
import { blockKind, edgesInto, inputKind, outputKind, weightOwner } from '#shared/graph/queries.ts';
import { resolveParams } from '#shared/graph/resolveParams.ts';
import type { Scope } from '#shared/graph/scope.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { findLayer } from '#shared/layers/index.ts';

/** Facts of a node in a circle. The circle itself is a problem of the graph. */
export function factsInCircle(graph: Graph, node: GraphNode): NodeFacts {
  return failedFacts({
    node,
    layer: findLayer(node.kind),
    params: node.params,
    inputs: edgesInto(graph, node.id).map(() => null),
    problems: [],
  });
}

/**
 * Facts of one node, from what arrives at it. `previous` are its facts before the edit: the values of unchanged
 * parameters and the inside of a block are taken from them.
 */
export function inferNode(
  graph: Graph,
  node: GraphNode,
  incoming: Incoming,
  scope: Scope,
  previous: NodeFacts | undefined,
): NodeFacts {
  const layer = findLayer(node.kind);
  const known = { node, layer, params: node.params, inputs: incoming.shapes };
  const owner = weightOwner(graph, node);
  if (owner === null) {
    return failedFacts({ ...known, problems: [nodeError('graph.sharedNodeMissing', node)] });
  }
  if (owner.kind !== node.kind || owner.block !== node.block) {
    const values = { kind: node.kind, other: owner.name, otherKind: owner.kind };
    return failedFacts({
      ...known,
      problems: [nodeError('graph.sharedKindDiffers', node, values)],
    });
  }
  if (node.kind === blockKind) {
    return inferBlock(node, owner, incoming, scope, previous);
  }
  if (layer === undefined) {
    const problem = nodeError('graph.unknownLayer', node, { kind: node.kind });
    return failedFacts({ ...known, problems: [problem] });
  }
  return inferLayer(node, owner, layer, incoming, scope, previous);
}

function inferLayer(
  node: GraphNode,
  owner: GraphNode,
  layer: LayerDefinition,
  incoming: Incoming,
  scope: Scope,
  previous: NodeFacts | undefined,
): NodeFacts {
  const { params, paramProblems } = readParams(node, owner, layer, scope, previous);
  const { inputs, shapes, ...ports } = checkPorts(
    node,
    layer.inputs.min,
    layer.inputs.max,
    incoming,
  );
  const problems = [...paramProblems, ...ports.problems];
  const known = { node, layer, params, inputs, paramProblems, problems };
  if (shapes === null) {
    return unresolvedFacts(known, incoming.waitsFor);
  }
  const result = layer.outputShape(shapes, params);
  if (!result.ok) {
    return failedFacts({ ...known, problems: [...problems, atNode(node, result.problem)] });
  }
  const bound = node.kind === inputKind ? scope.bound?.get(node.id) : undefined;
  const outputs = bound === undefined ? result.value : [bound];
  const weights = owner === node ? layer.weights(shapes, params) : [];
  return {
    ...known,
    outputs,
    status: hasError(problems) ? 'problem' : 'ready',
    waitsFor: [],
    weights,
    ...countWeights(weights),
    multiplyAdds: layer.multiplyAdds(shapes, params),
    activationBytes: node.kind === outputKind ? 0 : bytesOf(outputs),
    block: null,
  };
}

/** The layer's values. Reading them is the larger part of inferring a layer, so unchanged ones are taken over. */
function readParams(
  node: GraphNode,
  owner: GraphNode,
  layer: LayerDefinition,
  scope: Scope,
  previous: NodeFacts | undefined,
): Pick<NodeFacts, 'params' | 'paramProblems'> {
  const was = previous?.node;
  if (
    previous !== undefined &&
    previous.layer === layer &&
    was?.params === node.params &&
    was.name === node.name &&
    was.sharesWeightsWith === undefined &&
    owner === node
  ) {
    return previous;
  }
  const parsed = resolveParams(layer.params, owner, scope.inside);
  return {
    params: parsed.values,
    paramProblems: parsed.problems.map((problem) => atNode(node, problem)),
  };
}
