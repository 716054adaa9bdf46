import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { snakeCase } from '#shared/codegen/identifiers.ts';
import { kerasRowsPrinters } from '#shared/codegen/keras/rows/sources/index.ts';
import { kerasSourcePrinters } from '#shared/codegen/keras/sources/index.ts';
import { exportTargets, findExportTarget } from '#shared/codegen/targets.ts';
import { rowsPrinters } from '#shared/codegen/typescript/rows/sources/index.ts';
import { sourcePrinters } from '#shared/codegen/typescript/sources/index.ts';
import { sources } from '#shared/data/sources/index.ts';
import { steps } from '#shared/data/steps/index.ts';
import { parseParams } from '#shared/layers/parseParams.ts';

const kindsOf = (entries: readonly { readonly kind: string }[]) =>
  entries.map(({ kind }) => kind).sort();

test('both languages print the same sources', () => {
  expect(kindsOf(sourcePrinters)).toEqual(kindsOf(kerasSourcePrinters));
  expect(kindsOf(rowsPrinters)).toEqual(kindsOf(kerasRowsPrinters));
  const printed = new Set([...kindsOf(sourcePrinters), ...kindsOf(rowsPrinters)]);
  expect(kindsOf(sources).filter((kind) => !printed.has(kind))).toEqual([]);
});

describe.each(sources)('the source $kind', (source) => {
  const { values } = parseParams(source.params, {});
  const counts = source.counts(values);

  test.each([
    ['TypeScript', sourcePrinters],
    ['Keras', kerasSourcePrinters],
  ])('says of its test part in %s what the source says', (_language, printers) => {
    const printer = printers.find(({ kind }) => kind === source.kind);
    if (printer === undefined) return;
    if (counts !== null) expect(printer.hasTest(values)).toBe(counts.test > 0);
    expect(printer.print(values)).not.toContain('undefined');
  });

  test.each([
    ['TypeScript', rowsPrinters],
    ['Keras', kerasRowsPrinters],
  ])('is read as raw data in %s', (_language, printers) => {
    const printer = printers.find(({ kind }) => kind === source.kind);
    if (printer === undefined) return;
    if (counts !== null) expect(printer.hasTest(values)).toBe(counts.test > 0);
    const features = source.features?.(values) ?? [];
    expect(printer.printColumns(values, features)).not.toContain('undefined');
    expect(printer.printSource(values, features) ?? '').not.toContain('undefined');
  });
});

/** Printed code calls a step's arithmetic with the cells and then its arguments. */
describe.each(steps)('the step $kind', (step) => {
  test('has arithmetic of its name that takes cells', () => {
    const file = new URL(`../data/arithmetic/${step.kind}.ts`, import.meta.url);
    const source = readFileSync(fileURLToPath(file), 'utf8');
    expect(source).toMatch(new RegExp(`export function ${step.kind}\\(\\s*cells: Cells\\b`));
  });

  test('has the same arithmetic in Python', () => {
    const name = snakeCase(step.kind);
    const file = new URL(`../data/python/${name}.py`, import.meta.url);
    expect(readFileSync(fileURLToPath(file), 'utf8')).toContain(`\ndef ${name}(cells`);
  });
});

test('targets are found by their ids', () => {
  for (const target of exportTargets) expect(findExportTarget(target.id)).toBe(target);
  expect(findExportTarget('fortran')).toBeUndefined();
});
