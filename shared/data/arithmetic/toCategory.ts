import type { Cells } from './cells.ts';
import { numberText } from './numberText.ts';

/**
 * Texts and single numbers as categories: those of `names`, every other missing; null: all are. Blanks around a text do not
 * count. Other cells stay as they are.
 */
export function toCategory(cells: Cells, names: readonly string[] | null): Cells {
  if (cells.type !== 'numbers' && cells.type !== 'texts') return cells;
  const known = names && new Set(names);
  const categories = Array.from<string | number | null, string | null>(cells.values, (value) => {
    const text = typeof value === 'number' ? numberText(value) : trimmed(value ?? '');
    return text === null || known?.has(text) === false ? null : text;
  });
  return { type: 'texts', values: categories };
}

function trimmed(text: string): string | null {
  const inner = text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  return inner === '' ? null : inner;
}
