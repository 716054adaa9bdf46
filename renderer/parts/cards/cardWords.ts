import { shapeText } from '#renderer/parts/text/shapeText.ts';
import type { CardWords } from '#renderer/parts/cards/cardSize.ts';
import type { NodeFacts } from '#shared/graph/facts.ts';
import type { Block } from '#shared/graph/graph.ts';

const known = new WeakMap<NodeFacts, CardWords>();

/**
 * The words of a node's card; a block's instance bears the block's name. Where a layer has no key parameters, the row under the header says what it does to the
 * shape. Facts are immutable, so the words are made once.
 */
export function cardWords(facts: NodeFacts, blocks: readonly Block[]): CardWords {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const words: CardWords = {
    title: facts.layer?.title ?? blockOf(facts, blocks)?.name ?? facts.node.kind,
    name: facts.node.name,
    highlights: highlights(facts),
  };
  known.set(facts, words);
  return words;
}

/** The block that a node stands for; undefined: it is a layer, or its block is missing. */
export function blockOf({ node }: NodeFacts, blocks: readonly Block[]): Block | undefined {
  return node.block === undefined ? undefined : blocks.find(({ id }) => id === node.block);
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
