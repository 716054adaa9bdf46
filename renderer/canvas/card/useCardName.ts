import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { NodeProblems } from '#renderer/canvas/card/nodeProblems.ts';
import { cardWords } from '#renderer/parts/cards/cardWords.ts';
import { countText } from '#renderer/parts/text/numberText.ts';
import { shapeText } from '#renderer/parts/text/shapeText.ts';
import { useLanguage } from '#renderer/parts/text/useLocalText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { describe } from '#shared/document/describe.ts';
import type { GraphFacts, NodeFacts } from '#shared/graph/facts.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import { edgesFrom, edgesInto } from '#shared/graph/queries.ts';

/**
 * What a screen reader says of a card: "Conv2D, conv2d_1, 64, 3 by 3, relu. Output 11 by 11 by 64. 18,496 parameters.
 * No problems. Layer 4 of 9, after max_pooling2d, before max_pooling2d_1." Problems come first.
 */
export function useCardName(facts: NodeFacts, problems: NodeProblems): string {
  const { t } = useTranslation('canvas');
  const language = useLanguage();
  const { id } = facts.node;
  const place = useStrata((state) => placeInNetwork(state.facts, id, t));
  const words = cardWords(facts);
  const by = (text: string): string => text.replaceAll('×', t('name.by'));
  const problem =
    problems.first === null
      ? null
      : t(problems.errors > 0 ? 'name.problem' : 'name.warning', {
          text: describe(problems.first, language).sentence,
        });
  return [
    problem,
    [words.title, words.name, ...words.highlights.split(' · ').filter((word) => word !== '')]
      .map(by)
      .join(t('name.comma')) + t('name.stop'),
    outputName(facts, by, t),
    facts.parameterCount === 0
      ? t('name.noParameters')
      : t('name.parameters', {
          count: facts.parameterCount,
          text: countText(facts.parameterCount),
        }),
    problem === null ? t('name.noProblems') : null,
    place,
  ]
    .filter((part) => part !== null)
    .join(t('name.space'));
}

function outputName(
  facts: NodeFacts,
  by: (text: string) => string,
  t: TFunction<'canvas'>,
): string {
  const [output] = facts.outputs ?? [];
  return output === undefined
    ? t('name.outputUnknown')
    : t('name.output', { shape: by(shapeText(output)) });
}

const orderIndex = new WeakMap<GraphFacts, ReadonlyMap<NodeId, number>>();

function placeInNetwork(facts: GraphFacts, id: NodeId, t: TFunction<'canvas'>): string {
  let index = orderIndex.get(facts);
  if (index === undefined) {
    index = new Map(facts.order.map((node, at) => [node, at + 1]));
    orderIndex.set(facts, index);
  }
  const names = (nodes: readonly NodeId[]): string =>
    nodes.map((node) => facts.nodes.get(node)?.node.name ?? '').join(t('name.and'));
  const before = edgesInto(facts.graph, id).map((edge) => edge.from.node);
  const after = edgesFrom(facts.graph, id).map((edge) => edge.to.node);
  return [
    t('name.place', { number: index.get(id) ?? 0, count: facts.order.length }),
    ...(before.length > 0 ? [t('name.after', { names: names(before) })] : []),
    ...(after.length > 0 ? [t('name.before', { names: names(after) })] : []),
  ]
    .join(t('name.comma'))
    .concat(t('name.stop'));
}
