import {
  appendFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describe as describeText } from '#shared/document/describe.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { commandLine } from './commandLine.ts';
import type { CommandLine } from './commandLine.ts';
import { lay, pngOf, tarOf, zipOf } from './rawFiles.ts';
import type { Files } from './rawFiles.ts';

let strata: CommandLine;
beforeAll(async () => {
  strata = await commandLine();
});
afterAll(() => strata.program.close());

const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** A table of forty rows whose lines may be replaced, by their number from 2. */
function table(lines: Readonly<Record<number, string>> = {}, head = '长度,width,kind'): string {
  const rows = times(40, (at) => lines[at + 2] ?? `${at},${(at * 7) % 11}.5,${at % 2 ? 'b' : 'a'}`);
  return `${[head, ...rows].join('\n')}\n`;
}

/** Everything below a folder with its size; links are not followed. */
function listing(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() ? `${path} ${statSync(path).size}` : path;
    })
    .sort();
}

/** A sentence of its own in both languages. */
function expectToBeTold(problem: Problem<unknown>): void {
  const [english, chinese] = [describeText(problem, 'en'), describeText(problem, 'zh-CN')];
  for (const { sentence, cause, remedy } of [english, chinese]) {
    for (const text of [sentence, cause, remedy]) {
      expect(text ?? '').not.toMatch(/[{}]|undefined|NaN|\[object/);
    }
    expect(sentence).not.toContain(problem.code);
  }
  expect(english.sentence).toMatch(/\.$/);
  expect(chinese.sentence).toMatch(/[\u4e00-\u9fff].*。$/);
}

async function recognise(path: string) {
  return strata.program.core.request('recogniseData', { paths: [path] }, 'test');
}

interface BadSet {
  readonly files: Files | (() => Promise<Files>);
  /** Of the files, what is opened; absent: their folder. */
  readonly opened?: string;
  /** Codes of what is told. */
  readonly told: readonly string[];
  /** Rows that can be used; null: the data are refused. */
  readonly rows: number | null;
}

const picture = (level: number): Promise<Uint8Array> =>
  pngOf(
    16,
    Uint8Array.from({ length: 768 }, (_, at) => (level + at) % 256),
  );

/** Twelve good pictures of two classes, and one of another kind. */
async function picturesWith(
  name: string,
  content: Uint8Array | Promise<Uint8Array>,
): Promise<Files> {
  const good = await Promise.all(
    times(12, async (at) => [`${at % 2 ? 'cat' : '狗'}/${at}.png`, await picture(9 * at)] as const),
  );
  return { ...Object.fromEntries(good), [`cat/${name}`]: await content };
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c86432' } });

const noise = Uint8Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * 7919) % 251);
/** Zeros, which pack a thousandfold. */
const bomb = Buffer.alloc(300_000_000);

const sets: Readonly<Record<string, BadSet>> = {
  'UTF-16 with a byte order mark': {
    files: { 'a.csv': iconv.encode(table(), 'utf-16le', { addBOM: true }) },
    opened: 'a.csv',
    told: [],
    rows: 40,
  },
  GBK: { files: { 'a.csv': iconv.encode(table(), 'gbk') }, opened: 'a.csv', told: [], rows: 40 },
  'UTF-8 with a byte order mark': {
    files: { 'a.csv': `\ufeff${table()}` },
    opened: 'a.csv',
    told: [],
    rows: 40,
  },
  'spaces and Chinese characters in paths': {
    files: { '我的 数据/第 1 份.csv': table() },
    opened: '我的 数据/第 1 份.csv',
    told: [],
    rows: 40,
  },
  'ragged rows': {
    files: { 'a.csv': table({ 5: '1,2', 9: '1,2,a,4' }) },
    opened: 'a.csv',
    told: ['table.tooFewValues', 'table.tooManyValues'],
    rows: 38,
  },
  'a quote that is never closed': {
    files: { 'a.csv': table({ 5: '1,2,"a' }) },
    opened: 'a.csv',
    told: ['table.badQuotes'],
    rows: 39,
  },
  '100,000 columns': {
    files: {
      'a.csv': `${times(100_000, (at) => `c${at}`).join(',')}\n${'1,'.repeat(99_999)}1\n`,
    },
    opened: 'a.csv',
    told: ['table.tooManyColumns'],
    rows: null,
  },
  'a column without any value': {
    files: { 'a.csv': `a,empty,kind\n${times(40, (at) => `${at},,${at % 2}`).join('\n')}\n` },
    opened: 'a.csv',
    told: [],
    rows: 40,
  },
  'not a number and infinity': {
    files: { 'a.csv': table({ 3: 'inf,1.5,a', 4: 'nan,2.5,b', 5: '-Infinity,1,a' }) },
    opened: 'a.csv',
    told: ['table.notFinite'],
    rows: 40,
  },
  'a word among numbers': {
    files: { 'a.csv': table({ 7: 'seven,1.5,a' }) },
    opened: 'a.csv',
    told: ['table.notANumber'],
    rows: 40,
  },
  'an empty file': { files: { 'a.csv': '' }, opened: 'a.csv', told: ['table.empty'], rows: null },
  'bytes of no kind': {
    files: { 'a.csv': Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256) },
    opened: 'a.csv',
    told: ['recognise.unknown'],
    rows: null,
  },
  'an empty folder': { files: {}, told: ['recognise.emptyFolder'], rows: null },
  'a PNG cut short': {
    files: async () => {
      const whole = sharp(noise, { raw: { width: 64, height: 64, channels: 3 } });
      const bytes = await whole.png().toBuffer();
      return picturesWith('cut.png', new Uint8Array(bytes.subarray(0, bytes.length / 2)));
    },
    told: ['data.pictureBroken'],
    rows: 13,
  },
  'a JPEG named .png': {
    files: () => picturesWith('jpeg.png', plain(16, 16).jpeg().toBuffer()),
    told: [],
    rows: 13,
  },
  'a moving picture': {
    files: () =>
      picturesWith(
        'moving.gif',
        sharp(noise.subarray(0, 512), {
          raw: { width: 16, height: 32, channels: 1, pageHeight: 16 },
        })
          .gif({ delay: [100, 100] })
          .toBuffer(),
      ),
    told: ['data.pictureAnimated'],
    rows: 13,
  },
  'a picture of 16 bits': {
    files: () =>
      picturesWith(
        'deep.png',
        sharp(
          Uint16Array.from({ length: 768 }, (_, at) => at * 80),
          { raw: { width: 16, height: 16, channels: 3 } },
        )
          .toColourspace('rgb16')
          .png()
          .toBuffer(),
      ),
    told: [],
    rows: 13,
  },
  'a CMYK picture': {
    files: () => picturesWith('print.jpg', plain(16, 16).toColourspace('cmyk').jpeg().toBuffer()),
    told: [],
    rows: 13,
  },
  'a picture of 100 megapixels': {
    files: () =>
      picturesWith('huge.png', plain(10_000, 10_000).png({ compressionLevel: 1 }).toBuffer()),
    told: ['data.pictureTooLarge'],
    rows: 13,
  },
  'a zip bomb': {
    files: { 'bomb.zip': zipOf({ 'a.csv': bomb }) },
    opened: 'bomb.zip',
    told: ['data.archiveBomb'],
    rows: null,
  },
  'a zip whose paths lead out of it': {
    files: { 'bad.zip': zipOf({ '../../out.csv': table() }) },
    opened: 'bad.zip',
    told: ['data.archiveUnsafe'],
    rows: null,
  },
  'a tar whose paths lead out of it': {
    files: async () => ({ 'bad.tar': await tarOf({ '/tmp/out.csv': table() }) }),
    opened: 'bad.tar',
    told: ['data.archiveUnsafe'],
    rows: null,
  },
};

describe('bad data', () => {
  test.each(Object.entries(sets))('%s', async (name, { files, opened = '', told, rows }) => {
    const folder = lay(
      join(strata.folder, name.replaceAll('/', ' ')),
      typeof files === 'function' ? await files() : files,
    );
    const path = join(folder, opened);
    const before = listing(strata.folder);

    const found = await recognise(path);
    const problems = found.ok ? found.value.report.problems : [found.problem];
    expect(problems.map(({ code }) => code)).toEqual(told);
    problems.forEach(expectToBeTold);
    expect(found.ok ? found.value.report.trainCount : null).toBe(rows);

    const english = await strata.run('inspect', path);
    const chinese = await strata.runIn('zh-CN', 'inspect', path);
    expect([english.code, chinese.code]).toEqual(rows === null ? [1, 1] : [0, 0]);
    for (const problem of problems) {
      expect(english.err).toContain(describeText(problem, 'en').sentence);
      expect(chinese.err).toContain(describeText(problem, 'zh-CN').sentence);
    }
    if (rows === null) {
      const made = await strata.run('new', '--data', path, '-o', join(folder, 'new.strata'));
      expect(made).toMatchObject({ code: 1, out: '' });
    }
    expect(listing(strata.folder)).toEqual(before);
  });

  test('only one class', async () => {
    const rows = times(40, (at) => `${(at * 7) % 31}.5,a`);
    const folder = lay(join(strata.folder, 'one class'), {
      'a.csv': `length,kind\n${rows.join('\n')}\n`,
    });
    const [data, output] = [join(folder, 'a.csv'), join(folder, 'new.strata')];
    const made = await strata.run('new', '--data', data, '--target', 'kind', '-o', output);
    expect(made.code).toBe(0);
    expect(made.err).toMatch(/^Warning: kind is always a\./);
  });

  test('a picture that cannot be read is left out once the user agrees', async () => {
    const folder = lay(
      join(strata.folder, 'agreed'),
      await picturesWith('cut.png', (await picture(1)).subarray(0, 100)),
    );
    const file = join(strata.folder, 'agreed.strata');
    const output = join(strata.folder, 'agreed.csv');
    expect(await strata.run('new', '--data', folder, '-o', file)).toMatchObject({ code: 0 });
    const refused = await strata.run('prepare', file, '-o', output);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/^Problem: .*cat\/cut\.png/);
    expect(existsSync(output)).toBe(false);

    const document = JSON.parse(readFileSync(file, 'utf8')) as StrataDocument;
    const { source } = document.data;
    if (source === null) throw new Error('There is no source.');
    const agreed = { ...source, params: { ...source.params, skipUnreadable: true } };
    const data = { ...document.data, source: agreed };
    writeFileSync(file, JSON.stringify({ ...document, data }));
    expect(await strata.run('prepare', file, '-o', output)).toMatchObject({ code: 0 });
    expect(readFileSync(output, 'utf8').trim().split('\n')).toHaveLength(13);
  });

  test('links that lead in a circle', async () => {
    const folder = lay(join(strata.folder, 'circle'), await picturesWith('more.png', picture(3)));
    symlinkSync(folder, join(folder, 'cat', 'again'));
    symlinkSync(join(folder, 'self'), join(folder, 'self'));
    const found = await recognise(folder);
    if (!found.ok) throw new Error(found.problem.code);
    expect(found.value.report.trainCount).toBe(13);
    expect(found.value.report.problems.map(({ code }) => code)).toEqual(['data.linkLoop']);
    found.value.report.problems.forEach(expectToBeTold);
  });

  test('a file that changes while it is read', async () => {
    const rows = times(200_000, (at) => `${at},${(at * 7) % 11}.5,${at % 2 ? 'b' : 'a'}`);
    const folder = lay(join(strata.folder, 'growing'), {
      'a.csv': `length,width,kind\n${rows.join('\n')}\n`,
    });
    const path = join(folder, 'a.csv');
    // All the time: whenever it is opened and whenever reading ends, it has changed in between.
    const growing = setInterval(() => {
      appendFileSync(path, '1,2,a\n');
    }, 5);
    const made = await strata.run('new', '--data', path, '-o', join(folder, 'new.strata'));
    clearInterval(growing);
    expect(made).toMatchObject({ code: 1, out: '' });
    expect(made.err).toMatch(/^Problem: .*a\.csv was changed while it was being read/);
    expect(existsSync(join(folder, 'new.strata'))).toBe(false);
    // It stands still now.
    expect(await strata.run('inspect', path)).toMatchObject({ code: 0 });
  });
});
