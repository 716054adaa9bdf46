import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine } from './commandLine.ts';
import type { CommandLine } from './commandLine.ts';
import { lay, pngOf } from './rawFiles.ts';
import type { Files } from './rawFiles.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';

let strata: CommandLine;
beforeAll(async () => {
  strata = await commandLine();
});
afterAll(() => strata.program.close());

const side = 32;

/** Middle and size as parts of the picture. */
type Box = readonly [number, number, number, number];

interface Drawn {
  readonly boxes: readonly Box[];
  readonly png: Uint8Array;
}

/** A bright rectangle on noise, and its box; sometimes a smaller one beside it. */
async function draw(random: () => number): Promise<Drawn> {
  const pixels = Uint8Array.from({ length: side * side * 3 }, () => 70 * random());
  const rectangle = (least: number, most: number): Box => {
    const [width, height] = [0, 0].map(() => least + Math.floor((most - least) * random()));
    const [w = 1, h = 1] = [width, height];
    const left = Math.floor((side - w) * random());
    const top = Math.floor((side - h) * random());
    for (let row = top; row < top + h; row += 1) {
      for (let column = left; column < left + w; column += 1) {
        pixels.fill(190 + 60 * random(), (row * side + column) * 3, (row * side + column + 1) * 3);
      }
    }
    return [(left + w / 2) / side, (top + h / 2) / side, w / side, h / side];
  };
  const boxes = [rectangle(8, 20)];
  if (random() < 0.2) boxes.push(rectangle(2, 4));
  return { boxes, png: await pngOf(side, pixels) };
}

const text = (boxes: readonly Box[]) => boxes.map((box, at) => `${at} ${box.join(' ')}\n`).join('');

/** Pictures and boxes in folders of parts, as `data.yaml` describes them. */
async function yoloFiles(parts: Readonly<Record<string, number>>) {
  const random = mulberry32(11);
  const files: Record<string, string | Uint8Array> = {
    'data.yaml': 'path: .\nnames:\n  0: card\n  1: "dust"\nnc: 2\n',
  };
  const drawn: Record<string, readonly Drawn[]> = {};
  for (const [part, count] of Object.entries(parts)) {
    const own: Drawn[] = [];
    for (let at = 0; at < count; at += 1) {
      const made = await draw(random);
      own.push(made);
      files[`${part}/images/${at}.png`] = made.png;
      files[`${part}/labels/${at}.txt`] = text(made.boxes);
    }
    drawn[part] = own;
  }
  return { files: files as Files, drawn };
}

/** Mean squared error of always saying the mean box. */
function baseline(train: readonly Drawn[], tested: readonly Drawn[]): number {
  const firsts = (all: readonly Drawn[]) => all.flatMap(({ boxes: [box] }) => (box ? [box] : []));
  const known = firsts(train);
  const errors = firsts(tested).flatMap((box) =>
    box.map((value, at) => {
      const mean = known.reduce((sum, each) => sum + (each[at] ?? 0), 0) / known.length;
      return (value - mean) ** 2;
    }),
  );
  return errors.reduce((sum, each) => sum + each, 0) / errors.length;
}

test('objects in pictures are found: from a folder of YOLO to a trained network', async () => {
  const { files, drawn } = await yoloFiles({ train: 280, valid: 40, test: 80 });
  const folder = lay(join(strata.folder, 'cards'), files);
  const inspected = await strata.run('inspect', folder, '--json');
  expect(inspected.err).toBe('');
  const { source, report } = JSON.parse(inspected.out) as {
    source: object;
    report: { features: { feature: { name: string }; top: object[] }[]; trainCount: number };
  };
  expect(source).toMatchObject({ kind: 'yoloFolder' });
  expect(report).toMatchObject({ trainCount: 320, testCount: 80, problems: [] });
  const boxes = report.features.find(({ feature }) => feature.name === 'boxes');
  expect(boxes?.feature).toMatchObject({ kind: 'boxes', classNames: ['card', 'dust'] });
  const dust = [...(drawn['train'] ?? []), ...(drawn['valid'] ?? [])].filter(
    (each) => each.boxes.length === 2,
  );
  expect(boxes?.top).toEqual([
    { value: 'card', count: 320 },
    { value: 'dust', count: dust.length },
  ]);

  const net = join(strata.folder, 'cards.strata');
  const made = await strata.run('new', '--data', folder, '-o', net);
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(await strata.run('check', net)).toMatchObject({ code: 0, err: '' });
  // Several objects in a picture: no classes to be divided evenly.
  const document = JSON.parse(await readFile(net, 'utf8')) as StrataDocument;
  expect(document.data.split).toMatchObject({ method: 'column', feature: 'part' });
  const run = join(strata.folder, 'run');
  const trained = await strata.run(
    ...['train', net, '--epochs', '10', '--device', 'wasm', '--out', run, '--json'],
  );
  expect(trained.err).toBe('');
  const done = JSON.parse(trained.out.split('\n').at(-1) ?? '') as { test: { loss: number } };
  const { train = [], test = [] } = drawn;
  const least = baseline(train, test) / 3;
  expect(done.test.loss).toBeLessThan(least);

  // Pictures without boxes are predicted for as well.
  const pictures = Object.fromEntries(test.map(({ png }, at) => [`${at}.png`, png]));
  const asked = lay(join(strata.folder, 'asked'), pictures);
  const out = join(strata.folder, 'said.csv');
  const submitted = await strata.run('submit', run, '--input', asked, '--id', 'file', '-o', out);
  expect(submitted).toMatchObject({ code: 0, err: '' });
  const [head, ...lines] = (await readFile(out, 'utf8')).trim().split('\n');
  expect(head).toBe('file,boxes_1,boxes_2,boxes_3,boxes_4');
  const errors = lines.flatMap((line) => {
    const [name = '', ...said] = line.split(',');
    const box = test[Number.parseInt(name)]?.boxes[0];
    return box?.map((value, at) => (value - Number(said[at])) ** 2) ?? [NaN];
  });
  expect(errors).toHaveLength(4 * test.length);
  const mean = errors.reduce((sum, each) => sum + each, 0) / errors.length;
  expect(mean).toBeCloseTo(done.test.loss, 5);
}, 60_000);

/** The same pictures as COCO describes them, numbers of categories as they come. */
function cocoOf(drawn: readonly Drawn[]): Files {
  const coco = {
    info: { description: 'cards' },
    images: drawn.map((_, at) => ({
      ...{ id: 10 + at, file_name: `${at}.png`, width: side, height: side },
    })),
    annotations: drawn.flatMap(({ boxes }, at) =>
      boxes.map(([x, y, w, h], index) => ({
        id: 100 * at + index,
        image_id: 10 + at,
        category_id: [3, 7][index] ?? 0,
        bbox: [(x - w / 2) * side, (y - h / 2) * side, w * side, h * side],
      })),
    ),
    categories: [
      { id: 7, name: 'dust' },
      { id: 3, name: 'card' },
    ],
  };
  const pictures = drawn.map(({ png }, at) => [`images/${at}.png`, png] as const);
  return { 'annotations/instances.json': JSON.stringify(coco), ...Object.fromEntries(pictures) };
}

/** The same pictures as Pascal VOC describes them. */
function vocOf(drawn: readonly Drawn[]): Files {
  const files: Record<string, string | Uint8Array> = {};
  for (const [at, { boxes, png }] of drawn.entries()) {
    const objects = boxes.map(([x, y, w, h], index) => {
      const corner = (middle: number, size: number) => Math.round((middle + size) * side);
      const corners = [corner(x, -w / 2), corner(y, -h / 2), corner(x, w / 2), corner(y, h / 2)];
      const names = ['xmin', 'ymin', 'xmax', 'ymax'];
      const box = names.map((name, place) => `<${name}>${corners[place] ?? ''}</${name}>`).join('');
      const name = ['card', 'dust'][index] ?? '';
      return `<object><name>${name}</name><bndbox>${box}</bndbox></object>`;
    });
    const size = `<size><width>${side}</width><height>${side}</height><depth>3</depth></size>`;
    files[`VOC/JPEGImages/${at}.png`] = png;
    files[`VOC/Annotations/${at}.xml`] = `<annotation>${size}${objects.join('\n')}</annotation>`;
  }
  return files;
}

test('COCO and Pascal VOC give the same boxes as the folder of YOLO', async () => {
  const { files, drawn } = await yoloFiles({ train: 60 });
  const { train = [] } = drawn;
  const prepared = async (name: string, files: Files) => {
    const folder = lay(join(strata.folder, name), files);
    const net = `${folder}.strata`;
    expect(await strata.run('new', '--data', folder, '-o', net)).toMatchObject({ err: '' });
    const out = `${folder}.csv`;
    expect(await strata.run('prepare', net, '-o', out)).toMatchObject({ code: 0, err: '' });
    const lines = (await readFile(out, 'utf8')).trim().split('\n').slice(1);
    const boxes = lines.map((line) => line.split(',').slice(-5).map(Number));
    return boxes.map((row) => row.map((value) => value.toFixed(4)).join()).sort();
  };
  const yolo = await prepared('as yolo', files);
  expect(yolo).toHaveLength(60);
  expect(await prepared('as coco', cocoOf(train))).toEqual(yolo);
  expect(await prepared('as voc', vocOf(train))).toEqual(yolo);
});

test('a box that is none stops the training with its line', async () => {
  const { files } = await yoloFiles({ train: 30 });
  const wrong = { ...files, 'train/labels/7.txt': '0 0.5 0.5 0.1 0.1\n\n0 0.5\n' };
  const folder = lay(join(strata.folder, 'wrong'), wrong);
  const net = `${folder}.strata`;
  await strata.run('new', '--data', folder, '-o', net);
  const stopped = await strata.run('train', net, '--epochs', '1', '--device', 'wasm');
  expect(stopped.code).not.toBe(0);
  expect(stopped.err).toContain('Line 3 of train/labels/7.txt is no box: “0 0.5”.');
});
