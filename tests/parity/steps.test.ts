import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { argumentsOf, fittedOf, stepCases, undoOf } from '../contract/steps/stepCases.ts';
import type { StepCase } from '../contract/steps/stepCases.ts';
import { ensureKeras } from './setup.mjs';
import { snakeCase } from '#shared/codegen/identifiers.ts';
import type { Cells, Picture, Signal } from '#shared/data/arithmetic/cells.ts';

/** Of a number's size, and at least of 1. */
const tolerance = 1e-6;

interface Values {
  readonly values: readonly (number | null)[];
  readonly shape?: readonly number[];
  readonly rate?: number;
}

type Result =
  | { readonly error: string }
  | {
      readonly error?: undefined;
      readonly type: Cells['type'];
      readonly shape?: readonly number[];
      readonly values: readonly (number | string | null | Values)[];
    };

const runnable = stepCases.filter(
  ({ step, params, sample }) => step.output(sample.feature, params).ok,
);
const results = new Map<StepCase, Result>();
const undone = new Map<StepCase, Result>();
let folder = '';

/** All in one Python process. */
beforeAll(async () => {
  const python = process.env['STRATA_PYTHON'] ?? (await ensureKeras());
  folder = await mkdtemp(join(tmpdir(), 'strata-steps-'));
  const [jobsPath, resultsPath] = [join(folder, 'jobs.json'), join(folder, 'results.json')];
  const forward = runnable.map((each) => ({
    into: results,
    each,
    job: {
      module: snakeCase(each.step.kind),
      cells: asJson(each.sample.cells),
      arguments: argumentsOf(each, [each.sample.cells]),
    },
  }));
  const back = runnable.flatMap((each) => {
    const undo = undoOf(each, [each.sample.cells]);
    if (undo === null) return [];
    const job = {
      module: snakeCase(undo.kind),
      cells: asJson(applied(each)),
      arguments: undo.given,
    };
    return [{ into: undone, each, job }];
  });
  const jobs = [...forward, ...back];
  await writeFile(jobsPath, JSON.stringify(jobs.map(({ job }) => job)));
  const here = import.meta.dirname;
  const steps = join(here, '../../shared/data/python');
  await promisify(execFile)(
    python,
    ['-B', '-W', 'error', join(here, 'steps.py'), steps, jobsPath, resultsPath],
    { env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } },
  );
  const answers = JSON.parse(await readFile(resultsPath, 'utf8')) as readonly Result[];
  for (const [index, answer] of answers.entries()) {
    const asked = jobs[index];
    asked?.into.set(asked.each, answer);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The rows of a case after its step. */
function applied(each: StepCase): Cells {
  const { cells } = each.sample;
  return each.step.apply(cells, ...(argumentsOf(each, [cells]) as readonly never[]));
}

/** Typed arrays as lists; NaN becomes null. */
function asJson(cells: Cells): unknown {
  const list = (values: ArrayLike<number>) => ({
    dtype: values.constructor.name.replace('Array', '').toLowerCase(),
    values: Array.from(values),
  });
  if (cells.type === 'numbers') return { ...cells, ...list(cells.values) };
  if (cells.type === 'texts') return cells;
  return {
    type: cells.type,
    values: cells.values.map((cell) => cell && { ...cell, ...list(cell.values) }),
  };
}

function expectClose(
  actual: readonly unknown[],
  expected: ArrayLike<number> & Iterable<number>,
): void {
  expect(actual).toHaveLength(expected.length);
  let at = 0;
  for (const value of expected) {
    const other = actual[at];
    const isClose =
      typeof other === 'number'
        ? Math.abs(other - value) <= tolerance * Math.max(1, Math.abs(value))
        : !Number.isFinite(value);
    if (!isClose) expect({ at, value: other }).toEqual({ at, value });
    at += 1;
  }
}

describe.each(runnable)('$name', (each) => {
  const { step, params, sample } = each;

  test('gives the same in Python', () => {
    const result = results.get(each);
    if (result === undefined || result.error !== undefined) {
      expect.fail(result?.error ?? 'Python gave nothing.');
    }
    if (step.keeps !== undefined) {
      expect(result.values).toEqual([
        ...step.keeps(sample.cells, params, fittedOf(each, [sample.cells])),
      ]);
      return;
    }
    expectSameCells(result, applied(each));
  });

  const undo = undoOf(each, [sample.cells]);
  if (undo === null) return;
  test('is undone the same in Python', () => {
    const result = undone.get(each);
    if (result === undefined || result.error !== undefined) {
      expect.fail(result?.error ?? 'Python gave nothing.');
    }
    expectSameCells(result, undo.apply(applied(each)));
  });
});

function expectSameCells(result: Exclude<Result, { error: string }>, cells: Cells): void {
  expect(result.type).toBe(cells.type);
  if (cells.type === 'numbers') {
    expect(result.shape).toEqual(cells.shape);
    expectClose(result.values, cells.values);
  } else if (cells.type === 'texts') {
    expect(result.values).toEqual(cells.values);
  } else {
    expect(result.values).toHaveLength(cells.values.length);
    for (const [row, cell] of cells.values.entries()) {
      expectSame(result.values[row] as Values | null, cell);
    }
  }
}

function expectSame(actual: Values | null, expected: Picture | Signal | null): void {
  if (actual === null || expected === null) {
    expect(actual).toBe(expected);
    return;
  }
  if ('rate' in expected) expect(actual.rate).toBe(expected.rate);
  else expect(actual.shape).toEqual([expected.height, expected.width, expected.channels]);
  expectClose(actual.values, expected.values);
}
