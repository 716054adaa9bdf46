import { portOffsets } from '#renderer/parts/cards/ports.ts';
import { textWidth } from '#renderer/parts/cards/textWidth.ts';
import { gridPx } from '#shared/graph/layout/spacing.ts';

/** Width and height of a card, px. */
export interface CardSize {
  readonly width: number;
  readonly height: number;
}

/** Smallest and largest width of a card; between them it grows in steps of the grid. */
const cardWidth = { min: 126, max: 200, step: 10 } as const;
/** Header 36, key parameters 26, foot 26, borders 2: a multiple of the grid. */
const cardHeight = 90;

// Borders, paddings, pictogram and its gap, as LayerCard.module.css has them.
const headerPaddingPx = 2 + 8 + 16 + 6 + 6;
const bodyPaddingPx = 2 + 9 + 6;

/** The words that a card must hold. */
export interface CardWords {
  readonly title: string;
  readonly name: string;
  readonly highlights: string;
}

/** Size of a card with these words and this many input dots. */
export function cardSize(words: CardWords, inputPorts: number): CardSize {
  const needed = Math.max(
    headerPaddingPx + textWidth(words.title, 12, 600),
    headerPaddingPx + textWidth(words.name, 10.5),
    bodyPaddingPx + textWidth(words.highlights, 11.5),
  );
  const steps = Math.max(0, Math.ceil((needed - cardWidth.min) / cardWidth.step));
  const last = portOffsets(inputPorts).at(-1) ?? 0;
  const height = Math.max(cardHeight, Math.ceil((last * 2 + 32) / gridPx) * gridPx);
  return { width: Math.min(cardWidth.max, cardWidth.min + steps * cardWidth.step), height };
}
