import { describe, expect, test } from 'vitest';
import { tableLines, textWidth } from '#main/hosts/cli/table.ts';

describe('table', () => {
  test('Chinese characters and full-width signs are two columns wide', () => {
    expect(textWidth('层：a×b')).toBe(7);
  });

  test('columns stand under one another, numbers to the right', () => {
    expect(
      tableLines(
        [
          ['层', 'n'],
          ['dense', '1,056'],
        ],
        [1],
      ),
    ).toEqual(['层         n', 'dense  1,056']);
  });
});
