import { gzipSync } from 'node:zlib';
import { type Files, pngOf, wavOf, zipOf } from '../hosts/rawFiles.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';
import type { StrataDocument } from '#shared/document/document.ts';

const random = mulberry32(11);
const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)];
const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index));

/** Categories with commas, gaps of all kinds, dates, names in Chinese and with blanks. */
const peopleRows = times(120, (index) => {
  const age = index % 11 === 3 ? '' : (20 + 40 * random()).toFixed(2);
  const income = index % 13 === 5 ? 'NA' : (3 + 5 * random()).toFixed(3);
  const city = index % 17 === 2 ? '' : (pick(['北京', '"广州, 市"', 'New York', '上海']) ?? '');
  const day = `2021-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;
  const member = pick(['true', 'False']) ?? '';
  return [`P${index}`, age, income, city, day, member, Number(age) > 40 ? '是' : '否'].join(',');
});
const peopleTable = (from: number, to: number) =>
  `编号,年龄,月 收入,城市,加入日期,会员,买了吗\n${peopleRows.slice(from, to).join('\n')}\n`;
const people: Files = {
  'people.csv': peopleTable(0, 90),
  'people dev.csv': peopleTable(90, 108),
  'people test.csv': peopleTable(108, 120),
};

/** A series with a gap, whose target is a number. */
const sales: Files = {
  'sales.csv': `日期,温度,销量\n${times(90, (day) => {
    const date = new Date(Date.UTC(2022, 0, 1 + day)).toISOString().slice(0, 10);
    const warm = day % 20 === 7 ? '' : (15 + 8 * Math.sin(day / 9) + random()).toFixed(2);
    return `${date},${warm},${(100 + 30 * Math.sin(day / 9) + random()).toFixed(2)}`;
  }).join('\n')}\n`,
};

/** Rows that count differently; some not at all. */
const weighted: Files = {
  'weighted.csv': `a,b,sample_weight,y\n${times(80, (index) => {
    const [a, b] = [random(), random()];
    const noise = index % 4 === 0 ? 3 : 0;
    return [a, b, [3, 0.5, 1, 0][index % 4], (2 * a - b + noise).toFixed(4)].join(',');
  }).join('\n')}\n`,
};

const texts: Files = Object.fromEntries(
  times(24, (index) => {
    const words = index % 2 === 0 ? ['good', '喜欢', 'Été'] : ['bad', '讨厌', 'dull'];
    const text = times(12, () => pick([...words, 'the', 'film', '电影,'])).join(' ');
    return [`${index % 2 === 0 ? '好' : 'bad'}/${index}.txt`, text];
  }),
);

const sounds: Files = Object.fromEntries(
  times(16, (index) => {
    const pitch = index % 2 === 0 ? 300 : 900;
    const samples = times(3000 + 200 * index, (at) => {
      return 0.4 * Math.sin((2 * Math.PI * pitch * at) / 8000) + 0.1 * (random() - 0.5);
    });
    return [`${index % 2 === 0 ? 'low' : 'high'}/${index}.wav`, wavOf(8000, samples)];
  }),
);

async function pictures(): Promise<Files> {
  const files = times(20, async (index) => {
    const bytes = Uint8Array.from(times(24 * 24 * 3, () => Math.floor(random() * 255)));
    return [`${index % 2 === 0 ? '圆' : 'square'}/${index}.png`, await pngOf(24, bytes)] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

/** Pictures that a table beside their folder names, and numbers. */
async function namedPictures(): Promise<Files> {
  const files = Object.entries(await pictures());
  const rows = files.map(
    ([name], index) => `photos/${name},${random().toFixed(3)},${index % 2 ? 'yes' : 'no'}`,
  );
  return {
    ...Object.fromEntries(files.map(([name, bytes]) => [`photos/${name}`, bytes])),
    'photos.csv': `picture,size,answer\n${rows.slice(5).join('\n')}\n`,
    'photos val.csv': `picture,size,answer\n${rows.slice(0, 5).join('\n')}\n`,
  };
}

/** Pictures with boxes in pixels (left, top, right, bottom), some with none, of classes 0 and 1. */
async function framed() {
  const files = Object.values(await pictures());
  return files.map((png, at) => ({
    png,
    boxes: times(at % 3, (index) => [index, 2 + at, 3, 4 + at, 9 + index] as const),
  }));
}

/** Parts of their own, and an outline in place of a box. */
async function yoloPictures(): Promise<Files> {
  const files = (await framed()).flatMap(({ png, boxes }, at) => {
    const part = ['train', 'train', 'valid', 'train', 'test'][at % 5] ?? '';
    const lines = boxes.map(([label, ...corners]) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = corners.map((value) => value / 24);
      return label === 1
        ? [label, left, top, right, top, left, bottom].join(' ')
        : [label, (left + right) / 2, (top + bottom) / 2, right - left, bottom - top].join(' ');
    });
    const labels = at % 3 === 0 ? [] : [[`${part}/labels/${at}.txt`, lines.join('\n')] as const];
    return [[`${part}/images/${at}.png`, png] as const, ...labels];
  });
  return { ...Object.fromEntries(files), 'classes.txt': '圆\nsquare\n' };
}

async function vocPictures(): Promise<Files> {
  const files = (await framed()).flatMap(({ png, boxes }, at) => {
    const objects = boxes.map(([label, left, top, right, bottom]) => {
      const corners = `<xmin>${left}</xmin><ymin>${top}</ymin><xmax>${right}</xmax><ymax>${bottom}</ymax>`;
      const part = '<part><name>edge</name><bndbox><xmin>1</xmin></bndbox></part>';
      return `<object><name>${['圆', 'a &lt; b'][label] ?? ''}</name>${part}<bndbox>${corners}</bndbox></object>`;
    });
    const size = at % 2 === 0 ? '' : '<size><width>24</width><height>24</height></size>';
    const xml = `<?xml version="1.0"?><annotation>${size}${objects.join('')}</annotation>`;
    return [[`JPEGImages/${at}.png`, png] as const, [`Annotations/${at}.xml`, xml] as const];
  });
  return Object.fromEntries(files);
}

async function cocoPictures(): Promise<Files> {
  const all = await framed();
  const images = all.map((_, at) => ({ id: at, file_name: `${at}.png`, width: 24, height: 24 }));
  const annotations = all.flatMap(({ boxes }, at) =>
    boxes.map(([label, left, top, right, bottom]) => ({
      ...{ image_id: at, category_id: [9, 2][label] },
      bbox: [left, top, right - left, bottom - top],
    })),
  );
  const categories = [
    { id: 9, name: '圆' },
    { id: 2, name: 'square' },
  ];
  return {
    ...Object.fromEntries(all.map(({ png }, at) => [`photos/${at}.png`, png])),
    'boxes.json': JSON.stringify({ images, annotations, categories }),
  };
}

const archived = pictures();
const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes]));

/** Pictures are brought to another size by the arithmetic that exports carry. */
const resized = (document: StrataDocument): StrataDocument => ({
  ...document,
  graph: {
    ...document.graph,
    nodes: document.graph.nodes.map((node) =>
      node.kind === 'inputLayer' ? { ...node, params: { shape: [16, 16, 3] } } : node,
    ),
  },
  data: {
    ...document.data,
    steps: [
      { kind: 'resize', features: ['image'], params: { height: 16, width: 16 } },
      ...document.data.steps,
    ],
  },
});

/** All examples in one step, so that the loss does not depend on their order. */
const inOneStep = (document: StrataDocument): StrataDocument => ({
  ...document,
  training: { ...document.training, batchSize: 1000 },
});

/** The second of three rounds of a cross-validation: which rows train shows in the loss. */
const inRounds = (document: StrataDocument): StrataDocument => ({
  ...document,
  data: { ...document.data, split: { ...document.data.split, folds: 3, fold: 2 } },
});

/** Gaps of the income are filled instead of leaving their rows out. */
const filled = (document: StrataDocument): StrataDocument => ({
  ...document,
  data: {
    ...document.data,
    steps: [
      { kind: 'fillNumbers', features: ['月 收入'], params: {} },
      ...document.data.steps.filter(({ kind }) => kind !== 'dropMissing'),
    ],
  },
});

/** Data of a user, the network made for it, and what its exports must say. */
export interface RawCase {
  readonly name: string;
  readonly files: () => Files | Promise<Files>;
  /** What is opened and predicted for, below the folder; empty: the folder itself. */
  readonly raw: string;
  readonly id: string | null;
  /** Parts of their own, below the folder. */
  readonly parts?: Readonly<Partial<Record<'validation' | 'test', string>>>;
  /** What lies in it, as exported projects read it; absent: it is read as it is. */
  readonly unpacked?: { readonly files: () => Files | Promise<Files>; readonly raw: string };
  readonly change?: (document: StrataDocument) => StrataDocument;
  /** Code that must stand in the printed preparation. */
  readonly prints: readonly (readonly [file: string, code: string | RegExp])[];
}

/** Data of every kind that exports read. */
export const rawCases: readonly RawCase[] = [
  {
    name: 'table',
    files: () => people,
    raw: 'people.csv',
    id: '编号',
    parts: { validation: 'people dev.csv', test: 'people test.csv' },
    change: filled,
    prints: [
      ['ts/src/prepare.ts', /城市 = oneHot\(城市, \['New York', '上海', '北京', '广州, 市'\]\);/],
      ['ts/src/prepare.ts', /年龄 = standardize\(年龄, [\d.]+, [\d.]+\);/],
      ['ts/src/source.ts', "会员: 'truth'"],
      ['py/prepare.py', /columns\["年龄"\] = standardize\(/],
      ['py/source.py', '"加入日期": "date"'],
    ],
  },
  {
    name: 'weights',
    files: () => weighted,
    raw: 'weighted.csv',
    id: null,
    change: (document) => inRounds(inOneStep(document)),
    prints: [
      ['ts/src/data.ts', /splitFold\([^;]*, 3, 1\);/],
      ['ts/README.md', 'round 2 of the 3 of the cross-validation. `src/data.ts` says which'],
      ['py/data.py', 'split_fold(rest, 3, 1)'],
      ['py/README.md', '`data.py` says which'],
      ['ts/src/data.ts', "return port(numbers(columns, 'sample_weight'), [], 'float32');"],
      ['py/train.py', 'sample_weight=weights'],
    ],
  },
  {
    name: 'series',
    files: () => ({ 'sales.csv.gz': gzipSync(sales['sales.csv'] ?? '') }),
    raw: 'sales.csv.gz',
    id: null,
    prints: [
      ['ts/README.md', '`sales.csv.gz`'],
      ['ts/src/prepare.ts', 'windowsOf('],
      ['ts/src/prepare.ts', 'undo: (cells) => linear(cells, '],
      ['py/prepare.py', 'windows_of('],
      ['py/prepare.py', '"undo": lambda cells: linear('],
    ],
  },
  {
    name: 'pictures',
    files: pictures,
    raw: '',
    id: 'file',
    change: resized,
    prints: [
      ['ts/src/prepare.ts', "image = resize(image, 16, 16, 'stretch', 'smooth');"],
      ['ts/package.json', '"sharp": "'],
      ['py/requirements.txt', 'pillow'],
    ],
  },
  {
    name: 'named pictures',
    files: namedPictures,
    raw: 'photos.csv',
    id: null,
    parts: { validation: 'photos val.csv' },
    prints: [
      ['ts/src/source.ts', "name: 'picture', folder: ''"],
      ['py/README.md', 'paths count from that folder'],
    ],
  },
  {
    name: 'boxes of YOLO',
    files: yoloPictures,
    raw: '',
    id: 'file',
    change: resized,
    prints: [
      ['ts/src/data.ts', 'boxes = largestBox(boxes);'],
      ['py/data.py', 'columns["boxes"] = largest_box(columns["boxes"])'],
    ],
  },
  {
    name: 'boxes of Pascal VOC',
    files: vocPictures,
    raw: '',
    id: 'file',
    prints: [['py/source.py', 'CLASS_NAMES = ["a < b", "圆"]']],
  },
  {
    name: 'boxes of COCO',
    files: cocoPictures,
    raw: 'boxes.json',
    id: 'file',
    prints: [['ts/README.md', 'the pictures into the folder `data/photos`']],
  },
  {
    name: 'archived pictures',
    files: async () => ({ 'photos.zip': zipOf(await archived) }),
    raw: 'photos.zip',
    id: 'file',
    unpacked: { files: async () => below('photos', await archived), raw: 'photos' },
    prints: [
      ['ts/README.md', 'Unpack `photos.zip` and put what lies in it into the folder `data/photos`'],
      ['py/source.py', 'FOLDER / "photos"'],
    ],
  },
  {
    name: 'archived table',
    files: () => ({ 'sales.zip': zipOf(sales) }),
    raw: 'sales.zip',
    id: null,
    unpacked: { files: () => sales, raw: 'sales.csv' },
    prints: [['ts/README.md', 'as `sales.csv`']],
  },
  {
    name: 'texts',
    files: () => texts,
    raw: '',
    id: null,
    prints: [['py/prepare.py', 'tokenize_words(']],
  },
  {
    name: 'sounds',
    files: () => ({ ...below('all', sounds), ...below('held', sounds) }),
    raw: 'all',
    parts: { validation: 'held' },
    id: null,
    prints: [['ts/src/prepare.ts', /audio = (logMel|mfcc|spectrogram)\(/]],
  },
];
