import { isOldWorkbook, isWorkbook, readWorkbook } from '#main/engine/data/tables/workbook.ts';
import { openTable } from '#main/engine/data/tables/openTable.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import { resolvePath } from '#main/engine/data/readers/reader.ts';
import type { ParamValue } from '#shared/layers/params.ts';

/** What Excel shows where a formula went wrong. */
const errors = ['#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!'];

/** Sheets of Excel workbooks: written as a table of text to our cache, and read as one. */
export const excelReader: Reader = {
  kind: 'excel',
  async recognise({ path, isFolder, head }) {
    if (isFolder) return null;
    // An old workbook is taken too, so that opening it says what to do.
    if (isOldWorkbook(head)) return /\.xls\w?$/i.test(path) ? { file: path } : null;
    return (await isWorkbook(path, head)) ? { file: path } : null;
  },
  async open(params, { folder, features, signal, tell = () => undefined }) {
    const file = resolvePath(params['file'], folder);
    if (!file.ok) return file;
    const written = await readWorkbook(file.value, textIn(params['sheet']), signal);
    if (!written.ok) return written;
    const header = textIn(params['header']);
    return openTable({
      file: file.value,
      written: written.value,
      validationFile: null,
      testFile: null,
      encoding: 'utf-8',
      options: {
        dialect: {
          delimiter: ',',
          header: header === 'auto' ? null : header === 'yes',
          decimalComma: false,
          dayFirst: null,
        },
        missing: errors,
        skipBadRows: true,
      },
      features,
      tell,
      signal,
    });
  },
};

function textIn(value: ParamValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
