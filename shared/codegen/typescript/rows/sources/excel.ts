import { tableRowsPrinter } from '#shared/codegen/typescript/rows/sources/table.ts';
import type { RowsPrinter } from '#shared/codegen/typescript/rows/sources/rowsPrinter.ts';

/** Workbooks are converted to tables of text first. */
export const excelRowsPrinter: RowsPrinter = { ...tableRowsPrinter, kind: 'excel' };
