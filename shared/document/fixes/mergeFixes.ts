import type { CheckContext } from '#shared/document/checks/context.ts';
import { titleOf } from '#shared/document/edits/titleOf.ts';
import type { Fix } from '#shared/document/fix.ts';
import { insertFix, paramFix } from '#shared/document/fixes/graphFixes.ts';
import { toVectorFixes } from '#shared/document/fixes/inputFixes.ts';
import type { GraphEdge, GraphNode, NodeId } from '#shared/graph/graph.ts';
import type { NodeFacts } from '#shared/graph/inferGraph.ts';
import { edgesInto } from '#shared/graph/queries.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** One input of a layer that merges. */
interface Arm {
  readonly edge: GraphEdge;
  readonly shape: Shape;
}

/**
 * Candidates for a layer that merges inputs of different shapes, the smallest change first: bring one arm to the
 * other's channels, change how many channels an arm makes, join the arms instead of combining them, bring both to rows.
 */
export function* mergeFixes(context: CheckContext, facts: NodeFacts): Generator<Fix> {
  const arms = edgesInto(context.document.graph, facts.node.id).flatMap((edge): Arm[] => {
    const shape = facts.inputs[edge.to.port] ?? null;
    return shape === null ? [] : [{ edge, shape }];
  });
  const first = arms[0];
  const other = arms.find((arm) => first !== undefined && !sameSizes(arm.shape, first.shape));
  if (first === undefined || other === undefined) {
    return;
  }
  if (first.shape.length === other.shape.length) {
    yield* projectionFixes(context, first, other);
    yield* channelFix(context, first, other);
    yield* resizeFixes(context, first, other);
  }
  if (facts.node.kind !== 'concatenate') {
    yield* joinInstead(facts, first, other);
  }
  yield* channelFix(context, other, first);
  const longer = first.shape.length > other.shape.length ? first : other;
  yield* toVectorFixes(context, longer.edge, longer.shape);
}

function sameSizes(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** The layer that changes only the last axis, by the rank of what it takes. */
const projections: Readonly<
  Record<
    number,
    {
      kind: string;
      size: string;
      params: Readonly<Record<string, number | number[]>>;
      detail: string;
    }
  >
> = {
  1: { kind: 'dense', size: 'units', params: {}, detail: '' },
  2: { kind: 'conv1d', size: 'filters', params: { kernelSize: 1 }, detail: '1' },
  3: { kind: 'conv2d', size: 'filters', params: { kernelSize: [1, 1] }, detail: '1×1' },
};

/** Inserts a layer on the arm with fewer channels, so that nothing is thrown away; then on the other. */
function* projectionFixes(context: CheckContext, first: Arm, other: Arm): Generator<Fix> {
  const isSmaller = (other.shape.at(-1) ?? 0) < (first.shape.at(-1) ?? 0);
  const [from, to] = isSmaller ? [other, first] : [first, other];
  const size = to.shape.at(-1);
  const projection = projections[from.shape.length];
  if (projection === undefined || typeof size !== 'number') {
    return;
  }
  const { kind, params, detail } = projection;
  yield insertFix(context, from.edge, kind, { ...params, [projection.size]: size }, detail);
}

/** Lets the layer that makes an arm's channels make as many as the other arm has. */
function* channelFix(context: CheckContext, arm: Arm, goal: Arm): Generator<Fix> {
  const size = goal.shape.at(-1);
  const maker = channelMaker(context, arm.edge.from.node);
  if (maker !== null && typeof size === 'number' && arm.shape.length === goal.shape.length) {
    yield paramFix(maker.node, maker.param, size, String(size));
  }
}

/**
 * The layer that decides how many channels (or units) leave a node, and the parameter that says so: the node itself, or
 * the one before it when the node keeps its channels. `null`: none.
 */
export function channelMaker(
  context: CheckContext,
  start: NodeId,
): { readonly node: GraphNode; readonly param: string } | null {
  const seen = new Set<NodeId>();
  let id = start;
  while (!seen.has(id)) {
    seen.add(id);
    const facts = context.facts.nodes.get(id);
    if (facts?.layer === undefined || facts.node.sharesWeightsWith !== undefined) {
      return null;
    }
    for (const param of ['units', 'filters', 'outputDim']) {
      if (Object.hasOwn(facts.layer.params, param)) {
        return { node: facts.node, param };
      }
    }
    const sources = edgesInto(context.document.graph, id);
    const source = sources[0];
    const keepsChannels = facts.inputs[0]?.at(-1) === facts.outputs?.[0]?.at(-1);
    if (source === undefined || sources.length !== 1 || !keepsChannels) {
      return null;
    }
    id = source.from.node;
  }
  return null;
}

/** Brings images of the same channels to the same height and width: pools the larger one. */
function* resizeFixes(context: CheckContext, first: Arm, other: Arm): Generator<Fix> {
  for (const [large, small] of [
    [first, other],
    [other, first],
  ] as const) {
    const factors = large.shape
      .slice(0, -1)
      .map((size, axis) => (size ?? 0) / (small.shape[axis] ?? 1));
    const isWhole = factors.every((factor) => Number.isInteger(factor) && factor >= 1);
    if (factors.length === 2 && isWhole && factors.some((factor) => factor > 1)) {
      const detail = factors.join('×');
      yield insertFix(
        context,
        large.edge,
        'averagePooling2d',
        { poolSize: factors, strides: factors },
        detail,
      );
      yield insertFix(context, small.edge, 'upSampling2d', { size: factors }, detail);
    }
  }
}

/** Joins the arms instead: along the one axis in which they differ. */
function* joinInstead(facts: NodeFacts, first: Arm, other: Arm): Generator<Fix> {
  const axis = first.shape.findIndex((size, index) => size !== other.shape[index]);
  const isLast = axis === first.shape.length - 1;
  yield {
    title: {
      en: `Replace ${titleOf(facts.node.kind)} with Concatenate`,
      'zh-CN': `把 ${titleOf(facts.node.kind)} 换成 Concatenate`,
    },
    edit: {
      type: 'replaceNode',
      node: facts.node.id,
      kind: 'concatenate',
      params: isLast ? {} : { axis: axis + 1 },
    },
  };
}
