import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureKeras } from './setup.mjs';
import { snakeCase } from '#shared/codegen/identifiers.ts';
import { augmentations, findAugmentation } from '#shared/data/augmentations/index.ts';
import type { JsonValue } from '#shared/data/catalogue.ts';
import { deriveSeed } from '#shared/data/generators/deriveSeed.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';

/** One augmentation of one example, with fixed parameters. */
interface Case {
  readonly kind: string;
  readonly params: ParamValues;
  readonly shape: readonly number[];
  readonly range: readonly [number, number] | null;
}

interface Made {
  readonly shape: readonly number[] | null;
  readonly values: readonly number[];
  /** The random number after those that were taken. */
  readonly next: number;
}

const picture = { shape: [9, 12, 3], range: [0, 1] as const };
const signal = { shape: [40, 2], range: null };
const single = { shape: [41], range: null };

const cases: readonly Case[] = [
  { kind: 'flip', params: {}, ...picture },
  { kind: 'flip', params: { vertical: true }, ...picture },
  { kind: 'rotate', params: { degrees: 40 }, ...picture },
  { kind: 'rotate', params: { degrees: 180, outside: 'black' }, ...picture, range: [0.25, 1] },
  { kind: 'shift', params: { down: 0.5, aside: 0.4 }, ...picture },
  { kind: 'shift', params: { down: 0.5, aside: 0.4, outside: 'black' }, ...picture },
  { kind: 'zoom', params: { fraction: 0.6 }, ...picture },
  { kind: 'zoom', params: { fraction: 0.6, outside: 'black' }, ...picture, range: [-1, 1] },
  { kind: 'randomCrop', params: { least: 0.3 }, ...picture },
  { kind: 'brightness', params: { fraction: 0.7 }, ...picture },
  { kind: 'contrast', params: { fraction: 0.7 }, ...picture },
  { kind: 'noise', params: { deviation: 0.3 }, ...picture },
  { kind: 'noise', params: { deviation: 3 }, ...single },
  { kind: 'cutout', params: { fraction: 0.6 }, ...picture },
  { kind: 'shiftTime', params: { fraction: 0.5 }, ...signal },
  { kind: 'shiftTime', params: { fraction: 0.5, outside: 'edge' }, ...signal },
  { kind: 'shiftTime', params: { fraction: 1, outside: 'wrap' }, ...single },
  { kind: 'mixup', params: { alpha: 0.2 }, shape: [], range: null },
  { kind: 'mixup', params: { alpha: 1.5 }, shape: [], range: null },
];

const seeds = [0, 1, 2, 3, 4, 5];
const jobs = cases.flatMap((each) => seeds.map((row) => jobOf(each, row)));
let given: readonly Made[] = [];
let folder = '';

/** All in one Python process. */
beforeAll(async () => {
  const python = process.env['STRATA_PYTHON'] ?? (await ensureKeras());
  folder = await mkdtemp(join(tmpdir(), 'strata-augmentations-'));
  const [jobsPath, resultsPath] = [join(folder, 'jobs.json'), join(folder, 'results.json')];
  await writeFile(jobsPath, JSON.stringify(jobs));
  const root = join(import.meta.dirname, '../..');
  const sources = ['shared/data/python', 'main/engine/formats/kerasProject'];
  const script = join(import.meta.dirname, 'augmentations.py');
  await promisify(execFile)(
    python,
    [
      '-B',
      '-W',
      'error',
      script,
      sources.map((name) => join(root, name)).join(','),
      jobsPath,
      resultsPath,
    ],
    { env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } },
  );
  given = JSON.parse(await readFile(resultsPath, 'utf8')) as readonly Made[];
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function argumentsOf({ kind, params, range }: Case): readonly JsonValue[] {
  const definition = findAugmentation(kind);
  if (definition === undefined) throw new Error(kind);
  return definition.arguments(parseParams(definition.params, params).values, range);
}

function valuesOf({ shape, range }: Case): number[] {
  const random = mulberry32(3);
  const [least, most] = range ?? [-2, 2];
  const count = shape.reduce((product, size) => product * size, 1);
  return Array.from({ length: count }, () => Math.fround(least + random() * (most - least)));
}

/** A seed of 32 bits with a sign of its own for each row, and words, as training makes them. */
function jobOf(each: Case, row: number) {
  return {
    module: snakeCase(each.kind),
    values: each.shape.length === 0 ? null : valuesOf(each),
    shape: each.shape,
    words: [4_000_000_000 + row, 'augment', 2, row, 1] as const,
    arguments: argumentsOf(each),
  };
}

function madeHere(each: Case, row: number): Made {
  const definition = findAugmentation(each.kind);
  const random = mulberry32(deriveSeed(...jobOf(each, row).words));
  const own = argumentsOf(each) as readonly never[];
  const values = Float32Array.from(valuesOf(each));
  if (definition?.share !== undefined) {
    return { shape: null, values: [definition.share(random, ...own)], next: random() };
  }
  definition?.apply?.(values, each.shape, random, ...own);
  return { shape: each.shape, values: [...values], next: random() };
}

test('every augmentation is compared', () => {
  expect(new Set(cases.map(({ kind }) => kind))).toEqual(
    new Set(augmentations.map(({ kind }) => kind)),
  );
});

test.each(cases.map((each, index) => [each.kind, each.params, index] as const))(
  '%s %j changes an example in Python as in TypeScript',
  (_kind, _params, index) => {
    const each = cases[index];
    if (each === undefined) throw new Error('There is no such case.');
    const changed = seeds.map((row) => {
      const [here, there] = [madeHere(each, row), given[index * seeds.length + row]];
      expect(there?.shape).toEqual(here.shape);
      expect(there?.values).toHaveLength(here.values.length);
      const differences = here.values.map((value, at) =>
        Math.abs(value - (there?.values[at] ?? NaN)),
      );
      expect(Math.max(...differences)).toBeLessThan(1e-5);
      expect(there?.next).toBe(here.next);
      return here.values.join();
    });
    // Chance has a part in it.
    expect(new Set(changed).size).toBeGreaterThan(1);
  },
);
