import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe as group, expect, test } from 'vitest';
import { allMessages, describe } from '#shared/document/describe.ts';

const shared = join(import.meta.dirname, '..');

/** Sources of shared/, without tests. */
const sources = readdirSync(shared, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(join(shared, path), 'utf8') }));

/** Where a problem's code stands: as first or second argument of what makes one, or as `code:`. */
const codePattern =
  /(?:\b(?:refuse(?:<\w+>)?|error|problem|fault|add)\(\s*|found\(\s*'(?:error|warning)',\s*|\bcode: )'([a-z]\w*\.[a-z]\w*)'/g;

/** Paths of recipes and of files, which look like codes. */
const isPlace = (code: string) =>
  /^(data|training)\.(source|split|optimizer|schedule|batchSize|stopping|outputs)$|\.ts$/.test(
    code,
  );

const codes = new Set(
  sources.flatMap(({ text }) =>
    [...text.matchAll(codePattern)]
      .flatMap((match) => match[1] ?? [])
      .filter((code) => !isPlace(code)),
  ),
);

group('texts of problems', () => {
  test('every code that shared/ uses has a text', () => {
    expect(codes.size).toBeGreaterThan(50);
    expect([...codes].filter((code) => !Object.hasOwn(allMessages, code))).toEqual([]);
  });

  test.each(Object.entries(allMessages))(
    '%s is told in both languages, with the same values',
    (_code, message) => {
      const english = Object.values(message.en).join(' ');
      const chinese = Object.values(message['zh-CN']).join(' ');
      expect(message.en.sentence).toMatch(/^[^\p{Script=Han}]+[.?]$/u);
      expect(message['zh-CN'].sentence).toMatch(/\p{Script=Han}.*[。？]$/u);
      // A half-width stop right after a Chinese character is a slip of the keyboard.
      expect(chinese).not.toMatch(/\p{Script=Han}[,.;:!?]/u);
      const plain = (text: string) =>
        [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]?.replace(/Chinese$/, '')).sort();
      expect(new Set(plain(chinese))).toEqual(new Set(plain(english)));
    },
  );

  test.each([
    ['graph.missingInput', { node: 'dense' }, 'dense has no input.'],
    [
      'graph.missingInputs',
      { node: 'add', expected: 2, given: 1 },
      'add needs 2 inputs and has 1.',
    ],
    [
      'graph.tooManyInputs',
      { node: 'dense', expected: 1, given: 2 },
      'dense takes 1 inputs and has 2.',
    ],
    ['graph.wouldCycle', { from: 'a', to: 'b' }, 'A line from a to b would close a circle.'],
    [
      'graph.sharedShapeDiffers',
      { node: 'a', other: 'b', weight: 'kernel', needed: [5, 3], shape: [4, 3] },
      'a cannot use the weights of b: the shapes differ.',
    ],
    ['training.lossNeedsClasses', { loss: 'X', shape: [1] }, 'X needs one output for each class.'],
    [
      'data.oneHotNeedsNumber',
      { feature: 'image', shape: [28, 28, 1] },
      'One-hot cannot take image: it is 28×28×1.',
    ],
    ['nobody.knows', { a: 1 }, 'Something is wrong here (nobody.knows; a: 1).'],
  ])('%s', (code, values, sentence) => {
    expect(describe({ code, severity: 'error', values }, 'en').sentence).toBe(sentence);
  });
});
