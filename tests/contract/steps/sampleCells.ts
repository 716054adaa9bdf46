import { takeRange } from '#main/engine/data/source/takeCells.ts';
import type { Cells, Picture, Signal } from '#shared/data/arithmetic/cells.ts';
import type { Feature, FeatureKind } from '#shared/data/feature.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';

/** A feature and some rows of it. */
export interface Sample {
  readonly name: string;
  readonly feature: Feature;
  readonly cells: Cells;
}

const missingShare = 0.15;
const rowCount = 40;

const texts = [
  ...[
    '12',
    '1,234.5 kg',
    '-3.5',
    '(12)',
    '$ 7',
    '3.5万',
    '1.234,5',
    '12 m2',
    'no number',
    '1-2',
    '７',
  ],
  ...[
    '2020-02-29',
    '2021-02-29',
    '29.02.2020',
    'Jun 12 1998',
    '2020年1月31日',
    '1999-12-31T23:59:59.5+08:00',
  ],
  ...[
    '',
    ' ',
    'Hello, world! Hello?',
    'comedy, drama',
    'drama,  horror',
    '<b>Bold</b> &amp; more',
    'NAÏVE café',
  ],
  ...['我爱自然语言处理。', 'emoji 👍🏽 here', 'a  lot   of\tblanks\n', "don't stop", 'UPPER lower'],
];
const categories = ['red', 'green', 'blue', '3', '绿色'];

function feature(kind: FeatureKind, more: Partial<Feature>): Feature {
  return { name: 'x', role: 'input', kind, shape: [], dtype: 'float32', classes: null, ...more };
}

/** Rows of a kind as sources give them, some missing; the same at every call. */
export function samplesOf(kind: FeatureKind): readonly Sample[] {
  const random = mulberry32(7);
  const isMissing = () => random() < missingShare;
  const rows = <Row>(row: () => Row, length = rowCount) =>
    Array.from({ length }, () => (isMissing() ? null : row()));
  const number = () => Math.round((random() - 0.3) * 1000 * 2 ** (random() * 10)) / 8;
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const floats = (size: number, value: () => number) =>
    Float64Array.from({ length: rowCount * size }, () => (isMissing() ? NaN : value()));
  const sample = (name: string, more: Partial<Feature>, cells: Cells): Sample => ({
    name: `${kind} (${name})`,
    feature: feature(kind, more),
    cells,
  });
  const numbers = (
    shape: readonly number[],
    values: Float64Array | Float32Array | Uint8Array | Int32Array,
  ): Cells => ({
    type: 'numbers',
    shape,
    values,
  });
  const makers: Readonly<Record<FeatureKind, () => readonly Sample[]>> = {
    number: () => [
      sample('measurements', {}, numbers([], floats(1, number))),
      sample('one value', {}, numbers([], new Float32Array(rowCount).fill(5))),
      sample('all missing', {}, numbers([], new Float64Array(rowCount).fill(NaN))),
      sample(
        'whole numbers',
        { dtype: 'int32', classes: 4 },
        numbers(
          [],
          Int32Array.from({ length: rowCount }, () => Math.floor(random() * 4)),
        ),
      ),
    ],
    category: () => [
      sample(
        'known names',
        { dtype: 'text', classes: categories.length, classNames: categories },
        { type: 'texts', values: rows(() => pick(categories)) },
      ),
      sample(
        'unknown names',
        { dtype: 'text' },
        { type: 'texts', values: rows(() => pick(categories)) },
      ),
      sample(
        'numbers',
        { dtype: 'uint8', classes: 10 },
        numbers(
          [],
          Uint8Array.from({ length: rowCount }, () => Math.floor(random() * 10)),
        ),
      ),
    ],
    text: () => [
      sample(
        'texts',
        { dtype: 'text' },
        { type: 'texts', values: [...texts, null, ...rows(() => pick(texts))] },
      ),
    ],
    date: () => [
      sample(
        'times',
        {},
        numbers(
          [],
          floats(1, () => Math.floor((random() - 0.3) * 4e12)),
        ),
      ),
      sample(
        'days',
        {},
        numbers(
          [],
          floats(1, () => Math.floor(random() * 20_000) * 86_400_000),
        ),
      ),
    ],
    sequence: () => [
      sample('one channel', { shape: [9] }, numbers([9], floats(9, number))),
      sample('two channels', { shape: [6, 2] }, numbers([6, 2], floats(12, number))),
    ],
    image: () => [
      sample(
        'bytes',
        { shape: [6, 5, 3], dtype: 'uint8' },
        numbers(
          [6, 5, 3],
          Uint8Array.from({ length: rowCount * 90 }, () => Math.floor(random() * 256)),
        ),
      ),
      sample(
        'one size',
        { shape: [6, 5, 3], dtype: 'uint8' },
        { type: 'pictures', values: rows((): Picture => picture(random, [6, 5, 3]), 10) },
      ),
      sample(
        'many sizes',
        { shape: null, dtype: 'uint8' },
        { type: 'pictures', values: rows((): Picture => picture(random), 10) },
      ),
    ],
    audio: () => [
      sample(
        'many lengths',
        { shape: null },
        { type: 'signals', values: rows((): Signal => signal(random), 8) },
      ),
    ],
    boxes: () => {
      const size = () => (random() ** 2).toFixed(4);
      const box = () => [Math.floor(random() * 3), size(), size(), size(), size()].join(' ');
      const text = () => Array.from({ length: Math.floor(random() * 5) }, box).join('\n');
      const more = { dtype: 'text', classes: 3, classNames: ['a', 'b', 'c'] } as const;
      const cells: Cells = { type: 'texts', values: [...rows(text), '0 1 1 0.5 0.5', '2 0 0 1'] };
      return [sample('of three classes', more, cells)];
    },
  };
  return makers[kind]();
}

function picture(random: () => number, size?: readonly [number, number, number]): Picture {
  const side = () => 4 + Math.floor(random() * 9);
  const [height, width, channels] = size ?? [side(), side(), random() < 0.5 ? 1 : 3];
  const values = Uint8Array.from({ length: height * width * channels }, () =>
    Math.floor(random() * 256),
  );
  return { height, width, channels, values };
}

function signal(random: () => number): Signal {
  const rate = random() < 0.5 ? 8000 : 16_000;
  const length = 200 + Math.floor(random() * 1800);
  const pitch = 100 + random() * 2000;
  const values = Float32Array.from({ length }, (_value, at) => {
    const isQuiet = at < length / 5 || at > (length * 4) / 5;
    return (isQuiet ? 0.001 : 0.5) * Math.sin((2 * Math.PI * pitch * at) / rate) + 0.001 * random();
  });
  return { rate, values };
}

/** Several number columns as one row each, for steps that take their features together. */
export function joinedSample(): Sample {
  const random = mulberry32(11);
  const values = Float64Array.from({ length: rowCount * 3 }, () =>
    random() < missingShare ? NaN : Math.round(random() * 1000) / 8,
  );
  // Some rows come twice.
  values.copyWithin(15, 0, 9);
  return {
    name: 'three numbers',
    feature: feature('number', { shape: [] }),
    cells: { type: 'numbers', shape: [3], values },
  };
}

/** How many rows there are. */
export function countRows(cells: Cells): number {
  if (cells.type !== 'numbers') return cells.values.length;
  return cells.values.length / cells.shape.reduce((product, size) => product * size, 1);
}

/** The rows in chunks of uneven sizes. */
export function chunksOf(cells: Cells): readonly Cells[] {
  const count = countRows(cells);
  const borders = [0, 1, Math.floor(count / 5), Math.floor(count / 2), count];
  return borders.slice(1).map((to, index) => takeRange(cells, borders[index] ?? 0, to));
}
