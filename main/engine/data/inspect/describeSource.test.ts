import { expect, test } from 'vitest';
import { cellsSource } from '#main/engine/data/source/cellsSource.ts';
import { describeSource } from '#main/engine/data/inspect/describeSource.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import { previewRows } from '#main/engine/data/preview/previewRows.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { Feature } from '#shared/data/feature.ts';
import { tableMessages } from '#shared/data/tableMessages.ts';

const signal = new AbortController().signal;
const quiet = () => undefined;

const common = { role: 'input', shape: [], classes: null } as const;
const features: readonly Feature[] = [
  { ...common, name: 'x', kind: 'number', dtype: 'float32' },
  { ...common, name: 'colour', kind: 'category', dtype: 'text' },
  { ...common, name: 'picture', kind: 'image', dtype: 'uint8', shape: null },
  { ...common, name: 'sound', kind: 'audio', dtype: 'float32', shape: null },
];
const picture = (height: number, width: number) => ({
  height,
  width,
  channels: 3,
  values: new Uint8Array(height * width * 3).fill(200),
});
const cells: Readonly<Record<string, Cells>> = {
  x: { type: 'numbers', shape: [], values: Float32Array.of(1, 2, 3, NaN, 100) },
  colour: { type: 'texts', values: ['red', 'blue', 'red', null, 'red'] },
  picture: {
    type: 'pictures',
    values: [picture(4, 6), picture(4, 6), null, picture(300, 200), picture(4, 6)],
  },
  sound: {
    type: 'signals',
    values: Array.from({ length: 5 }, () => ({ rate: 8, values: Float32Array.of(0, 1, -1, 0.5) })),
  },
};
const small = () => cellsSource(features, 5, cells, { fingerprint: '1', bytes: 10 });

test('a source without statistics of its own is read', async () => {
  const report = await describeSource(small(), quiet, signal);
  if (!report.ok) throw new Error(report.problem.code);
  expect(report.value).toMatchObject({ trainCount: 5, testCount: 0, bytes: 10, problems: [] });
  const [x, colour, pictures, sound] = report.value.features;
  expect(x).toMatchObject({ missing: 1, distinct: 4, numbers: { min: 1, max: 100, mean: 26.5 } });
  expect(x?.numbers?.histogram).toEqual([3, ...Array.from({ length: 18 }, () => 0), 1]);
  expect(colour).toMatchObject({
    missing: 1,
    distinct: 2,
    numbers: null,
    top: [
      { value: 'red', count: 3 },
      { value: 'blue', count: 1 },
    ],
  });
  expect(pictures).toMatchObject({
    missing: 1,
    sizes: [
      { value: '4×6×3', count: 3 },
      { value: '300×200×3', count: 1 },
    ],
  });
  expect(sound?.numbers).toMatchObject({ min: 0.5, max: 0.5 });
});

test('MNIST: labels are counted, pictures have a size that is known', async () => {
  const source = { kind: 'mnist', params: {} };
  const opened = await openSource({ source, features: [] }, null);
  if (!opened.ok) throw new Error(opened.problem.code);
  const report = await describeSource(opened.value, quiet, signal, source);
  if (!report.ok) throw new Error(report.problem.code);
  expect(report.value).toMatchObject({
    name: null,
    problems: [],
  });
  const [image, label] = report.value.features;
  expect(image?.sizes).toEqual([{ value: '28×28×1', count: 60_000 }]);
  expect(label).toMatchObject({ distinct: 10, missing: 0 });
  expect(label?.top[0]).toEqual({ value: '1', count: 6742 });
  const shown = await previewRows(opened.value, 59_999, 5);
  expect(shown).toMatchObject({ from: 59_999, names: ['image', 'label'] });
  expect(shown.rows).toHaveLength(1);
  await opened.value.close();
});

test('many pictures are judged by a sample, which is told', async () => {
  const many = cellsSource(
    features.slice(2, 3),
    700,
    { picture: { type: 'pictures', values: Array.from({ length: 700 }, () => picture(2, 2)) } },
    { fingerprint: '1', bytes: null },
  );
  expect(await describeSource(many, quiet, signal)).toMatchObject({
    value: {
      features: [{ sizes: [{ value: '2×2×3', count: 500 }] }],
      problems: [{ code: 'describe.sample', values: { sample: 500, count: 700 } }],
    },
  });
});

test('rows as they are shown', async () => {
  const { rows } = await previewRows(small(), 2, 2);
  expect(rows.map((row) => row.slice(0, 2))).toEqual([
    [3, 'red'],
    [null, null],
  ]);
  expect(rows[0]?.[2]).toBeNull();
  expect(rows[1]?.[2]).toMatchObject({ type: 'picture', height: 300, width: 200 });
  const [, [, , shown] = []] = rows;
  const png = typeof shown === 'object' && shown?.type === 'picture' ? shown.png : '';
  const bytes = Buffer.from(png, 'base64');
  // Width and height of a PNG stand at bytes 16 and 20.
  expect([bytes.readUInt32BE(20), bytes.readUInt32BE(16)]).toEqual([96, 64]);
  expect(rows[0]?.[3]).toEqual({
    type: 'signal',
    seconds: 0.5,
    rate: 8,
    outline: [0, 0, 1, 1, -1, -1, 0.5, 0.5],
  });
});

test('texts of problems name the same values in both languages', () => {
  const named = (texts: object) =>
    [
      ...new Set(Object.values(texts).flatMap((text: string) => text.match(/\{\w+\}/g) ?? [])),
    ].sort();
  for (const [code, { en, 'zh-CN': zh }] of Object.entries(tableMessages)) {
    expect([code, named(zh)]).toEqual([code, named(en)]);
  }
});
