import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { takeRange } from '#main/engine/data/source/takeCells.ts';
import { chunksOf, countRows } from './steps/sampleCells.ts';
import { argumentsOf, fittedOf, stepCases, undoOf } from './steps/stepCases.ts';
import { snakeCase } from '#shared/codegen/identifiers.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import { steps } from '#shared/data/steps/index.ts';
import { describe as describeText } from '#shared/document/describe.ts';

const root = join(import.meta.dirname, '../..');

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Rows as plain values, one after the other; the first difference is then quick to find, and to read. */
function plain(parts: readonly Cells[]): readonly unknown[] {
  return parts.flatMap((part): unknown[] =>
    part.type === 'numbers' ? Array.from<unknown>(part.values) : structuredClone([...part.values]),
  );
}

/** The numbers of cells, of all their pictures. */
function numbersIn(cells: Cells): readonly number[] {
  if (cells.type === 'numbers') return Array.from(cells.values);
  if (cells.type !== 'pictures') return [];
  return cells.values.flatMap((picture) => Array.from(picture?.values ?? []));
}

function expectSame(actual: readonly unknown[], expected: readonly unknown[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) {
    if (!Object.is(actual[at], value)) expect({ at, value: actual[at] }).toEqual({ at, value });
  }
}

describe.each(steps)('the step $kind', (step) => {
  test('speaks both languages', () => {
    const texts = [step.title, step.doc, ...Object.values(step.params).map(({ doc }) => doc)];
    for (const text of texts) {
      expect(text.en).toMatch(/^[A-Z0-9].*[^ ]$/);
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(text['zh-CN']).not.toMatch(/\p{Script=Han}[,;:?!]/u);
    }
    for (const text of texts.slice(1)) {
      expect(text.en).toMatch(/\.$/);
      expect(text['zh-CN']).toMatch(/。$/);
    }
  });

  test('has its arithmetic in TypeScript and Python', () => {
    for (const kind of [step.kind, ...(step.undo === undefined ? [] : [step.undo.kind])]) {
      expect(read(`shared/data/arithmetic/${kind}.ts`)).toContain(`export function ${kind}(`);
      const name = snakeCase(kind);
      const python = read(`shared/data/python/${name}.py`);
      expect(python).toMatch(new RegExp(`^def ${name}\\(cells`, 'm'));
      expect(python).toMatch(/^"""[A-Z].*\."""\n/);
      for (const [, module] of python.matchAll(/^(?:from|import) (\w+)/gm)) {
        if (standard.has(module ?? '')) continue;
        expect(read(`shared/data/python/${module ?? ''}.py`)).toMatch(/^"""[A-Z]/);
      }
    }
  });

  test('is tried with rows', () => {
    expect(stepCases.some((each) => each.step === step)).toBe(true);
  });
});

/** What the Python of a step may import beside its neighbours. */
const standard = new Set([
  'numpy',
  'functools',
  'PIL',
  'calendar',
  'decimal',
  'math',
  're',
  'unicodedata',
]);

describe.each(stepCases)('$name', (each) => {
  const { step, params, sample } = each;
  const { cells, feature } = sample;
  const output = step.output(feature, params);

  if (!output.ok) {
    test('says why not', () => {
      for (const language of ['en', 'zh-CN'] as const) {
        const { sentence, remedy } = describeText(output.problem, language);
        expect(sentence).not.toContain(output.problem.code);
        expect(`${sentence}${remedy ?? ''}`).not.toMatch(/[{}]|undefined/);
        expect(remedy).toBeDefined();
      }
    });
    return;
  }

  test('learns the same from chunks as at once, and as JSON', () => {
    const learned = fittedOf(each, [cells]);
    expect(fittedOf(each, chunksOf(cells))).toEqual(learned);
    expect(JSON.parse(JSON.stringify(learned))).toEqual(learned);
    const given = argumentsOf(each, [cells]);
    expect(JSON.parse(JSON.stringify(given))).toEqual(given);
  });

  test('gives what it says, in chunks as at once, and leaves its cells alone', () => {
    const before = plain([cells]);
    const given = argumentsOf(each, [cells]) as readonly never[];
    const after = step.apply(cells, ...given);
    expectSame(plain([cells]), before);
    expect(countRows(after)).toBe(countRows(cells));
    const { shape, dtype } = output.value;
    expect(after.type === 'texts').toBe(dtype === 'text');
    if (after.type === 'numbers') {
      const own = step.together === true ? [] : after.shape;
      expect(own).toEqual(shape);
      if (dtype === 'int32') expect(after.values).toBeInstanceOf(Int32Array);
    }
    if (step.inOrder !== true) {
      const parts = chunksOf(cells).map((chunk) => step.apply(chunk, ...given));
      expectSame(plain(parts), plain([after]));
    }
    expect(countRows(step.apply(takeRange(cells, 0, 0), ...given))).toBe(0);
  });

  const undo = undoOf(each, [cells]);
  if (undo !== null) {
    test('is undone: what there was comes back, in chunks as at once', () => {
      expect(JSON.parse(JSON.stringify(undo.given))).toEqual(undo.given);
      const given = argumentsOf(each, [cells]) as readonly never[];
      const after = step.apply(cells, ...given);
      const before = plain([after]);
      const back = undo.apply(after);
      expectSame(plain([after]), before);
      expectSame(plain(chunksOf(after).map((chunk) => undo.apply(chunk))), plain([back]));
      const numbers = numbersIn(cells);
      const scale = Math.max(...numbers.map(Math.abs).filter(Number.isFinite));
      const found = numbersIn(back);
      expect(found).toHaveLength(numbers.length);
      for (const [at, value] of numbers.entries()) {
        const difference = Math.abs((found[at] ?? NaN) - value) / scale;
        const isSame = Number.isNaN(value) ? Number.isNaN(found[at]) : difference < 1e-5;
        if (!isSame) expect({ at, value: found[at] }).toEqual({ at, value });
      }
    });
  }

  const { keeps } = step;
  if (keeps === undefined) return;
  test('says of every row whether it stays', () => {
    const learned = fittedOf(each, [cells]);
    const stays = keeps(cells, params, learned);
    expect(stays).toHaveLength(countRows(cells));
    expect([...new Set(stays)].every((value) => value === 0 || value === 1)).toBe(true);
    if (step.inOrder === true) return;
    const parts = chunksOf(cells).flatMap((chunk) => [...keeps(chunk, params, learned)]);
    expect(parts).toEqual([...stays]);
  });
});
