import { describe, expect, test } from 'vitest';
import { augmentations, findAugmentation } from '#shared/data/augmentations/index.ts';
import { augmentationProblems } from '#shared/data/augmentations/checkAugmentations.ts';
import type { Feature } from '#shared/data/feature.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';

import type { ParamValues } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import { paramMessages } from '#shared/layers/messages.ts';
import { augmentationMessages } from '#shared/data/augmentationMessages.ts';
import { describeProblem } from '#shared/problems/describeProblem.ts';

const messages = { ...augmentationMessages, ...paramMessages };

/** Random numbers in this order, then again from the first. */
function given(...numbers: readonly number[]): () => number {
  let next = 0;
  return () => numbers[next++ % numbers.length] ?? 0;
}

function changed(
  kind: string,
  values: readonly number[],
  shape: readonly number[],
  params: ParamValues,
  random: () => number,
  range: readonly [number, number] | null = [0, 255],
): number[] {
  const definition = findAugmentation(kind);
  if (definition === undefined) throw new Error(kind);
  const own = parseParams(definition.params, params).values;
  const result = Float32Array.from(values);
  definition.apply?.(result, shape, random, ...(definition.arguments(own, range) as never[]));
  return [...result].map((value) => Math.round(value * 1e4) / 1e4 + 0);
}

const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('the share of mixup', () => {
  const shares = (alpha: number) => {
    const random = mulberry32(7);
    const share = findAugmentation('mixup')?.share;
    return Array.from({ length: 20_000 }, () => share?.(random, ...([alpha] as never[])) ?? NaN);
  };

  // Mean 1/2, variance 1 / (4 (2α + 1)) of Beta(α, α).
  test.each([0.05, 0.2, 1, 2])('is distributed as Beta(%d, %d)', (alpha) => {
    const all = shares(alpha);
    const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
    const variance = all.reduce((sum, each) => sum + (each - mean) ** 2, 0) / all.length;
    expect(mean).toBeCloseTo(0.5, 1.9);
    expect(variance).toBeCloseTo(1 / (4 * (2 * alpha + 1)), 1.9);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...all)).toBeLessThanOrEqual(1);
  });

  test('is all for an alpha of 0', () => {
    expect(new Set(shares(0))).toEqual(new Set([1]));
  });
});

describe('one example', () => {
  test.each<[string, string, number[], number[], ParamValues, number[], number[]]>([
    ['left and right', 'flip', nine, [3, 3, 1], {}, [0.4], [3, 2, 1, 6, 5, 4, 9, 8, 7]],
    ['as it is', 'flip', nine, [3, 3, 1], {}, [0.6], nine],
    [
      'top and bottom, channels stay together',
      'flip',
      [1, 2, 3, 4, 5, 6, 7, 8],
      [2, 2, 2],
      { horizontal: false, vertical: true },
      [0],
      [5, 6, 7, 8, 1, 2, 3, 4],
    ],
    ['a quarter', 'rotate', nine, [3, 3, 1], { degrees: 90 }, [1], [7, 4, 1, 8, 5, 2, 9, 6, 3]],
    ['not at all', 'rotate', nine, [3, 3, 1], { degrees: 90 }, [0.5], nine],
    [
      'down and left over the border',
      'shift',
      nine,
      [3, 3, 1],
      { down: 0.34, aside: 0.34 },
      [1, 0],
      [2, 3, 3, 2, 3, 3, 5, 6, 6],
    ],
    [
      'down, black comes in',
      'shift',
      nine,
      [3, 3, 1],
      { down: 0.34, aside: 0, outside: 'black' },
      [1],
      [0, 0, 0, 1, 2, 3, 4, 5, 6],
    ],
    [
      'half as large again',
      'zoom',
      [0, 4, 8],
      [1, 3, 1],
      { fraction: 0.5 },
      [1],
      [1.3333, 4, 6.6667],
    ],
    ['the whole', 'randomCrop', nine, [3, 3, 1], {}, [1], nine],
    [
      'the right half',
      'randomCrop',
      [0, 1, 2, 3],
      [1, 4, 1],
      { least: 0.5 },
      [0, 0.5, 1],
      [1.75, 2.25, 2.75, 3],
    ],
    ['lighter, never over white', 'brightness', [0, 250], [1, 2, 1], {}, [1], [51, 255]],
    ['more contrast', 'contrast', [100, 110], [1, 2, 1], {}, [1], [99, 111]],
    ['a square', 'cutout', nine, [3, 3, 1], { fraction: 0.67 }, [0.5], [0, 0, 3, 0, 0, 6, 7, 8, 9]],
    ['later', 'shiftTime', [1, 2, 3, 4], [4], { fraction: 0.25 }, [1], [0, 1, 2, 3]],
    [
      'earlier, round',
      'shiftTime',
      [1, 2, 3, 4],
      [2, 2],
      { fraction: 0.5, outside: 'wrap' },
      [0],
      [3, 4, 1, 2],
    ],
    [
      'earlier, edge',
      'shiftTime',
      [1, 2, 3],
      [3, 1],
      { fraction: 0.34, outside: 'edge' },
      [0],
      [2, 3, 3],
    ],
  ])('%s', (_name, kind, values, shape, params, numbers, expected) => {
    expect(changed(kind, values, shape, params, given(...numbers))).toEqual(expected);
  });

  test('noise has its deviation, and no bounds in signals', () => {
    const zeros = Array.from({ length: 20_001 }, () => 0);
    const noisy = changed('noise', zeros, [20_001], { deviation: 2 }, mulberry32(1), null);
    const mean = noisy.reduce((sum, value) => sum + value, 0) / noisy.length;
    const square = noisy.reduce((sum, value) => sum + value * value, 0) / noisy.length;
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(Math.abs(Math.sqrt(square) - 2)).toBeLessThan(0.05);
    const pixels = changed('noise', zeros, [20_001, 1, 1], { deviation: 1 }, mulberry32(1));
    expect(Math.min(...pixels)).toBe(0);
    expect(Math.max(...pixels)).toBe(255);
  });
});

const changing = augmentations.filter(({ apply }) => apply !== undefined);

describe.each(augmentations)('$kind', (definition) => {
  const { title, doc, params } = definition;

  test('speaks both languages', () => {
    for (const text of [title, doc, ...Object.values(params).map((param) => param.doc)]) {
      expect(text.en).toMatch(/^[A-Z]/);
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe.each(changing)('$kind', (definition) => {
  const { accepts } = definition;

  test('the same random numbers give the same, and values stay finite', () => {
    const shape = accepts.includes('image') ? [9, 7, 3] : [189];
    const values = Array.from({ length: 189 }, (_, index) => index);
    const range = accepts.includes('image') ? ([0, 255] as const) : null;
    const make = (seed: number) =>
      changed(definition.kind, values, shape, {}, mulberry32(seed), range);
    const one = make(5);
    expect(one).toEqual(make(5));
    expect(one.every(Number.isFinite)).toBe(true);
    expect(
      Array.from({ length: 20 }, (_, seed) => seed).some(
        (seed) => make(seed).join() !== values.join(),
      ),
    ).toBe(true);
  });
});

describe('checks', () => {
  const image: Feature = {
    name: 'image',
    role: 'input',
    kind: 'image',
    shape: [8, 8, 3],
    dtype: 'float32',
    classes: null,
  };
  const tokens: Feature = { ...image, name: 'words', kind: 'sequence', shape: [20], classes: 99 };
  test.each([
    ['fine', { kind: 'rotate', feature: 'image', params: { degrees: 20 } }, []],
    ['unknown', { kind: 'melt', feature: 'image', params: {} }, ['data.unknownAugmentation']],
    ['no feature', { kind: 'flip', feature: 'none', params: {} }, ['data.noAugmentedFeature']],
    ['wrong kind', { kind: 'shiftTime', feature: 'image', params: {} }, ['data.wrongAugmentation']],
    ['tokens', { kind: 'noise', feature: 'words', params: {} }, ['data.wrongAugmentation']],
    ['params', { kind: 'rotate', feature: 'image', params: { degrees: 900 } }, ['params.tooLarge']],
  ])('%s', (_name, augmentation, codes) => {
    const problems = augmentationProblems({ augmentations: [augmentation], windows: null }, [
      image,
      tokens,
    ]);
    expect(problems.map(({ code }) => code)).toEqual(codes);
    for (const problem of problems) {
      for (const language of ['en', 'zh-CN'] as const) {
        const { sentence, remedy } = describeProblem(problem, language, messages);
        expect(`${sentence}${remedy ?? ''}`).not.toMatch(/[{}]|undefined/);
        expect(sentence).not.toContain(problem.code);
      }
    }
  });
});
