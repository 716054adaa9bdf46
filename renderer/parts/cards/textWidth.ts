/**
 * Widths of text without asking the browser, so that a card's size is a pure function of its words: layout,
 * edges and tests need it before anything is drawn. Averages of Inter, in thousandths of the font size.
 */
const classes: readonly (readonly [RegExp, number])[] = [
  [/[\u2e80-\u9fff\uff00-\uffef]/, 1000],
  [/[ijl.,:;'|!]/, 270],
  [/[ftr()[\] ·]/, 380],
  [/[mw]/, 860],
  [/[MW@]/, 900],
  [/[A-Z×→]/, 680],
  [/[0-9_]/, 620],
];
const otherwise = 575;

/** About how wide a text is, px. Rather too wide than too narrow. */
export function textWidth(text: string, fontSizePx: number, weight: 400 | 600 = 400): number {
  let thousandths = 0;
  for (const character of text) {
    thousandths += classes.find(([pattern]) => pattern.test(character))?.[1] ?? otherwise;
  }
  return (thousandths / 1000) * fontSizePx * (weight === 600 ? 1.06 : 1);
}
