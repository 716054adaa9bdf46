import type { Check, CheckContext } from '#shared/document/checks/context.ts';
import { recommendFirst } from '#shared/document/checks/context.ts';
import type { Fix } from '#shared/document/fix.ts';
import { removeFix } from '#shared/document/fixes/graphFixes.ts';
import { missingInputFixes, rankFixes } from '#shared/document/fixes/inputFixes.ts';
import { mergeFixes } from '#shared/document/fixes/mergeFixes.ts';
import { fixesThatMend } from '#shared/document/fixes/tryFixes.ts';
import type { GraphFacts, NodeFacts } from '#shared/graph/inferGraph.ts';
import { edgesInto, nodeById } from '#shared/graph/queries.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { Problem, ProblemValue } from '#shared/problems/problem.ts';
import { withoutFixes } from '#shared/problems/problem.ts';

/** Fixes are tried for this many problems; a graph with more has another cause than each of them. */
const fixLimit = 12;

/** Problems of single nodes: their parameters, their inputs, what they stand for. */
export const checkNodes: Check = (context) => {
  const problems: Problem<Fix>[] = [];
  for (const node of context.document.graph.nodes) {
    const facts = context.facts.nodes.get(node.id);
    for (const problem of facts?.problems ?? []) {
      if (facts !== undefined) {
        const fixes = problems.length < fixLimit ? fixesOf(context, facts, problem) : [];
        problems.push(withFixes(clarify(context, facts, problem), fixes));
      }
    }
    if (facts?.block != null) {
      problems.push(...insideBlock(facts.block, [node.id]));
    }
  }
  return problems;
};

/** Problems inside a block; they have no fixes here, for an edit of the block changes all its instances. */
function insideBlock(facts: GraphFacts, path: readonly string[]): readonly Problem<Fix>[] {
  const own = [...facts.problems, ...[...facts.nodes.values()].flatMap((node) => node.problems)];
  const deeper = [...facts.nodes.values()].flatMap((node) =>
    node.block === null ? [] : insideBlock(node.block, [...path, node.node.id]),
  );
  return [
    ...own.map((problem) => ({
      ...withoutFixes(problem),
      place: { ...problem.place, path },
    })),
    ...deeper,
  ];
}

function withFixes(problem: Problem, fixes: readonly Fix[]): Problem<Fix> {
  return fixes.length === 0 ? problem : { ...problem, fixes: recommendFirst(fixes) };
}

/** Candidates by what is wrong; a code that is not here has those of the layer alone. */
const candidatesOf: Readonly<
  Record<string, (context: CheckContext, facts: NodeFacts) => Iterable<Fix>>
> = {
  'layers.wrongRank': rankFixes,
  'merging.shapesDiffer': mergeFixes,
  'concatenate.shapesDiffer': mergeFixes,
  'dot.sizesDiffer': mergeFixes,
  'graph.missingInput': missingInputFixes,
  'graph.missingInputs': missingInputFixes,
  'graph.unknownLayer': (_context, facts) => [removeFix(facts.node, true)],
  'graph.unknownBlock': (_context, facts) => [removeFix(facts.node, true)],
  'graph.blockInsideItself': (_context, facts) => [removeFix(facts.node, true)],
  'graph.tooManyInputs': (context, facts) => extraEdgeFixes(context, facts),
  'graph.sharedNodeMissing': (_context, facts) => [ownWeightsFix(facts)],
  'graph.sharedKindDiffers': (_context, facts) => [ownWeightsFix(facts)],
  'graph.sharedShapeDiffers': (_context, facts) => [ownWeightsFix(facts)],
};

function fixesOf(
  context: CheckContext,
  facts: NodeFacts,
  problem: Problem<ParamPatch>,
): readonly Fix[] {
  const own = (problem.fixes ?? []).map((patch) => patchFix(facts, patch));
  const candidates = candidatesOf[problem.code];
  if (candidates === undefined) {
    return own.slice(0, 3);
  }
  return fixesThatMend(context, facts.node.id, concat(own, candidates(context, facts)));
}

function* concat(first: Iterable<Fix>, second: Iterable<Fix>): Generator<Fix> {
  yield* first;
  yield* second;
}

function patchFix(facts: NodeFacts, patch: ParamPatch): Fix {
  return {
    title: patch.title,
    edit: { type: 'setParams', node: facts.node.id, params: patch.params },
  };
}

function ownWeightsFix({ node }: NodeFacts): Fix {
  return {
    title: {
      en: `Give ${node.name} weights of its own`,
      'zh-CN': `让 ${node.name} 使用自己的权重`,
    },
    edit: { type: 'setSharing', node: node.id, with: null },
  };
}

function extraEdgeFixes(context: CheckContext, { node, layer }: NodeFacts): readonly Fix[] {
  const { graph } = context.document;
  const max = layer?.inputs.max ?? 0;
  return edgesInto(graph, node.id)
    .filter((edge) => edge.to.port >= max)
    .map((edge) => {
      const source = nodeById(graph, edge.from.node)?.name ?? '';
      return {
        title: {
          en: `Remove the line from ${source}`,
          'zh-CN': `去掉来自 ${source} 的连线`,
        },
        edit: { type: 'disconnect', edges: [edge.id] },
      };
    });
}

function isShape(value: ProblemValue): value is readonly (string | number | null)[] {
  return Array.isArray(value);
}

/** Says which nodes bring the two shapes that do not go together, where they differ in their channels only. */
function clarify(context: CheckContext, facts: NodeFacts, problem: Problem<ParamPatch>): Problem {
  const plain = withoutFixes(problem);
  const first = problem.values['first'] ?? null;
  const second = problem.values['second'] ?? null;
  if (problem.code !== 'merging.shapesDiffer' || !isShape(first) || !isShape(second)) {
    return plain;
  }
  const edges = edgesInto(context.document.graph, facts.node.id);
  const nameAt = (port: number) => {
    const edge = edges[port];
    return edge === undefined ? '' : (nodeById(context.document.graph, edge.from.node)?.name ?? '');
  };
  const port = typeof problem.values['port'] === 'number' ? problem.values['port'] - 1 : 1;
  const values = { ...plain.values, firstNode: nameAt(0), secondNode: nameAt(port) };
  const rest = (shape: readonly unknown[]) => JSON.stringify(shape.slice(0, -1));
  const inChannels = first.length === second.length && rest(first) === rest(second);
  return inChannels
    ? {
        ...plain,
        code: first.length === 3 ? 'document.channelsDiffer' : 'document.lastSizesDiffer',
        values: { ...values, firstSize: first.at(-1) ?? null, secondSize: second.at(-1) ?? null },
      }
    : { ...plain, values };
}
