/** Blanks of all kinds, as they stand within the brackets of a pattern. */
export const blanks =
  ' \\t\\n\\r\\f\\v\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const unseen = /(?![\t\n\v\f\r\u0085])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]/gu;
/** The blocks of Chinese characters that BERT's tokenizer knows. */
const chinese =
  /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b820}-\u{2ceaf}\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;
const punctuation = /[\p{P}!-/:-@[-`{-~]/gu;
const blankRuns = new RegExp(`[${blanks}]+`, 'u');

/**
 * The words of a text as BERT's basic tokenizer parts it (Devlin et al. 2018): at blanks, each Chinese character and each
 * punctuation mark by itself, unseen characters left out. `isLower`: in small letters without accents.
 */
export function basicWords(text: string, isLower: boolean): readonly string[] {
  const seen = text.replace(unseen, '').replace(chinese, ' $& ');
  const cased = isLower
    ? seen
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
    : seen;
  return cased
    .replace(punctuation, ' $& ')
    .split(blankRuns)
    .filter((word) => word !== '');
}
