import path from 'node:path';
import { cellsRows } from '#main/engine/data/source/cellsSource.ts';
import { CellsCollector } from '#main/engine/data/source/collectCells.ts';
import { plainBeginning } from '#main/engine/data/archives/unpack.ts';
import { textParam } from '#main/engine/data/files/textParam.ts';
import { Warnings } from '#main/engine/data/files/warnings.ts';
import { pictureMedium, pictureSettings } from '#main/engine/data/pictures/pictureMedium.ts';
import type { PicturePaths } from '#main/engine/data/pictures/picturePaths.ts';
import { arePictures, pathRows } from '#main/engine/data/pictures/picturePaths.ts';
import type { PictureColumn } from '#main/engine/data/pictures/pictureRows.ts';
import { pictureRows } from '#main/engine/data/pictures/pictureRows.ts';
import type { OpenContext, OpenedSource, Reader, Rows } from '#main/engine/data/readers/reader.ts';
import { resolvePath } from '#main/engine/data/readers/reader.ts';
import { isParquet } from '#main/engine/data/tables/prepareFile.ts';
import { tableReader } from '#main/engine/data/readers/table.ts';
import { sniff } from '#main/engine/data/inspect/sniff.ts';
import type { DataSource, FeatureRole } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import { table } from '#shared/data/sources/table.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Texts that are looked at to find the column of paths. */
const rowsLookedAt = 50;

/** Endings of pictures, in the first bytes of a table. */
const endings = /\.(png|jpe?g|webp|gif|bmp|tiff?|avif)\b/i;

/** A table with a column of paths of pictures. */
export const imageTableReader: Reader = {
  kind: 'imageTable',
  async recognise({ path: given, isFolder, head, names }) {
    if (!isFolder) return recogniseTable(given, head, path.dirname(given));
    const tables = names.filter((name) => /\.(csv|tsv|txt|jsonl?|parquet)(\.gz)?$/i.test(name));
    for (const name of tables.slice(0, 5)) {
      const sniffed = await sniff(path.join(given, name));
      if (!sniffed.ok) continue;
      const found = await recogniseTable(sniffed.value.path, sniffed.value.head, given, names);
      if (found !== null) return found;
    }
    return null;
  },
  async open(params, context) {
    const opened = await openTable(params, context);
    if (!opened.ok) return opened;
    const source = opened.value;
    const pictures = await withPictures(source, params, context);
    if (!pictures.ok) await source.close();
    return pictures;
  },
};

async function withPictures(
  source: OpenedSource,
  params: ParamValues,
  context: OpenContext,
): Promise<Result<OpenedSource>> {
  const file = resolvePath(params['file'], context.folder);
  if (!file.ok) return file;
  const folder =
    params['folder'] === ''
      ? ok(path.dirname(file.value))
      : resolvePath(params['folder'], context.folder);
  if (!folder.ok) return folder;
  const paths = { base: folder.value, ending: textParam(params, 'ending') };
  const wanted = textParam(params, 'column');
  const texts = await firstTexts(source, wanted === '' ? null : wanted);
  const column = texts.find(
    ([name, values]) => name === wanted || (wanted === '' && arePictures(values, paths)),
  );
  if (column === undefined) {
    const values = { file: file.value, column: wanted, folder: paths.base };
    return refuse('data.pathsMissing', values, { place: { file: file.value } });
  }
  const [name, sample] = column;
  const warnings = new Warnings();
  const medium = await pictureMedium(
    name,
    [pathRows(sample, paths)],
    pictureSettings(params),
    context.features.filter(({ kind }) => kind === 'image'),
    warnings,
  );
  const settings: PictureColumn = {
    name,
    paths,
    medium,
    warnings,
    skipUnreadable: params['skipUnreadable'] === true,
    signal: context.signal,
  };
  const role = context.features.find((feature) => feature.name === name)?.role ?? 'input';
  const features = source.features.map((feature) =>
    feature.name === name ? { ...medium.feature, role } : feature,
  );
  const names = features.map((feature) => feature.name);
  return ok({
    features,
    train: pictureRows(await inMemory(source.train, names), settings),
    test: source.test === null ? null : pictureRows(await inMemory(source.test, names), settings),
    get problems() {
      return [...source.problems, ...warnings.list()];
    },
    fingerprint: source.fingerprint,
    bytes: source.bytes,
    ...(source.describe === undefined ? {} : { describe: describeWith(source, settings, role) }),
    ...(source.countDuplicates === undefined
      ? {}
      : { countDuplicates: (signal) => source.countDuplicates?.(signal) ?? Promise.resolve(0) }),
    close: () => source.close(),
  });
}

/** The table's own statistics, and in place of its paths those of the pictures. */
function describeWith(
  source: OpenedSource,
  { name, paths, medium }: PictureColumn,
  role: FeatureRole,
): NonNullable<OpenedSource['describe']> {
  return async (tell, signal) => {
    const half = (start: number) => (part: number) => {
      tell(start + part / 2);
    };
    const reports = (await source.describe?.(half(0), signal)) ?? [];
    const rows = pathRows(await allTexts(source, name), paths);
    const own = await medium.describe([rows], half(0.5), signal);
    const feature = { ...(own.feature ?? medium.feature), role };
    return reports.map((report) =>
      report.feature.name === name
        ? { ...report, numbers: null, top: [], sizes: [], ...own, feature }
        : report,
    );
  };
}

/** Values of a table that are kept in memory, so that pictures can be taken in any order. */
const keptValues = 20_000_000;

/** A table is read in order only; beside its pictures it is small. */
async function inMemory(rows: Rows, names: readonly string[]): Promise<Rows> {
  if (rows.gather !== null || rows.count * names.length > keptValues) return rows;
  const collectors = new Map(names.map((name) => [name, new CellsCollector()]));
  for await (const { cells } of rows.stream(names)) {
    for (const [name, collector] of collectors) {
      const piece = cells[name];
      if (piece !== undefined) collector.add(piece);
    }
  }
  const all = [...collectors].map(([name, collector]) => [name, collector.all()] as const);
  return cellsRows(rows.count, Object.fromEntries(all));
}

/** The table as its own reader reads it; the column of pictures is a text there. */
function openTable(params: ParamValues, context: OpenContext): Promise<Result<OpenedSource>> {
  const { values } = parseParams(table.params, {
    file: params['file'] ?? '',
    validationFile: params['validationFile'] ?? '',
    testFile: params['testFile'] ?? '',
  });
  const features = context.features.map((feature): Feature =>
    feature.kind === 'image'
      ? { ...feature, kind: 'text', shape: [], dtype: 'text', classes: null }
      : feature,
  );
  return tableReader.open(values, { ...context, features });
}

type NamedTexts = readonly [string, readonly (string | null)[]];

/** The first texts of the columns that can hold paths, or of one. */
async function firstTexts(
  source: OpenedSource,
  wanted: string | null,
): Promise<readonly NamedTexts[]> {
  const names = source.features
    .filter(({ name, kind }) =>
      wanted === null ? kind === 'text' || kind === 'category' : name === wanted,
    )
    .map(({ name }) => name);
  for await (const { cells } of source.train.stream(names)) {
    return names.flatMap((name): NamedTexts[] => {
      const column = cells[name];
      return column?.type === 'texts' ? [[name, column.values.slice(0, rowsLookedAt)]] : [];
    });
  }
  return [];
}

async function allTexts(source: OpenedSource, name: string): Promise<readonly (string | null)[]> {
  const texts: (string | null)[] = [];
  for (const rows of [source.train, ...(source.test === null ? [] : [source.test])]) {
    for await (const { cells } of rows.stream([name])) {
      const column = cells[name];
      if (column?.type === 'texts') for (const text of column.values) texts.push(text);
    }
  }
  return texts;
}

/** Parameters for a table that names pictures below its folder; null: it names none. */
async function recogniseTable(
  file: string,
  head: Uint8Array,
  folder: string,
  names: readonly string[] = [],
): Promise<DataSource['params'] | null> {
  // Only a table that speaks of pictures is opened to be sure.
  const beginning = await plainBeginning(head);
  const text = Buffer.from(beginning).toString('latin1').replaceAll('\0', '');
  if (!isParquet(beginning) && !endings.test(text)) {
    return null;
  }
  const sniffed = { path: file, isFolder: false, head, names: [] };
  if ((await tableReader.recognise?.(sniffed)) === null) return null;
  const context = { folder: null, features: [], signal: new AbortController().signal };
  const opened = await openTable({ file }, context);
  if (!opened.ok) return null;
  try {
    const inner = (names.length > 0 ? names : await namesOf(folder))
      .filter((name) => name.endsWith('/'))
      .map((name) => path.join(folder, name.slice(0, -1)));
    const texts = await firstTexts(opened.value, null);
    for (const base of [folder, ...inner]) {
      const paths: PicturePaths = { base, ending: '' };
      const column = texts.find(([, values]) => arePictures(values, paths));
      if (column === undefined) continue;
      return { file, column: column[0], ...(base === folder ? {} : { folder: base }) };
    }
    return null;
  } finally {
    await opened.value.close();
  }
}

async function namesOf(folder: string): Promise<readonly string[]> {
  const sniffed = await sniff(folder);
  return sniffed.ok ? sniffed.value.names : [];
}
