import type { CheckContext } from '#shared/document/checks/context.ts';
import type { Fix } from '#shared/document/fix.ts';
import { connectFix, insertFix, paramFix } from '#shared/document/fixes/graphFixes.ts';
import type { GraphEdge } from '#shared/graph/graph.ts';
import type { NodeFacts } from '#shared/graph/inferGraph.ts';
import { edgesFrom, edgesInto, outputKind } from '#shared/graph/queries.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Sources that a layer without input could be connected to are looked for among this many nodes. */
const sourceLimit = 6;

/** Candidates for a node whose inputs have the wrong rank: a layer in between that changes it. */
export function* rankFixes(context: CheckContext, facts: NodeFacts): Generator<Fix> {
  const accepted = facts.layer?.inputs.ranks ?? [1, 2, 3];
  for (const edge of edgesInto(context.document.graph, facts.node.id)) {
    const shape = facts.inputs[edge.to.port] ?? null;
    if (shape !== null && !accepted.includes(shape.length)) {
      yield* rankFixesOnEdge(context, edge, shape, accepted);
    }
  }
}

function* rankFixesOnEdge(
  context: CheckContext,
  edge: GraphEdge,
  shape: Shape,
  accepted: readonly number[],
): Generator<Fix> {
  const source = context.facts.nodes.get(edge.from.node);
  if (source?.params['returnSequences'] === false && accepted.includes(2)) {
    yield paramFix(source.node, 'returnSequences', true, 'true');
  }
  if (accepted.includes(1)) {
    yield* toVectorFixes(context, edge, shape);
  }
  for (const target of reshapedShapes(shape, accepted)) {
    yield insertFix(context, edge, 'reshape', { targetShape: target }, target.join('×'));
  }
}

/** Candidates that turn an image or a sequence into one row of numbers. */
export function* toVectorFixes(
  context: CheckContext,
  edge: GraphEdge,
  shape: Shape,
): Generator<Fix> {
  if (shape.length > 1 && !shape.includes(null)) {
    yield insertFix(context, edge, 'flatten', {});
  }
  if (shape.length === 3) {
    yield insertFix(context, edge, 'globalAveragePooling2d', {});
  }
  if (shape.length === 2) {
    yield insertFix(context, edge, 'globalAveragePooling1d', {});
  }
}

/** Other ranks that the same numbers can take: a square image, a sequence of rows, a sequence of single numbers. */
function reshapedShapes(shape: Shape, accepted: readonly number[]): readonly number[][] {
  if (shape.length === 0 || shape.includes(null)) {
    return [];
  }
  const sizes = shape.map((size) => size ?? 1);
  const [first = 1, second = 1, third = 1] = sizes;
  const side = Math.sqrt(first);
  const shapes: number[][] = [];
  if (accepted.includes(3)) {
    if (sizes.length === 1) {
      shapes.push(Number.isInteger(side) && side > 1 ? [side, side, 1] : [first, 1, 1]);
    }
    if (sizes.length === 2) {
      shapes.push([first, second, 1]);
    }
  }
  if (accepted.includes(2)) {
    if (sizes.length === 1) {
      shapes.push([first, 1]);
    }
    if (sizes.length === 3) {
      shapes.push([first * second, third], [first, second * third]);
    }
  }
  return shapes;
}

/** Candidates for a node without input: the ends of the network that stand nearest before it. */
export function* missingInputFixes(context: CheckContext, facts: NodeFacts): Generator<Fix> {
  const { graph } = context.document;
  const { node } = facts;
  const taken = new Set(edgesInto(graph, node.id).map((edge) => edge.to.port));
  let port = 0;
  while (taken.has(port)) {
    port += 1;
  }
  const distance = (other: { readonly x: number; readonly y: number }) =>
    Math.abs(other.x - node.position.x) + Math.abs(other.y - node.position.y);
  const ends = graph.nodes
    .filter(
      (other) =>
        other.id !== node.id &&
        other.kind !== outputKind &&
        edgesFrom(graph, other.id).length === 0 &&
        context.facts.nodes.get(other.id)?.outputs !== null,
    )
    .sort((a, b) => distance(a.position) - distance(b.position))
    .slice(0, sourceLimit);
  for (const source of ends) {
    yield connectFix(source, node, port);
  }
}
