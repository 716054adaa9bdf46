import type { NodeFacts } from '#shared/graph/facts.ts';
import type { GraphNode } from '#shared/graph/graph.ts';
import type { ParamPatch, WeightSpec } from '#shared/layers/defineLayer.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Makes an error that lies at a node. */
export function nodeError(
  code: string,
  node: GraphNode,
  values: Problem['values'] = {},
): Problem<ParamPatch> {
  return {
    code,
    severity: 'error',
    place: { node: node.id },
    values: { node: node.name, ...values },
  };
}

/** Says where a layer's own problem lies. */
export function atNode(node: GraphNode, problem: Problem<ParamPatch>): Problem<ParamPatch> {
  return {
    ...problem,
    place: { ...problem.place, node: node.id },
    values: { node: node.name, ...problem.values },
  };
}

/** What is known of a node whose outputs are not. */
type Unresolved = Pick<NodeFacts, 'node' | 'layer' | 'params' | 'inputs' | 'problems'> &
  Partial<Pick<NodeFacts, 'paramProblems'>>;

const nothing = {
  outputs: null,
  waitsFor: [],
  paramProblems: [],
  weights: [],
  parameterCount: 0,
  trainableCount: 0,
  multiplyAdds: 0,
  activationBytes: 0,
  block: null,
} as const;

/** Facts of a node whose problem keeps its outputs from being known. */
export function failedFacts(known: Unresolved): NodeFacts {
  return { ...nothing, ...known, status: 'problem' };
}

/** Facts of a node whose inputs are not known: it waits, unless something is wrong with itself too. */
export function unresolvedFacts(known: Unresolved, waitsFor: NodeFacts['waitsFor']): NodeFacts {
  const status = hasError(known.problems) ? 'problem' : 'waiting';
  return { ...nothing, ...known, status, waitsFor };
}

/** Whether one of the problems is an error. */
export function hasError(problems: readonly Problem<unknown>[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** How many numbers weights hold, and how many of them are trained. */
export function countWeights(
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

/** Bytes of tensors for one example, float32; an unknown size counts as 1. */
export function bytesOf(shapes: readonly Shape[]): number {
  return shapes.reduce(
    (sum, shape) => sum + 4 * shape.reduce<number>((product, size) => product * (size ?? 1), 1),
    0,
  );
}
