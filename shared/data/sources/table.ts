import { defineSource } from '#shared/data/catalogue.ts';
import type { ChoiceParam, TextParam } from '#shared/layers/params.ts';

const file = (en: string, zh: string) =>
  ({
    type: 'text',
    default: '',
    path: 'file',
    doc: { en, 'zh-CN': zh },
  }) as const satisfies TextParam;

const choice = <const Choices extends readonly string[]>(
  choices: Choices,
  en: string,
  zh: string,
) =>
  ({
    type: 'choice',
    default: 'auto',
    choices,
    advanced: true,
    doc: { en, 'zh-CN': zh },
  }) as const satisfies ChoiceParam;

/** The characters that part the values of a line, by the word of the parameter. */
export const delimiters = {
  comma: ',',
  tab: '\t',
  semicolon: ';',
  pipe: '|',
  space: ' ',
} as const;

/** Texts that stand for a missing value in a table of text, unless the source says otherwise. */
const usualMissing = 'NA,N/A,#N/A,n/a,NULL,null,None,?';

/** A table in a file: CSV, TSV, TXT, JSON, JSON Lines or Parquet, told apart by content. */
export const table = defineSource({
  kind: 'table',
  title: { en: 'Table', 'zh-CN': '表格' },
  doc: {
    en: 'A CSV, TSV, TXT, JSON, JSON Lines or Parquet file of any size, gzipped or not; each row is an example. A validation and a test part may lie in files of their own.',
    'zh-CN':
      'CSV、TSV、TXT、JSON、JSON Lines 或 Parquet 文件，大小不限，也可以是 gzip 压缩的；每一行是一个样本。验证部分和测试部分可以放在单独的文件里。',
  },
  license: null,
  params: {
    file: file('The table.', '表格文件。'),
    validationFile: file(
      'A table with the same columns: the validation part, where rows are divided by the column `part`. Empty: there is none.',
      '列相同的另一个表格，作为验证部分（按 `part` 列划分）。留空表示没有。',
    ),
    testFile: file(
      'A table with the same columns: the test part. Empty: there is none.',
      '列相同的另一个表格，作为测试部分。留空表示没有。',
    ),
    delimiter: choice(
      ['auto', 'comma', 'tab', 'semicolon', 'pipe', 'space'],
      'What parts the values of a line. Auto: found by content.',
      '一行中各个值之间的分隔符。auto 表示按内容判断。',
    ),
    header: choice(
      ['auto', 'yes', 'no'],
      'Whether the first line holds the names of the columns. Auto: found by content.',
      '第一行是否为列名。auto 表示按内容判断。',
    ),
    encoding: choice(
      ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis', 'windows-1252'],
      'How characters are written as bytes; gb18030 includes GBK. Auto: found by content.',
      '文本的编码；gb18030 包含 GBK。auto 表示按内容判断。',
    ),
    decimal: choice(
      ['auto', 'point', 'comma'],
      'What stands before the decimals of a number. Auto: found by content.',
      '小数点的写法。auto 表示按内容判断。',
    ),
    dayFirst: choice(
      ['auto', 'yes', 'no'],
      'Whether 03/04/2024 is the 3rd of April. Auto: found by content; no, where nothing tells.',
      '03/04/2024 是否表示 4 月 3 日。auto 表示按内容判断；无法判断时为“否”。',
    ),
    missing: {
      type: 'text',
      default: usualMissing,
      advanced: true,
      doc: {
        en: 'Texts that stand for a missing value, with commas between them. Empty values are always missing.',
        'zh-CN': '表示缺失值的文本，用英文逗号分隔。空值总是视为缺失。',
      },
    },
    skipBadRows: {
      type: 'boolean',
      default: true,
      advanced: true,
      doc: {
        en: 'Rows that do not have as many values as the table has columns are left out and named. Off: such a row ends the reading.',
        'zh-CN': '值的数量与列数不符的行会被略过并逐一指出。关闭后，遇到这样的行就停止读取。',
      },
    },
  },
  features: null,
  counts: () => null,
  hasNoTest: ({ testFile }) => testFile === '',
  missing: (params) => (params.file === '' ? ['file'] : []),
});
