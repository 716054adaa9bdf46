import type { Cells } from './cells.ts';
import { blanks } from './basicWords.ts';

/** What `cleanText` does, in its order: each is a name of the list that it takes. */
type Part =
  'html' | 'links' | 'widths' | 'lowercase' | 'accents' | 'digits' | 'punctuation' | 'blanks';

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
const blankRuns = new RegExp(`[${blanks}]+`, 'gu');
const links = new RegExp(`(?:https?://|www\\.)[^${blanks}]+`, 'gu');

const parts: Readonly<Record<Part, (text: string) => string>> = {
  html: (text) =>
    text.replace(/<[^>]*>/g, ' ').replace(/&[a-z#0-9]+;/g, (entity) => entities[entity] ?? entity),
  links: (text) => text.replace(links, ' '),
  widths: (text) => text.normalize('NFKC'),
  lowercase: (text) => text.toLowerCase(),
  accents: (text) =>
    text
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .normalize('NFC'),
  digits: (text) => text.replace(/[0-9]+/g, ' '),
  punctuation: (text) => text.replace(/[\p{P}\p{S}]/gu, ' '),
  blanks: (text) => text.replace(blankRuns, ' ').replace(/^ | $/g, ''),
};

/**
 * Texts cleaned, by what `wanted` lists: `html` takes tags and entities away, `links` web addresses, `widths` makes wide
 * letters usual ones (NFKC), `lowercase`, `accents` takes them off, `digits` and `punctuation` become blanks, `blanks` in a
 * row become one. The order is that of this sentence. Other cells stay as they are.
 */
export function cleanText(cells: Cells, wanted: readonly string[]): Cells {
  if (cells.type !== 'texts') return cells;
  const made = Object.entries(parts).filter(([name]) => wanted.includes(name));
  const clean = (text: string) => made.reduce((before, [, part]) => part(before), text);
  return {
    type: 'texts',
    values: cells.values.map((text) => (text === null ? null : clean(text))),
  };
}
