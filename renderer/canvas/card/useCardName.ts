import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import type { NodeProblems } from '#renderer/canvas/card/nodeProblems.ts';
import type { CardWords } from '#renderer/parts/cards/cardSize.ts';
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
export function useCardName(
  facts: NodeFacts,
  problems: NodeProblems,
  words: CardWords,
  t: TFunction<'canvas'>,
): string {
  const language = useLanguage();
  const { id } = facts.node;
  const place = useStrata((state) => placeInNetwork(state.sheet.facts, id));
  // Looking up texts is what costs here: those without values are looked up once, the place only when it changes.
  const fixed = useMemo(() => fixedTexts(t), [t]);
  const placeText = useMemo(() => placeName(place, fixed, t), [place, fixed, t]);
  return useMemo(() => {
    const problem =
      problems.first === null
        ? null
        : t(problems.errors > 0 ? 'name.problem' : 'name.warning', {
            text: describe(problems.first, language).sentence,
          });
    const by = (text: string): string => text.replaceAll('×', fixed.by);
    const [output] = facts.outputs ?? [];
    return [
      problem,
      [words.title, words.name, ...words.highlights.split(' · ').filter((word) => word !== '')]
        .map(by)
        .join(fixed.comma) + fixed.stop,
      output === undefined
        ? fixed.outputUnknown
        : t('name.output', { shape: by(shapeText(output)) }),
      facts.parameterCount === 0
        ? fixed.noParameters
        : t('name.parameters', {
            count: facts.parameterCount,
            text: countText(facts.parameterCount),
          }),
      problem === null ? fixed.noProblems : null,
      placeText,
    ]
      .filter((part) => part !== null)
      .join(fixed.space);
  }, [facts, problems, words, language, placeText, fixed, t]);
}

function fixedTexts(t: TFunction<'canvas'>) {
  return {
    and: t('name.and'),
    by: t('name.by'),
    comma: t('name.comma'),
    noParameters: t('name.noParameters'),
    noProblems: t('name.noProblems'),
    outputUnknown: t('name.outputUnknown'),
    space: t('name.space'),
    stop: t('name.stop'),
  };
}

const orderIndex = new WeakMap<GraphFacts, ReadonlyMap<NodeId, number>>();
/** Separates the parts of a place, and the names within a part; no name holds them. */
const partEnd = '\n';
const nameEnd = '\t';

/** Number, count, and the names before and after, in one text that tells two places apart. */
function placeInNetwork(facts: GraphFacts, id: NodeId): string {
  let index = orderIndex.get(facts);
  if (index === undefined) {
    index = new Map(facts.order.map((node, at) => [node, at + 1]));
    orderIndex.set(facts, index);
  }
  const nameOf = (node: NodeId): string => facts.nodes.get(node)?.node.name ?? '';
  return [
    index.get(id) ?? 0,
    facts.order.length,
    edgesInto(facts.graph, id)
      .map((edge) => nameOf(edge.from.node))
      .join(nameEnd),
    edgesFrom(facts.graph, id)
      .map((edge) => nameOf(edge.to.node))
      .join(nameEnd),
  ].join(partEnd);
}

function placeName(
  place: string,
  fixed: ReturnType<typeof fixedTexts>,
  t: TFunction<'canvas'>,
): string {
  const [number = '', count = '', before = '', after = ''] = place.split(partEnd);
  const names = (list: string): string => list.split(nameEnd).join(fixed.and);
  return [
    t('name.place', { number, count: Number(count) }),
    ...(before === '' ? [] : [t('name.after', { names: names(before) })]),
    ...(after === '' ? [] : [t('name.before', { names: names(after) })]),
  ]
    .join(fixed.comma)
    .concat(fixed.stop);
}
