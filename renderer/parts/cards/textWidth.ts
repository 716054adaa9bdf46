/**
 * Widths of text without asking the browser, so that a card's size is a pure function of its words: layout, edges and
 * tests need it before anything is drawn. Advance widths of Inter, in thousandths of the font size, for U+0020 to U+007E.
 */
const advances: Readonly<Record<400 | 600, readonly number[]>> = {
  400: [
    281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610,
    618, 646, 593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601,
    590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682,
    679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549,
    242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
  ],
  600: [
    252, 321, 523, 644, 650, 1004, 663, 326, 373, 373, 540, 673, 319, 465, 319, 379, 660, 423, 623,
    636, 666, 612, 640, 576, 640, 640, 319, 329, 673, 673, 673, 543, 999, 728, 659, 737, 722, 605,
    588, 749, 746, 277, 580, 703, 565, 922, 759, 769, 645, 773, 652, 650, 660, 736, 728, 1020, 720,
    713, 652, 373, 379, 373, 481, 469, 351, 574, 624, 583, 624, 591, 389, 625, 612, 262, 262, 569,
    262, 900, 612, 609, 624, 624, 397, 549, 353, 612, 587, 839, 569, 588, 566, 455, 359, 455, 673,
  ],
};
const signs: Readonly<Record<string, number>> = { '×': 662, '·': 288, '→': 1000, '−': 662 };
/** Chinese characters are as wide as high; so is, to be safe, everything else. */
const otherwise = 1000;
/** Digits of equal width, as shapes and counts are set. */
const tabularDigit = 646;

/** How wide a text is, px. */
export function textWidth(text: string, fontSizePx: number, weight: 400 | 600 = 400): number {
  let thousandths = 0;
  for (const character of text) {
    const isDigit = character >= '0' && character <= '9';
    thousandths += isDigit
      ? tabularDigit
      : (signs[character] ?? advances[weight][(character.codePointAt(0) ?? 0) - 32] ?? otherwise);
  }
  return (thousandths / 1000) * fontSizePx;
}
