import type { GraphFacts, Incoming, NodeFacts } from '#shared/graph/facts.ts';
import type { Block, GraphNode, NodeId } from '#shared/graph/graph.ts';
import {
  atNode,
  countWeights,
  failedFacts,
  hasError,
  nodeError,
  unresolvedFacts,
} from '#shared/graph/nodeFacts.ts';
import { checkPorts } from '#shared/graph/ports.ts';
import { inputKind, outputKind } from '#shared/graph/queries.ts';
import { resolveParams } from '#shared/graph/resolveParams.ts';
import type { Scope } from '#shared/graph/scope.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import type { Shape } from '#shared/shape/shape.ts';

/**
 * Facts of an instance of a block: its inner graph, inferred with the instance's arguments and inputs. Problems:
 * `graph.unknownBlock`, `graph.blockInsideItself`, `graph.blockHasProblems`, those of its arguments and ports.
 */
export function inferBlock(
  node: GraphNode,
  owner: GraphNode,
  incoming: Incoming,
  scope: Scope,
  previous: NodeFacts | undefined,
): NodeFacts {
  const known = { node, layer: undefined, params: node.params, inputs: incoming.shapes };
  const block = scope.blocks.find((candidate) => candidate.id === node.block);
  if (block === undefined) {
    return failedFacts({ ...known, problems: [nodeError('graph.unknownBlock', node)] });
  }
  if (scope.around.includes(block)) {
    const problem = nodeError('graph.blockInsideItself', node, { block: block.name });
    return failedFacts({ ...known, problems: [problem] });
  }
  const parsed = resolveParams(block.params, owner, scope.inside);
  const params = parsed.values;
  const paramProblems = parsed.problems.map((problem) => atNode(node, problem));
  const doors = block.graph.nodes.filter((inner) => inner.kind === inputKind);
  const { inputs, shapes, ...ports } = checkPorts(node, doors.length, doors.length, incoming);
  const resolved = {
    ...known,
    params,
    inputs,
    paramProblems,
    problems: [...paramProblems, ...ports.problems],
  };
  if (shapes === null) {
    return unresolvedFacts(resolved, incoming.waitsFor);
  }
  const bound = bind(doors, shapes);
  const inner = scope.infer(
    block.graph,
    { ...scope, inside: { block, values: params }, bound, around: [...scope.around, block] },
    sameArguments(previous, node, params) ? (previous?.block ?? undefined) : undefined,
  );
  return sumUp(resolved, owner, block, inner);
}

function bind(doors: readonly GraphNode[], shapes: readonly Shape[]): ReadonlyMap<NodeId, Shape> {
  return new Map(
    doors.flatMap((door, index): [NodeId, Shape][] => {
      const shape = shapes[index];
      return shape === undefined ? [] : [[door.id, shape]];
    }),
  );
}

function sameArguments(
  previous: NodeFacts | undefined,
  node: GraphNode,
  params: ParamValues,
): boolean {
  return (
    previous?.node.block === node.block &&
    JSON.stringify(previous?.params) === JSON.stringify(params)
  );
}

function sumUp(
  known: Pick<NodeFacts, 'node' | 'layer' | 'params' | 'inputs' | 'problems' | 'paramProblems'>,
  owner: GraphNode,
  block: Block,
  inner: GraphFacts,
): NodeFacts {
  const facts = block.graph.nodes.flatMap((each) => inner.nodes.get(each.id) ?? []);
  const exits = facts.filter((each) => each.node.kind === outputKind);
  const outputs = exits.flatMap((each) => each.outputs ?? []);
  const isComplete = outputs.length === exits.length && exits.length > 0;
  const isBroken = inner.problems.length > 0 || facts.some((each) => each.status !== 'ready');
  const problems =
    isBroken || !isComplete
      ? [...known.problems, nodeError('graph.blockHasProblems', known.node, { block: block.name })]
      : known.problems;
  const weights =
    owner === known.node
      ? facts.flatMap((each) =>
          each.weights.map((weight) => ({ ...weight, name: `${each.node.name}/${weight.name}` })),
        )
      : [];
  return {
    ...known,
    outputs: isComplete ? outputs : null,
    status: hasError(problems) ? 'problem' : 'ready',
    waitsFor: [],
    problems,
    weights,
    ...countWeights(weights),
    multiplyAdds: inner.totals.multiplyAdds,
    activationBytes: inner.totals.activationBytes,
    block: inner,
  };
}
