import { commonWidth, sniffDialect, splitRows } from '#main/engine/data/tables/dialect.ts';
import type { GivenDialect } from '#main/engine/data/tables/dialect.ts';
import type { Encoding } from '#main/engine/data/tables/encoding.ts';
import { decodeHead, findEncoding, isBinary } from '#main/engine/data/tables/encoding.ts';
import { openTable } from '#main/engine/data/tables/openTable.ts';
import { plainBeginning, plainFile } from '#main/engine/data/archives/unpack.ts';
import { isParquet, readHead, textFormat } from '#main/engine/data/tables/prepareFile.ts';
import type { OpenContext, Reader } from '#main/engine/data/readers/reader.ts';
import { resolvePath } from '#main/engine/data/readers/reader.ts';
import { delimiters } from '#shared/data/sources/table.ts';
import type { DataSource } from '#shared/data/data.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';

/** Bytes by which a table of text is recognised. */
const headBytes = 1 << 16;

/** Tables of text, JSON and Parquet. */
export const tableReader: Reader = {
  kind: 'table',
  async recognise({ path, isFolder, head }) {
    if (isFolder || head.length === 0) return null;
    const beginning = await plainBeginning(head);
    if (isParquet(beginning)) return { file: path };
    if (beginning.length === 0 || isBinary(beginning)) return null;
    const { signal } = new AbortController();
    const plain = await plainFile(path, head, { signal, tell: () => undefined });
    // A damaged one is ours, so that it is told as such.
    if (!plain.ok) return { file: path };
    const { encoding } = await findEncoding(plain.value, null, signal);
    const bytes = await readHead(plain.value, headBytes);
    const text = decodeHead(bytes, encoding);
    if (textFormat(text) !== 'text') return { file: path, encoding };
    return textParams(path, text, encoding, bytes.length < headBytes);
  },
  async open(params, context) {
    const file = resolvePath(params['file'], context.folder);
    if (!file.ok) return file;
    const other = (name: string) =>
      params[name] === '' ? ok(null) : resolvePath(params[name], context.folder);
    const validation = other('validationFile');
    if (!validation.ok) return validation;
    const test = other('testFile');
    if (!test.ok) return test;
    return openTable({
      file: file.value,
      written: null,
      validationFile: validation.value,
      testFile: test.value,
      encoding: params['encoding'] === 'auto' ? null : (params['encoding'] as Encoding),
      options: tableOptions(params),
      features: context.features,
      tell: tellOf(context),
      signal: context.signal,
    });
  },
};

function tellOf(context: OpenContext): (fraction: number) => void {
  return context.tell ?? (() => undefined);
}

/** What is found by the beginning becomes the parameters, so that an exported program need not find it again. */
function textParams(
  file: string,
  text: string,
  encoding: Encoding,
  isWhole: boolean,
): DataSource['params'] | null {
  const dialect = sniffDialect(text, nothingGiven, isWhole);
  const rows = splitRows(text, dialect.delimiter, dialect.escape, isWhole);
  // A single line without a delimiter is a text, and so are lines of many words.
  if (rows.length === 0 || (rows.length < 2 && commonWidth(rows) < 2)) return null;
  const words = Object.entries(delimiters).find(([, mark]) => mark === dialect.delimiter);
  return {
    file,
    delimiter: words?.[0] ?? 'auto',
    header: dialect.hasHeader ? 'yes' : 'no',
    encoding,
    decimal: dialect.decimalComma ? 'comma' : 'point',
    dayFirst: dialect.dayFirst ? 'yes' : 'no',
  };
}

const nothingGiven: GivenDialect = {
  delimiter: null,
  header: null,
  decimalComma: null,
  dayFirst: null,
};

function tableOptions(params: ParamValues) {
  const word = (name: string) => {
    const value = params[name];
    return typeof value === 'string' ? value : 'auto';
  };
  const claim = (name: string, yes: string) => (word(name) === 'auto' ? null : word(name) === yes);
  const mark = Object.entries(delimiters).find(([name]) => name === word('delimiter'));
  return {
    dialect: {
      delimiter: mark?.[1] ?? null,
      header: claim('header', 'yes'),
      decimalComma: claim('decimal', 'comma'),
      dayFirst: claim('dayFirst', 'yes'),
    },
    missing: word('missing')
      .split(',')
      .map((text) => text.trim())
      .filter((text) => text !== ''),
    skipBadRows: params['skipBadRows'] === true,
  };
}
