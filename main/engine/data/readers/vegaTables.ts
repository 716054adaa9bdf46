import { createHash } from 'node:crypto';
import path from 'node:path';
import { cellsSource } from '#main/engine/data/source/cellsSource.ts';
import { packageFolder } from '#main/engine/data/files/packageFolder.ts';
import { readBytes } from '#main/engine/data/files/readBytes.ts';
import type { OpenedSource, Reader } from '#main/engine/data/readers/reader.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { Feature, FeatureKind, FeatureRole } from '#shared/data/feature.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';

/** Kind and, where it is not `input`, role of a column. */
type Column = FeatureKind | readonly [FeatureKind, FeatureRole];

/** A value of a file: CSV gives texts only. */
type Value = string | number | boolean | null | undefined;

/** Tables of the npm package vega-datasets, by the kind of their source. The order of columns is the file's. */
const tables: Readonly<
  Record<string, { readonly file: string; readonly columns: Readonly<Record<string, Column>> }>
> = {
  penguins: {
    file: 'penguins.json',
    columns: {
      Species: ['category', 'target'],
      Island: 'category',
      'Beak Length (mm)': 'number',
      'Beak Depth (mm)': 'number',
      'Flipper Length (mm)': 'number',
      'Body Mass (g)': 'number',
      Sex: 'category',
    },
  },
  cars: {
    file: 'cars.json',
    columns: {
      Name: ['text', 'ignored'],
      Miles_per_Gallon: ['number', 'target'],
      Cylinders: 'number',
      Displacement: 'number',
      Horsepower: 'number',
      Weight_in_lbs: 'number',
      Acceleration: 'number',
      Year: 'date',
      Origin: 'category',
    },
  },
  movies: {
    file: 'movies.json',
    columns: {
      Title: ['text', 'ignored'],
      'US Gross': 'number',
      'Worldwide Gross': 'number',
      'US DVD Sales': 'number',
      'Production Budget': 'number',
      'Release Date': 'date',
      'MPAA Rating': 'category',
      'Running Time min': 'number',
      Distributor: 'category',
      Source: 'category',
      'Major Genre': 'category',
      'Creative Type': 'category',
      Director: ['text', 'ignored'],
      'Rotten Tomatoes Rating': 'number',
      'IMDB Rating': ['number', 'target'],
      'IMDB Votes': 'number',
    },
  },
  weather: {
    file: 'weather.csv',
    columns: {
      location: 'category',
      date: 'date',
      precipitation: 'number',
      temp_max: 'number',
      temp_min: 'number',
      wind: 'number',
      weather: ['category', 'target'],
    },
  },
  stocks: {
    file: 'stocks.csv',
    columns: { symbol: ['category', 'group'], date: 'date', price: ['number', 'target'] },
  },
};

/** Readers of the tables that come with the program. */
export const vegaTableReaders: readonly Reader[] = Object.entries(tables).map(
  ([kind, { file, columns }]) => ({
    kind,
    open: (_params, { features }) => openTable(file, columns, features),
  }),
);

async function openTable(
  file: string,
  columns: Readonly<Record<string, Column>>,
  declared: readonly Feature[],
): Promise<Result<OpenedSource>> {
  const folder = packageFolder('vega-datasets');
  if (!folder.ok) return folder;
  const bytes = await readBytes(path.join(folder.value, 'data', file));
  if (!bytes.ok) return bytes;
  const rows = rowsOf(file, Buffer.from(bytes.value).toString('utf8'));
  const read = Object.entries(columns).map(([name, column]) => {
    const corrected = declared.find((feature) => feature.name === name);
    const [kind, role] = typeof column === 'string' ? ([column, 'input'] as const) : column;
    return columnOf(
      name,
      corrected?.kind ?? kind,
      corrected?.role ?? role,
      rows.map((row) => row[name]),
    );
  });
  return ok(
    cellsSource(
      read.map(({ feature }) => feature),
      rows.length,
      Object.fromEntries(read.map(({ feature, cells }) => [feature.name, cells])),
      {
        fingerprint: createHash('sha256').update(bytes.value).digest('hex'),
        bytes: bytes.value.length,
      },
    ),
  );
}

/** The rows of a JSON array of objects, or of a CSV file with a header: these have no quotes. */
function rowsOf(file: string, text: string): readonly Readonly<Record<string, Value>>[] {
  if (file.endsWith('.json')) {
    return JSON.parse(text) as readonly Readonly<Record<string, Value>>[];
  }
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const names = header.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, values[index]]));
  });
}

/** A feature and its cells. Empty values, and the lone point that penguins has for an unknown sex, are missing. */
function columnOf(
  name: string,
  kind: FeatureKind,
  role: FeatureRole,
  values: readonly Value[],
): { readonly feature: Feature; readonly cells: Cells } {
  const texts = values.map((value) =>
    value === null || value === undefined || value === '' || value === '.' ? null : String(value),
  );
  if (kind === 'number' || kind === 'date') {
    const numberOf = kind === 'number' ? Number : dateOf;
    return {
      feature: { name, role, kind, shape: [], dtype: 'float32', classes: null },
      cells: {
        type: 'numbers',
        shape: [],
        values: Float64Array.from(texts, (text) => (text === null ? Number.NaN : numberOf(text))),
      },
    };
  }
  const feature: Feature = { name, role, kind, shape: [], dtype: 'text', classes: null };
  const cells = { type: 'texts', values: texts } as const;
  if (kind !== 'category') return { feature, cells };
  const classNames = [...new Set(texts)].filter((text) => text !== null).sort(byCode);
  return { feature: { ...feature, classes: classNames.length, classNames }, cells };
}

/** Milliseconds since 1970, UTC, of `2012-01-31` or `Jan 31 2012`; NaN: neither. */
function dateOf(text: string): number {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Date.parse(`${text} UTC`);
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
