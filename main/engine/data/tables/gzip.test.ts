import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { recogniseData } from '#main/engine/data/inspect/recogniseData.ts';
import { convertTable } from '#main/engine/data/tables/convertTable.ts';
import { see, seen, testFolder } from '#main/engine/data/tables/tablesForTests.ts';

const { folder, write, remove } = testFolder();
afterAll(remove);

const rows = [
  ['北京', 1.5],
  ['上海', 2],
  ['广州', -3],
] as const;
const delimited = (by: string) => `城市${by}数\n${rows.map((row) => `${row.join(by)}\n`).join('')}`;
const objects = rows.map(([city, value]) => ({ 城市: city, 数: value }));
const cells = { 城市: ['北京', '上海', '广州'], 数: [1.5, 2, -3] };

describe('gzipped tables are recognised by content, and read as plain ones', () => {
  const cases: Readonly<Record<string, readonly [string | Uint8Array, object]>> = {
    'a.csv.gz': [delimited(','), { delimiter: 'comma', encoding: 'utf-8', header: 'yes' }],
    'a.tsv.gz': [delimited('\t'), { delimiter: 'tab' }],
    'a.txt.gz': [delimited(';'), { delimiter: 'semicolon' }],
    'a.json.gz': [JSON.stringify(objects), { encoding: 'utf-8' }],
    'a.jsonl.gz': [objects.map((each) => JSON.stringify(each)).join('\n'), {}],
    'gbk.csv.gz': [iconv.encode(delimited(','), 'gbk'), { encoding: 'gb18030' }],
    'utf16.csv.gz': [
      iconv.encode(delimited('\t'), 'utf-16le', { addBOM: true }),
      { encoding: 'utf-16le', delimiter: 'tab' },
    ],
    'no ending': [delimited(','), { delimiter: 'comma' }],
  };

  test.each(Object.entries(cases))('%s', async (name, [content, params]) => {
    const file = write(name, gzipSync(content));
    const found = await recogniseData([file]);
    expect(found).toMatchObject({
      ok: true,
      value: { kind: 'table', params: { file, ...params } },
    });
    if (!found.ok) return;
    const { kind, params: own } = found.value;
    expect(await seen(kind, own)).toMatchObject({ count: 3, cells, problems: [] });
  });

  test('in two members, as `cat a.gz b.gz` makes', async () => {
    const [head, tail] = [delimited(',').slice(0, 12), delimited(',').slice(12)];
    const file = write('two.csv.gz', Buffer.concat([gzipSync(head), gzipSync(tail)]));
    expect(await seen('table', { file })).toMatchObject({ count: 3, cells });
  });

  test('Parquet', async () => {
    const plain = path.join(folder, 'a.parquet');
    const work = { signal: new AbortController().signal, tell: () => undefined };
    await convertTable(write('a.csv', delimited(',')), plain, work);
    const file = write('a.parquet.gz', gzipSync(readFileSync(plain)));
    expect(await recogniseData([file])).toEqual({
      ok: true,
      value: { kind: 'table', params: { file } },
    });
    expect(await seen('table', { file })).toMatchObject({ count: 3, cells });
  });

  test('beside a test part that is not packed', async () => {
    const file = write('train.csv.gz', gzipSync(delimited(',')));
    const testFile = write('test.csv', delimited(','));
    expect(await seen('table', { file, testFile })).toMatchObject({ count: 3, testCount: 3 });
  });
});

describe('gzips that cannot be read', () => {
  test('one that was cut short', async () => {
    const whole = gzipSync(Array.from({ length: 3000 }, (_, at) => `${at},${at * 7}`).join('\n'));
    const file = write('cut.csv.gz', whole.subarray(0, whole.length - 2000));
    expect(await recogniseData([file])).toMatchObject({ ok: true, value: { kind: 'table' } });
    expect(await see('table', { file })).toMatchObject({ code: 'data.archiveBroken' });
  });

  test('one that unpacks to far more than data does', async () => {
    const zeros = Buffer.alloc(300 * 2 ** 20, '0,0\n');
    const file = write('bomb.csv.gz', gzipSync(zeros, { level: 6 }));
    expect(await see('table', { file })).toMatchObject({ code: 'data.archiveBomb' });
    const unpacked = path.join(folder, '..', 'home', 'cache', 'unpacked');
    expect(readdirSync(unpacked).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('one of something else', async () => {
    const file = write('other.gz', gzipSync(Uint8Array.from({ length: 900 }, (_, at) => at % 7)));
    expect(await recogniseData([file])).toMatchObject({ problem: { code: 'recognise.unknown' } });
  });

  test('an empty one', async () => {
    const file = write('empty.csv.gz', gzipSync(''));
    expect(await see('table', { file })).toMatchObject({ code: 'table.empty' });
  });
});
