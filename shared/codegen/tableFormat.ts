import type { Feature } from '#shared/data/catalogue.ts';
import { delimiters, table } from '#shared/data/sources/table.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';

/** What the values of a column of a table are taken as. */
type TableColumnKind = 'number' | 'text' | 'truth' | 'date';

/** How a table of text is written, as exported projects are told. */
export interface PrintedTableFormat {
  readonly delimiter: string;
  readonly hasHeader: boolean;
  readonly encoding: string;
  readonly decimalComma: boolean;
  readonly dayFirst: boolean;
  readonly missing: readonly string[];
  readonly columns: readonly { readonly name: string; readonly kind: TableColumnKind }[];
}

/** Resolves the parameters of a table; what they leave open is as most tables have it. */
export function tableFormatOf(
  params: ParamValues,
  features: readonly Feature[],
): PrintedTableFormat {
  const given = parseParams(table.params, params).values;
  const file = text(given['file']);
  const isConverted = !isTextTable(file);
  const usual = /\.(tsv|tab)(\.gz)?$/iu.test(file) ? '\t' : ',';
  const chosen = delimiters[text(given['delimiter']) as keyof typeof delimiters] as
    string | undefined;
  const encoding = text(given['encoding']);
  return {
    delimiter: isConverted ? ',' : (chosen ?? usual),
    hasHeader: given['header'] !== 'no',
    encoding: isConverted || encoding === 'auto' ? 'utf-8' : encoding,
    decimalComma: !isConverted && given['decimal'] === 'comma',
    dayFirst: given['dayFirst'] === 'yes',
    missing: text(given['missing'])
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
    columns: features.map((feature) => ({ name: feature.name, kind: kindOf(feature) })),
  };
}

/** Whether a file's name is that of a table of text. */
export function isTextTable(file: unknown): boolean {
  return !/\.(parquet|pq|xlsx|xlsm|json|jsonl|ndjson)(\.gz)?$/iu.test(text(file));
}

function kindOf({ kind, classNames }: Feature): TableColumnKind {
  if (kind === 'number' || kind === 'sequence') return 'number';
  if (kind === 'date') return 'date';
  return kind === 'category' && classNames?.join() === 'false,true' ? 'truth' : 'text';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
