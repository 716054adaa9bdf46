/** Generated texts: `tokens` holds `length` ids for each text, `labels` a 0 or 1. */
export interface GeneratedText {
  readonly tokens: Int32Array;
  readonly labels: Float32Array;
}

/**
 * Texts of `length` token ids, 1 to `vocabulary` (0 fills the place before shorter ones), in two classes. Each class
 * has words that it prefers; a "not" (id 1) before such a word turns its meaning, so that order counts too.
 * The label says which meaning prevails. `random` gives numbers from 0 to 1.
 */
export function generatedText(
  random: () => number,
  texts: number,
  length: number,
  vocabulary: number,
): GeneratedText {
  const tokens = new Int32Array(texts * length);
  const labels = new Float32Array(texts);
  // Ids 2 … 2 + group − 1 speak for class 1, the next group against it, the rest says nothing.
  const group = Math.max(1, Math.floor((vocabulary - 1) / 4));
  const below = (limit: number) => Math.floor(random() * limit);
  for (let text = 0; text < texts; text += 1) {
    const label = below(2);
    const words = Math.max(2, length - below(Math.floor(length / 3) + 1));
    let position = length - words;
    let meaning = 0;
    while (position < length) {
      const start = text * length + position;
      const roll = random();
      const isLast = meaning === 0 && position >= length - 2;
      if (roll > 0.35 && !isLast) {
        tokens[start] = Math.min(
          vocabulary,
          2 + 2 * group + below(Math.max(1, vocabulary - 1 - 2 * group)),
        );
        position += 1;
        continue;
      }
      // A loaded word: mostly of the text's own class, so that most texts are clear.
      const side = isLast || random() < 0.85 ? label : 1 - label;
      const isTurned = random() < 0.3 && position < length - 1;
      if (isTurned) {
        tokens[start] = 1;
        position += 1;
      }
      const wordSide = isTurned ? 1 - side : side;
      tokens[text * length + position] = Math.min(
        vocabulary,
        2 + (wordSide === 1 ? 0 : group) + below(group),
      );
      position += 1;
      meaning += side === 1 ? 1 : -1;
    }
    labels[text] = meaning === 0 ? label : Number(meaning > 0);
  }
  return { tokens, labels };
}
