import { tableKerasPrinter } from '#shared/codegen/keras/rows/sources/table.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';

/** Workbooks are converted to tables of text first. */
export const excelKerasPrinter: KerasRowsPrinter = { ...tableKerasPrinter, kind: 'excel' };
