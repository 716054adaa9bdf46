import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recogniseData } from '#main/engine/data/inspect/recogniseData.ts';
import type { OpenedSource } from '#main/engine/data/readers/reader.ts';
import { ReadFailure } from '#main/engine/data/readFailure.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import type { DataSource } from '#shared/data/data.ts';
import { describe as describeProblem } from '#shared/document/describe.ts';
import type { Problem } from '#shared/problems/problem.ts';

const root = mkdtempSync(path.join(tmpdir(), 'strata-boxes-'));
let png: Uint8Array;
beforeAll(async () => {
  const create = { width: 20, height: 20, channels: 3, background: '#555' } as const;
  png = await sharp({ create }).png().toBuffer();
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const signal = new AbortController().signal;
let folders = 0;
type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes files below a new folder. */
function layNew(files: Files): string {
  const folder = path.join(root, `set ${folders++}`);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

async function open(given: string, skipUnreadable = false) {
  const recognised = await recogniseData([given]);
  if (!recognised.ok) throw new Error(JSON.stringify(recognised.problem));
  const source: DataSource = {
    ...recognised.value,
    params: { ...recognised.value.params, skipUnreadable },
  };
  const opened = await openSource({ source, features: [] }, null);
  return { kind: source.kind, opened };
}

/** Boxes of the training part by the picture's name, or what stopped the reading. */
async function boxesOf(source: OpenedSource): Promise<Readonly<Record<string, string>> | Problem> {
  const found: Record<string, string> = {};
  try {
    for await (const { cells } of source.train.stream(['file', 'boxes'])) {
      const { file, boxes } = cells;
      if (file?.type !== 'texts' || boxes?.type !== 'texts') throw new Error('no texts');
      for (const [row, name] of file.values.entries()) {
        found[path.posix.basename(name ?? '')] = boxes.values[row] ?? 'missing';
      }
    }
  } catch (error) {
    if (error instanceof ReadFailure) return error.problem;
    throw error;
  }
  return found;
}

const sentences = (problem: Problem) =>
  (['en', 'zh-CN'] as const).map((language) => describeProblem(problem, language).sentence);

/** A way to write two pictures: of the first a cat and a dog, of the second a cat. Boxes in pixels of 20 × 20: corners. */
interface Format {
  readonly kind: string;
  /** Files; `first` replaces what describes the first picture. */
  files(first?: string): Files;
}

type Corners = readonly [number, number, number, number];
const cat: Corners = [2, 4, 10, 8];
const dog: Corners = [0, 0, 20, 20];

const yoloLine = (label: number, [left, top, right, bottom]: Corners) =>
  [label, (left + right) / 40, (top + bottom) / 40, (right - left) / 20, (bottom - top) / 20].join(
    ' ',
  );
const yolo: Format = {
  kind: 'yoloFolder',
  files: (first = `${yoloLine(0, cat)}\r\n\n${yoloLine(1, dog)}`) => ({
    'classes.txt': 'cat\ndog\n',
    'images/train/1.png': png,
    'images/train/2.PNG': png,
    'labels/train/1.txt': first,
    'labels/train/2.txt': yoloLine(0, cat),
  }),
};

const object = (name: string, [left, top, right, bottom]: Corners) =>
  `<object><name>${name}</name><part><name>head</name></part><bndbox><xmin>${left}</xmin><ymin>${top}</ymin>` +
  `<xmax>${right}</xmax><ymax>${bottom}</ymax></bndbox></object>`;
const annotation = (inner: string, size = '<size><width>20</width><height>20</height></size>') =>
  `<?xml version="1.0"?>\n<!-- <a> -->\n<annotation verified="yes">${size}${inner}<segmented/></annotation>\n`;
const voc: Format = {
  kind: 'vocFolder',
  files: (first = annotation(`${object('cat', cat)}\n${object('d&#x6f;g', dog)}`)) => ({
    'JPEGImages/1.png': png,
    'JPEGImages/2.png': png,
    'Annotations/1.xml': first,
    // Without a size: the picture has it.
    'Annotations/2.xml': annotation(object('cat', cat), '<size><width>0</width></size>'),
  }),
};

const bbox = ([left, top, right, bottom]: Corners) => [left, top, right - left, bottom - top];
const cocoEntry = (id: number, image: number, category: number, box: unknown) => ({
  ...{ id, image_id: image, category_id: category, bbox: box },
});
const cocoText = (first: readonly object[]) =>
  JSON.stringify({
    images: [1, 2].map((id) => ({ id, file_name: `${id}.png`, width: 20, height: 20 })),
    annotations: [...first, cocoEntry(9, 2, 3, bbox(cat))],
    categories: [
      { id: 8, name: 'dog' },
      { id: 3, name: 'cat' },
    ],
  });
const coco: Format = {
  kind: 'coco',
  files: (first) => ({
    'images/1.png': png,
    'images/2.png': png,
    'annotations.json':
      first ?? cocoText([cocoEntry(7, 1, 3, bbox(cat)), cocoEntry(8, 1, 8, bbox(dog))]),
  }),
};

test.each([yolo, voc, coco])('$kind: recognised, and read as the others', async (format) => {
  const { kind, opened } = await open(layNew(format.files()));
  expect(kind).toBe(format.kind);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const source = opened.value;
  expect(source.features.at(-1)).toMatchObject({ kind: 'boxes', classNames: ['cat', 'dog'] });
  const found = (await boxesOf(source)) as Readonly<Record<string, string>>;
  const rounded = Object.entries(found).map(([name, text]) => [
    name.toLowerCase(),
    text.split('\n').map((line) =>
      line
        .split(' ')
        .map((word) => Number(word).toFixed(4))
        .join(' '),
    ),
  ]);
  expect(Object.fromEntries(rounded)).toEqual({
    '1.png': ['0.0000 0.3000 0.3000 0.4000 0.2000', '1.0000 0.5000 0.5000 1.0000 1.0000'],
    '2.png': ['0.0000 0.3000 0.3000 0.4000 0.2000'],
  });
  const reports = await source.describe?.(() => undefined, signal);
  expect(reports?.at(-1)).toMatchObject({
    missing: 0,
    top: [
      { value: 'cat', count: 2 },
      { value: 'dog', count: 1 },
    ],
  });
});

const cases: readonly (readonly [
  what: string,
  format: Format,
  first: string,
  english: string,
  chinese: string,
])[] = [
  [
    'a word',
    yolo,
    '0 0.5 0.5 x 0.5',
    'Line 1 of labels/train/1.txt is no box: “0 0.5 0.5 x 0.5”.',
    'labels/train/1.txt 第 1 行不是一个框：“0 0.5 0.5 x 0.5”。',
  ],
  [
    'a box that reaches out of the picture',
    yolo,
    '0 0.9 0.5 0.4 0.1',
    'Line 1 of labels/train/1.txt: the box 0.9 0.5 0.4 0.1 lies outside of its picture.',
    'labels/train/1.txt 第 1 行：框 0.9 0.5 0.4 0.1 超出了图像。',
  ],
  [
    'a negative width',
    yolo,
    '\n0 0.5 0.5 -0.1 0.1',
    'Line 2 of labels/train/1.txt: the box 0.5 0.5 -0.1 0.1 has a negative width or height.',
    'labels/train/1.txt 第 2 行：框 0.5 0.5 -0.1 0.1 的宽或高是负数。',
  ],
  [
    'a class without a name',
    yolo,
    '2 0.5 0.5 0.1 0.1',
    'Line 1 of labels/train/1.txt: there is no class 2.',
    'labels/train/1.txt 第 1 行：没有类别 2。',
  ],
  [
    'a document type',
    voc,
    '<!DOCTYPE a [<!ENTITY b "b">]>\n<annotation>&b;</annotation>',
    'Annotations/1.xml cannot be read as XML: line 1, “<!DOCTYPE a [<!ENTITY b "b">]>”.',
    'Annotations/1.xml 无法作为 XML 读取：第 1 行，“<!DOCTYPE a [<!ENTITY b "b">]>”。',
  ],
  [
    'an entity of its own',
    voc,
    annotation('\n<object>&b;</object>'),
    'Annotations/1.xml cannot be read as XML: line 4, “&b;</object><segmented/></annotation>”.',
    'Annotations/1.xml 无法作为 XML 读取：第 4 行，“&b;</object><segmented/></annotation>”。',
  ],
  [
    'an element that does not close',
    voc,
    annotation('<object><name>cat</object>'),
    'Annotations/1.xml cannot be read as XML: line 3, “</object><segmented/></annotation>”.',
    'Annotations/1.xml 无法作为 XML 读取：第 3 行，“</object><segmented/></annotation>”。',
  ],
  [
    'another root',
    voc,
    '<svg></svg>',
    'Annotations/1.xml does not describe a picture as Pascal VOC does.',
    'Annotations/1.xml 不是 Pascal VOC 格式的图像标注。',
  ],
  [
    'an object without corners',
    voc,
    annotation('<object><name>cat</name></object>'),
    'Object 1 of Annotations/1.xml says no box.',
    'Annotations/1.xml 第 1 个目标没有给出框。',
  ],
  [
    'corners that are swapped',
    voc,
    annotation(object('cat', cat) + object('cat', [10, 4, 2, 8])),
    'Object 2 of Annotations/1.xml: the box 0.3 0.3 -0.4 0.2 has a negative width or height.',
    'Annotations/1.xml 第 2 个目标：框 0.3 0.3 -0.4 0.2 的宽或高是负数。',
  ],
  [
    'no box at all',
    coco,
    cocoText([cocoEntry(7, 1, 3, [1, 2])]),
    'Annotation 7 of FILE says no box.',
    'FILE 编号为 7 的标注没有给出框。',
  ],
  [
    'a box beside its picture',
    coco,
    cocoText([cocoEntry(7, 1, 3, [15, 0, 10, 10])]),
    'Annotation 7 of FILE: the box 1 0.25 0.5 0.5 lies outside of its picture.',
    'FILE 编号为 7 的标注：框 1 0.25 0.5 0.5 超出了图像。',
  ],
  [
    'a category that is not listed',
    coco,
    cocoText([cocoEntry(7, 1, 99, bbox(cat))]),
    'Annotation 7 of FILE: there is no class 99.',
    'FILE 编号为 7 的标注：没有类别 99。',
  ],
  [
    'a picture that is not listed',
    coco,
    cocoText([cocoEntry(7, 5, 3, bbox(cat))]),
    'Annotation 7 of FILE belongs to the picture 5, which is not listed.',
    'FILE 编号为 7 的标注属于图像 5，但文件没有列出该图像。',
  ],
];

describe.each(cases)('%s', (_, format, first, english, chinese) => {
  test('is named, and the other pictures can be used', async () => {
    const folder = layNew(format.files(first));
    const { opened } = await open(folder);
    const stopped = opened.ok ? await boxesOf(opened.value) : opened.problem;
    const file = path.join(folder, 'annotations.json');
    const expected = [english, chinese].map((text) => text.replace('FILE', file));
    expect(sentences(stopped as Problem)).toEqual(expected);

    const skipping = (await open(folder, true)).opened;
    if (!skipping.ok) throw new Error(JSON.stringify(skipping.problem));
    const found = Object.keys(await boxesOf(skipping.value)).map((name) => name.toLowerCase());
    // An annotation that belongs to no picture makes none unusable.
    expect(found).toEqual(english.includes('not listed') ? ['1.png', '2.png'] : ['2.png']);
    expect(skipping.value.problems.map((problem) => sentences(problem)[0])).toEqual([expected[0]]);
  });
});

test('boxes in pixels are named', async () => {
  const folder = layNew({ '1.png': png, '1.txt': '0 10 10 4 4' });
  const { kind, opened } = await open(folder);
  expect(kind).toBe('yoloFolder');
  expect(sentences((opened.ok ? await boxesOf(opened.value) : opened.problem) as Problem)[0]).toBe(
    'Line 1 of 1.txt: the box 10 10 4 4 lies outside of its picture.',
  );
});

test('what describes a picture that is not there is named', async () => {
  const folder = layNew({ ...yolo.files(), 'labels/train/3.txt': yoloLine(0, cat) });
  const { opened } = await open(folder);
  expect(opened.ok && opened.value.problems.map(sentences)).toEqual([
    ['labels/train/3.txt belongs to no picture.', 'labels/train/3.txt 没有对应的图像。'],
  ]);
});

test('no path leaves the folder', async () => {
  const text = cocoText([]).replace('1.png', '../../secret.png');
  const { opened } = await open(layNew(coco.files(text)));
  expect(opened.ok || sentences(opened.problem)[0]).toMatch(/^The path \.\.\/\.\.\/secret\.png /);
});

test('prepared data do not outlive the boxes from which they were made', async () => {
  const folder = layNew(yolo.files());
  const before = (await open(folder)).opened;
  writeFileSync(path.join(folder, 'labels/train/1.txt'), '');
  const after = (await open(folder)).opened;
  if (!before.ok || !after.ok) throw new Error('not opened');
  expect(after.value.fingerprint).not.toBe(before.value.fingerprint);
  expect(await boxesOf(after.value)).toMatchObject({ '1.png': '' });
});

test('an outline counts as the box around it, and parts are those of the folders', async () => {
  const folder = layNew({
    'data.yaml': "train: images/train\nnames: ['a', 'b']\n",
    'train/images/1.png': png,
    'train/labels/1.txt': '1 0.1 0.2 0.5 0.2 0.3 0.8',
    'valid/images/2.png': png,
    'test/images/3.png': png,
    'test/labels/3.txt': '',
  });
  const { kind, opened } = await open(folder);
  expect(kind).toBe('yoloFolder');
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  expect(await boxesOf(opened.value)).toEqual({
    '1.png': '1 0.3 0.5 0.4 0.6000000000000001',
    '2.png': '',
  });
  expect(opened.value.test?.count).toBe(1);
});
