import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import {
  bell,
  cifarBatch,
  grayPictures,
  pick,
  pictureBytes,
  random,
  times,
} from './madeExamples.ts';
import { cifarPickle, excelOf, idxOf, lay, npyOf, pngOf, tarOf, zipOf } from './rawFiles.ts';
import type { Files } from './rawFiles.ts';
import { spokenDigits } from './spokenDigits.ts';

/** A small set that a network can learn, as files of one kind of source. */
export interface LearnableSet {
  /** The source that has to be recognised. */
  readonly kind: string;
  readonly epochs: number;
  /** What is predicted, where the program is told. */
  readonly target?: string;
  /** Writes the files below a new folder and tells where they are. `convert` writes a table anew in another format. */
  lay(folder: string, convert: (table: string, output: string) => Promise<void>): Promise<Laid>;
}

interface Laid {
  /** What is inspected. */
  readonly data: string;
  /** What is predicted for in the end; absent: `data`. */
  readonly asked?: string;
  /** True values of what is predicted for, in order. */
  readonly truth: readonly string[] | readonly number[];
  /** What is predicted for is the test part, so that its accuracy is that of the run. */
  readonly isTestPart?: boolean;
}

type Row = readonly (string | number)[];
const delimited = (rows: readonly Row[], by: string): string =>
  `${rows.map((row) => row.join(by)).join('\n')}\n`;
const rounded = (value: number): number => Number(value.toFixed(3));

/** Two clouds of points. */
const points: readonly Row[] = times(300, (index) => {
  const isB = index % 2;
  return [rounded(bell() + 3 * isB), rounded(bell() - 3 * isB), isB ? 'walnut' : 'almond'];
});
const pointHeads = ['length', 'width', 'kind'];
const pointTruth = points.map(([, , kind]) => String(kind));
const pointObjects = points.map((row) =>
  Object.fromEntries(pointHeads.map((name, at) => [name, row[at]])),
);

/** A table of points in one file. */
function pointTable(
  name: string,
  content: () => string | Uint8Array,
  kind = 'table',
): LearnableSet {
  return {
    kind,
    epochs: 12,
    lay: (folder) => {
      lay(folder, { [name]: content() });
      return Promise.resolve({ data: join(folder, name), truth: pointTruth });
    },
  };
}

/** Cities, dates and lengths with gaps, in Chinese; the class follows from city and length. */
const visits: readonly Row[] = times(400, (index) => {
  const city = pick(['北京', '上海', '广州']);
  const length = rounded(170 + 10 * bell());
  const day = new Date(Date.UTC(2023, 0, 1 + index)).toISOString().slice(0, 10);
  const isHigh = city === '广州' || (city === '上海' && length > 170);
  return [city, day, random() < 0.08 && city !== '上海' ? '' : length, isHigh ? '高' : '低'];
});

/** A number that follows from two numbers and a category. */
const houses: readonly Row[] = times(300, () => {
  const [area, age, place] = [
    rounded(80 + 20 * bell()),
    rounded(20 + 8 * bell()),
    pick(['a', 'b']),
  ];
  return [area, age, place, rounded(3 * area - 4 * age + (place === 'a' ? 80 : 0) + 3 * bell())];
});

const shapes = ['横纹', 'stripes down', 'plain'];

/** Pictures by path: folders of parts, then of classes. */
async function pictureFiles(parts: Readonly<Record<string, number>>): Promise<Files> {
  const files: Record<string, Uint8Array> = {};
  for (const [part, perClass] of Object.entries(parts)) {
    for (const [what, name] of shapes.entries()) {
      for (let index = 0; index < perClass; index += 1) {
        files[join(part, name, `${index}.png`)] = await pngOf(16, pictureBytes(16, what));
      }
    }
  }
  return files;
}

/** Classes of pictures below a folder, in the order in which they are read. */
const pictureTruth = (perClass: number): readonly string[] =>
  ['plain', 'stripes down', '横纹'].flatMap((name) => times(perClass, () => name));

const cifarNames = [
  'airplane',
  'automobile',
  'bird',
  'cat',
  'deer',
  'dog',
  'frog',
  'horse',
  'ship',
];
const cifarTruth = times(300, (index) => cifarNames[[1, 4, 7][index % 3] ?? 0] ?? '');

const words = {
  good: ['great', 'lovely', 'warm', 'superb', 'happy'],
  bad: ['awful', 'dull', 'cold', 'broken', 'sad'],
  any: ['the', 'film', 'was', 'a', 'story', 'of', 'two', 'friends', 'and', 'their', 'dog'],
} as const;

/** Twelve words, four of them of one mood. */
const sentence = (mood: 'good' | 'bad'): string =>
  times(12, (at) => pick(at % 3 === 1 ? words[mood] : words.any)).join(' ');

const reviews = times(240, (index) => (index % 2 ? ('good' as const) : ('bad' as const)));

/** The sets by name. */
export const learnableSets: Readonly<Record<string, LearnableSet>> = {
  'CSV of numbers': pointTable('points.csv', () => delimited([pointHeads, ...points], ',')),
  TSV: pointTable('points.tsv', () => delimited([pointHeads, ...points], '\t')),
  'TXT with semicolons': pointTable('points.txt', () => delimited([pointHeads, ...points], ';')),
  JSON: pointTable('points.json', () => JSON.stringify(pointObjects)),
  'JSON Lines': pointTable(
    'points.jsonl',
    () => `${pointObjects.map((each) => JSON.stringify(each)).join('\n')}\n`,
  ),
  Parquet: {
    kind: 'table',
    epochs: 12,
    lay: async (folder, convert) => {
      lay(folder, { 'points.csv': delimited([pointHeads, ...points], ',') });
      await convert(join(folder, 'points.csv'), join(folder, 'points.parquet'));
      return { data: join(folder, 'points.parquet'), truth: pointTruth };
    },
  },
  Excel: pointTable('points.xlsx', () => excelOf([pointHeads, ...points]), 'excel'),
  'zip of a CSV': pointTable(
    'points.zip',
    () => zipOf({ 'points.csv': delimited([pointHeads, ...points], ',') }),
    'archive',
  ),
  'CSV of categories, dates and gaps, in Chinese': {
    kind: 'table',
    epochs: 30,
    target: '等级',
    lay: (folder) => {
      lay(folder, {
        '访问 记录.csv': delimited([['城市', '日期', '身高', '等级'], ...visits], ','),
      });
      return Promise.resolve({
        data: join(folder, '访问 记录.csv'),
        truth: visits.map((row) => String(row[3])),
      });
    },
  },
  'CSV of a number to predict': {
    kind: 'table',
    epochs: 60,
    lay: (folder) => {
      lay(folder, { 'houses.csv': delimited([['area', 'age', 'place', 'price'], ...houses], ',') });
      return Promise.resolve({
        data: join(folder, 'houses.csv'),
        truth: houses.map((row) => Number(row[3])),
      });
    },
  },
  'folder of pictures': {
    kind: 'imageFolder',
    epochs: 12,
    lay: async (folder) => {
      lay(folder, await pictureFiles({ 'pictures 图/train': 50, 'pictures 图/test': 15 }));
      return {
        data: join(folder, 'pictures 图'),
        asked: join(folder, 'pictures 图/test'),
        truth: pictureTruth(15),
        isTestPart: true,
      };
    },
  },
  'zip of pictures': {
    kind: 'archive',
    epochs: 12,
    lay: async (folder) => {
      lay(folder, { 'pictures.zip': zipOf(await pictureFiles({ pictures: 50 })) });
      return { data: join(folder, 'pictures.zip'), truth: pictureTruth(50) };
    },
  },
  'tar.gz of pictures': {
    kind: 'archive',
    epochs: 12,
    lay: async (folder) => {
      lay(folder, { 'pictures.tar.gz': gzipSync(await tarOf(await pictureFiles({ '.': 50 }))) });
      return { data: join(folder, 'pictures.tar.gz'), truth: pictureTruth(50) };
    },
  },
  'table of paths of pictures': {
    kind: 'imageTable',
    epochs: 12,
    lay: async (folder) => {
      const files = await pictureFiles({ all: 50 });
      const rows = Object.keys(files).map((path) => [path, path.split('/')[1] ?? '']);
      lay(folder, { ...files, 'list.csv': delimited([['file', 'label'], ...rows], ',') });
      return { data: join(folder, 'list.csv'), truth: rows.map((row) => row[1] ?? '') };
    },
  },
  'IDX of images and labels': {
    kind: 'idx',
    epochs: 8,
    lay: (folder) => {
      const [train, test] = [grayPictures(240), grayPictures(60)];
      lay(folder, {
        'train-images-idx3-ubyte': idxOf([240, 12, 12], train.values),
        'train-labels-idx1-ubyte': idxOf([240], train.labels),
        't10k-images-idx3-ubyte': idxOf([60, 12, 12], test.values),
        't10k-labels-idx1-ubyte.gz': gzipSync(idxOf([60], test.labels)),
      });
      return Promise.resolve({
        data: folder,
        asked: join(folder, 't10k-images-idx3-ubyte'),
        truth: Array.from(test.labels, String),
        isTestPart: true,
      });
    },
  },
  'NPZ of four arrays': {
    kind: 'npy',
    epochs: 8,
    lay: (folder) => {
      const [train, test] = [grayPictures(240), grayPictures(60)];
      const images = npyOf([60, 12, 12], test.values);
      lay(folder, {
        'set.npz': zipOf({
          'x_train.npy': npyOf([240, 12, 12], train.values),
          'y_train.npy': npyOf([240], train.labels),
          'x_test.npy': images,
          'y_test.npy': npyOf([60], test.labels),
        }),
        'asked.npy': images,
      });
      return Promise.resolve({
        data: join(folder, 'set.npz'),
        asked: join(folder, 'asked.npy'),
        truth: Array.from(test.labels, String),
        isTestPart: true,
      });
    },
  },
  'NPY files in a folder': {
    kind: 'npy',
    epochs: 12,
    lay: (folder) => {
      const values = Float32Array.from(
        points.flatMap((row) => row.slice(0, 2)),
        Number,
      );
      const labels = Uint8Array.from(points, (row) => Number(row[2] === 'walnut'));
      lay(folder, {
        'arrays/x.npy': npyOf([300, 2], values),
        'arrays/y.npy': npyOf([300], labels),
      });
      return Promise.resolve({
        data: join(folder, 'arrays'),
        asked: join(folder, 'arrays/x.npy'),
        truth: Array.from(labels, String),
      });
    },
  },
  'CIFAR-10, binary': {
    kind: 'cifar10',
    epochs: 3,
    lay: (folder) => {
      const batch = (count: number): Buffer => {
        const { labels, pictures } = cifarBatch(count);
        return Buffer.concat(
          labels.flatMap((label, at) => [
            Uint8Array.of(label),
            pictures.subarray(3072 * at, 3072 * (at + 1)),
          ]),
        );
      };
      const train = times(5, (at) => [`data_batch_${at + 1}.bin`, batch(60)] as const);
      lay(folder, { ...Object.fromEntries(train), 'test_batch.bin': batch(60) });
      return Promise.resolve({ data: folder, truth: cifarTruth });
    },
  },
  'CIFAR-10 of Python, tar.gz': {
    kind: 'archive',
    epochs: 3,
    lay: async (folder) => {
      const batch = (): Uint8Array => {
        const { labels, pictures } = cifarBatch(60);
        return cifarPickle(labels, pictures);
      };
      const names = [...times(5, (at) => `data_batch_${at + 1}`), 'test_batch'];
      const files = names.map((name) => [`cifar-10-batches-py/${name}`, batch()] as const);
      const file = join(lay(folder, {}), 'cifar-10-python.tar.gz');
      writeFileSync(file, gzipSync(await tarOf(Object.fromEntries(files)), { level: 1 }));
      return { data: file, truth: cifarTruth };
    },
  },
  'folder of texts': {
    kind: 'textFolder',
    epochs: 6,
    lay: (folder) => {
      const files = reviews.map((mood, at) => [`${mood}/${at}.txt`, sentence(mood)] as const);
      lay(folder, Object.fromEntries(files));
      return Promise.resolve({ data: folder, truth: [...reviews].sort() });
    },
  },
  'CSV of texts': {
    kind: 'table',
    epochs: 6,
    lay: (folder) => {
      const rows = reviews.map((mood) => [`"${sentence(mood)}, it was"`, mood]);
      lay(folder, { 'reviews.csv': delimited([['review', 'sentiment'], ...rows], ',') });
      return Promise.resolve({ data: join(folder, 'reviews.csv'), truth: reviews });
    },
  },
  'folder of spoken digits': {
    kind: 'audioFolder',
    epochs: 20,
    lay: async (folder) => {
      const spoken = await spokenDigits();
      lay(
        folder,
        Object.fromEntries(spoken.map(({ word, file, bytes }) => [`${word}/${file}`, bytes])),
      );
      return { data: folder, truth: spoken.map(({ word }) => word) };
    },
  },
  'CSV of a time series': {
    kind: 'table',
    epochs: 8,
    lay: (folder) => {
      const rows = times(400, (at) => [
        new Date(Date.UTC(2022, 0, 1 + at)).toISOString().slice(0, 10),
        rounded(20 + 8 * Math.sin(at / 5) + 0.3 * bell()),
      ]);
      lay(folder, { 'temperature.csv': delimited([['date', 'temperature'], ...rows], ',') });
      return Promise.resolve({
        data: join(folder, 'temperature.csv'),
        truth: rows.map((row) => Number(row[1])),
      });
    },
  },
};
