import { pythonImports } from '#shared/codegen/keras/printData.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';
import type { PreparationPlan } from '#shared/codegen/preparationPlan.ts';

/** Prints `source.py`: how raw data is read, and with training code the examples themselves. */
export function printKerasRowsSource(
  { params, features }: Pick<PreparationPlan, 'params' | 'features'>,
  printer: KerasRowsPrinter,
  canTrain: boolean,
): string {
  const text = [
    printer.printColumns(params, features),
    ...(canTrain ? [printer.printSource(params, features) ?? ''] : []),
  ].join('\n\n');
  const imports = [
    ...printer.imports(features),
    ...(text.includes('join_parts(') ? ['from parts import join_parts'] : []),
    ...(text.includes('Path(') ? ['from pathlib import Path'] : []),
  ];
  return `"""Reads raw data."""

${pythonImports(imports)}

${text}`;
}
