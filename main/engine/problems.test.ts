import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe as group, expect, test } from 'vitest';
import { allMessages, describe } from '#shared/document/describe.ts';
import { exampleMessages } from '#shared/data/exampleMessages.ts';
import { deviceMessages } from '#shared/problems/deviceMessages.ts';
import { engineMessages } from '#shared/problems/engineMessages.ts';
import { installMessages } from '#shared/problems/installMessages.ts';

/** Codes of problems that the engine's sources name. */
function codesInSources(): readonly string[] {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|project\//.test(file));
  const codes = sources.flatMap((file) => {
    const text = readFileSync(path.join(import.meta.dirname, file), 'utf8');
    return [...text.matchAll(/(?:refuse\(|code:)\s*'([\w.]+)'/g)].map(([, code = '']) => code);
  });
  return [...new Set(codes)].sort();
}

group('every problem of the engine has a text', () => {
  test.each(codesInSources())('%s', (code) => {
    expect(Object.keys(allMessages)).toContain(code);
  });
});

test('no text is left over', () => {
  const main = path.join(import.meta.dirname, '..');
  const sources = readdirSync(main, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
    .map((file) => readFileSync(path.join(main, file), 'utf8'))
    .join('\n');
  const codes = [engineMessages, deviceMessages, installMessages, exampleMessages].flatMap(
    (messages) => Object.keys(messages),
  );
  expect(codes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});

test.each([
  [
    'data.cutShort',
    { file: 'train-images', expected: 47040016, actual: 1000 },
    'The file train-images is cut short.',
    '按文件开头应有 47,040,016 字节，实际只有 1,000 字节。',
  ],
  [
    'data.shapeDiffers',
    { feature: 'image', shape: [32, 32, 3], node: 'input', expected: [28, 28, 1] },
    'image is 32×32×3, and input expects 28×28×1.',
    undefined,
  ],
  [
    'run.lossNotFinite',
    { epoch: 2, batch: 17, learningRate: 0.5 },
    'Training stopped: the loss is no longer a number.',
    '发生在第 2 轮第 17 批，学习率为 0.5。',
  ],
  [
    'predict.shapeDiffers',
    { file: 'a.npy', found: [3, 4], expected: ['n', 28, 28, 1] },
    'a.npy does not fit the input of the network.',
    undefined,
  ],
] as const)('%s reads as intended', (code, values, sentence, cause) => {
  const problem = { code, severity: 'error', values } as const;
  expect(describe(problem, 'en').sentence).toBe(sentence);
  if (cause !== undefined) expect(describe(problem, 'zh-CN').cause).toBe(cause);
});
