import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { kerasSteps } from '#shared/codegen/keras/printPreparation.ts';
import { kerasSourcePrinters } from '#shared/codegen/keras/sources/index.ts';
import { exportTargets, findExportTarget } from '#shared/codegen/targets.ts';
import { sourcePrinters } from '#shared/codegen/typescript/sources/index.ts';
import { sources } from '#shared/data/sources/index.ts';
import { steps } from '#shared/data/steps/index.ts';
import { parseParams } from '#shared/layers/parseParams.ts';

const kindsOf = (entries: readonly { readonly kind: string }[]) =>
  entries.map(({ kind }) => kind).sort();

test('every source can be printed in both languages', () => {
  expect(kindsOf(sourcePrinters)).toEqual(kindsOf(sources));
  expect(kindsOf(kerasSourcePrinters)).toEqual(kindsOf(sources));
});

describe.each(sources)('the source $kind', (source) => {
  const { values } = parseParams(source.params, {});
  const counts = source.counts(values);

  test.each([
    ['TypeScript', sourcePrinters],
    ['Keras', kerasSourcePrinters],
  ])('says of its test part in %s what the source says', (_language, printers) => {
    const printer = printers.find(({ kind }) => kind === source.kind);
    if (counts !== null) expect(printer?.hasTest(values)).toBe(counts.test > 0);
    expect(printer?.print(values)).not.toContain('undefined');
  });
});

/** Printed code calls a step's arithmetic with the cells and then its arguments. */
describe.each(steps)('the step $kind', (step) => {
  test('has arithmetic of its name that takes cells', () => {
    const file = new URL(`../data/arithmetic/${step.kind}.ts`, import.meta.url);
    const source = readFileSync(fileURLToPath(file), 'utf8');
    expect(source).toMatch(new RegExp(`export function ${step.kind}\\(\\s*cells: Cells\\b`));
  });

  test('is known in Python', () => {
    expect(kerasSteps[step.kind]).toBeDefined();
  });
});

test('targets are found by their ids', () => {
  for (const target of exportTargets) expect(findExportTarget(target.id)).toBe(target);
  expect(findExportTarget('fortran')).toBeUndefined();
});
