import type { PreparationPlan } from '#shared/codegen/preparationPlan.ts';
import { sortImports } from '#shared/codegen/typescript/printFile.ts';
import type { RowsPrinter } from '#shared/codegen/typescript/rows/sources/rowsPrinter.ts';

/** Prints `src/source.ts`: how raw data is read, and with training code the examples themselves. */
export function printRowsSource(
  { params, features }: Pick<PreparationPlan, 'params' | 'features'>,
  printer: RowsPrinter,
  canTrain: boolean,
): string {
  const text = [
    printer.printColumns(params, features),
    ...(canTrain ? [printer.printSource(params, features) ?? ''] : []),
  ].join('\n');
  const imports = [
    ...printer.imports(features),
    ...(text.includes('joinParts(') ? ["import { joinParts } from './parts.ts';"] : []),
    ...(text.includes('path.') ? ["import path from 'node:path';"] : []),
    ...(text.includes('projectFolder') ? ["import { projectFolder } from './folders.ts';"] : []),
  ];
  return `${sortImports(imports).join('\n')}\n\n${text}`;
}
