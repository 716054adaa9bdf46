import { shapeText } from '#renderer/parts/text/shapeText.ts';
import type { CardWords } from '#renderer/parts/cards/cardSize.ts';
import type { NodeFacts } from '#shared/graph/facts.ts';

const known = new WeakMap<NodeFacts, CardWords>();

/**
 * The words of a node's card. Where a layer has no key parameters, the row under the header says what it does to the
 * shape. Facts are immutable, so the words are made once.
 */
export function cardWords(facts: NodeFacts): CardWords {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const words: CardWords = {
    title: facts.layer?.title ?? facts.node.kind,
    name: facts.node.name,
    highlights: highlights(facts),
  };
  known.set(facts, words);
  return words;
}

function highlights({ layer, params, inputs, outputs }: NodeFacts): string {
  const own = layer?.highlights(params).join(' · ') ?? '';
  if (own !== '' || layer === undefined || isMerging(layer.inputs.max)) return own;
  const from = inputs[0];
  const to = outputs?.[0];
  if (to === undefined) return '';
  if (from === undefined || from === null) return shapeText(to);
  const before = shapeText(from);
  const after = shapeText(to);
  return before === after ? after : `${before} → ${after}`;
}

/** Whether a layer joins several inputs. */
export function isMerging(maxInputs: number | null): boolean {
  return maxInputs === null || maxInputs > 1;
}
