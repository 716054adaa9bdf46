import { thumbnailOf } from '#main/engine/data/pictures/thumbnail.ts';
import type { CellsByName, OpenedSource, Rows } from '#main/engine/data/readers/reader.ts';
import { takeRange } from '#main/engine/data/source/takeCells.ts';
import type { Cells, Picture, Signal } from '#shared/data/arithmetic/cells.ts';
import type { PreviewCell, PreviewRows } from '#shared/data/report.ts';

/** Numbers of a cell that are shown. */
const shownNumbers = 64;

/** Characters of a cell that are shown: of a long text the beginning says enough. */
const shownCharacters = 500;

/** Pairs of least and most in the outline of a recording. */
const outlinePairs = 200;

/** Some rows of a source's training part, as they are shown. Fewer than `count` where the part ends. */
export async function previewRows(
  opened: OpenedSource,
  from: number,
  count: number,
): Promise<PreviewRows> {
  const names = opened.features.map(({ name }) => name);
  const cells = await cellsOf(opened.train, names, from, count);
  return showCells(cells, names, from);
}

/** The cells of rows that follow each other; fewer than `count` where they end. */
export async function cellsOf(
  rows: Rows,
  names: readonly string[],
  from: number,
  count: number,
): Promise<CellsByName> {
  const to = Math.min(rows.count, from + count);
  if (rows.gather !== null) {
    const chosen = Uint32Array.from({ length: Math.max(0, to - from) }, (_, row) => from + row);
    return rows.gather(names, chosen);
  }
  const parts: CellsByName[] = [];
  for await (const chunk of rows.stream(names)) {
    const end = chunk.from + chunk.count;
    if (end > from) {
      const first = Math.max(0, from - chunk.from);
      const last = Math.min(chunk.count, to - chunk.from);
      parts.push(
        Object.fromEntries(
          Object.entries(chunk.cells).map(([name, cells]) => [name, takeRange(cells, first, last)]),
        ),
      );
    }
    if (end >= to) break;
  }
  return Object.fromEntries(
    names.flatMap((name) => {
      const pieces = parts.flatMap((part) => part[name] ?? []);
      const [first, ...rest] = pieces;
      return first === undefined ? [] : [[name, rest.reduce(joined, first)]];
    }),
  );
}

function joined(left: Cells, right: Cells): Cells {
  if (left.type === 'numbers' && right.type === 'numbers') {
    const values = new Float64Array(left.values.length + right.values.length);
    values.set(left.values);
    values.set(right.values, left.values.length);
    return { ...left, values };
  }
  if (left.type === 'texts' && right.type === 'texts') {
    return { type: 'texts', values: [...left.values, ...right.values] };
  }
  if (left.type === 'pictures' && right.type === 'pictures') {
    return { type: 'pictures', values: [...left.values, ...right.values] };
  }
  if (left.type === 'signals' && right.type === 'signals') {
    return { type: 'signals', values: [...left.values, ...right.values] };
  }
  throw new Error('The pieces of a feature are of different types.');
}

/** Cells as they are shown. `from`: number of their first row. */
export async function showCells(
  cells: CellsByName,
  names: readonly string[],
  from: number,
): Promise<PreviewRows> {
  const columns: (readonly PreviewCell[])[] = [];
  for (const name of names) {
    const found = cells[name];
    columns.push(found === undefined ? [] : await showColumn(found));
  }
  const count = Math.max(0, ...columns.map(({ length }) => length));
  const rows = Array.from({ length: count }, (_, row) =>
    columns.map((column) => column[row] ?? null),
  );
  return { from, names, rows };
}

async function showColumn(cells: Cells): Promise<readonly PreviewCell[]> {
  switch (cells.type) {
    case 'numbers':
      return showNumbers(cells.values, cells.shape);
    case 'texts':
      return cells.values.map((text) =>
        text !== null && text.length > shownCharacters
          ? `${text.slice(0, shownCharacters)}…`
          : text,
      );
    case 'pictures':
      return Promise.all(cells.values.map(showPicture));
    case 'signals':
      return cells.values.map((signal) => (signal === null ? null : showSignal(signal)));
  }
}

async function showNumbers(
  values: Float32Array | Float64Array | Uint8Array | Int32Array,
  shape: readonly number[],
): Promise<readonly PreviewCell[]> {
  const size = shape.reduce((product, length) => product * length, 1);
  const count = size === 0 ? 0 : values.length / size;
  if (shape.length === 0)
    return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
  const [height = 0, width = 0, channels = 0] = shape;
  const isPicture = shape.length === 3 && [1, 3, 4].includes(channels) && height > 3 && width > 3;
  return Promise.all(
    Array.from({ length: count }, (_, row): Promise<PreviewCell> => {
      const own = values.subarray(row * size, (row + 1) * size);
      if (isPicture) {
        const pixels = own instanceof Uint8Array ? own : Float32Array.from(own);
        return showPicture({ height, width, channels, values: pixels });
      }
      const shown = Array.from(own.subarray(0, shownNumbers));
      return Promise.resolve({ type: 'numbers', shape, values: shown });
    }),
  );
}

async function showPicture(picture: Picture | null): Promise<PreviewCell> {
  if (picture === null) return null;
  const { height, width } = picture;
  return { type: 'picture', png: await thumbnailOf(picture), height, width };
}

function showSignal({ rate, values }: Signal): PreviewCell {
  const pairs = Math.min(outlinePairs, values.length);
  const outline: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    let least = Infinity;
    let most = -Infinity;
    const end = Math.floor(((pair + 1) * values.length) / pairs);
    for (let at = Math.floor((pair * values.length) / pairs); at < end; at++) {
      const value = values[at] ?? 0;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    outline.push(least, most);
  }
  return { type: 'signal', seconds: rate > 0 ? values.length / rate : 0, rate, outline };
}
