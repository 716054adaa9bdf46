import { readFileSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { recogniseData } from '#main/engine/data/inspect/recogniseData.ts';
import { convertTable } from '#main/engine/data/tables/convertTable.ts';
import { see, seen, testFolder } from '#main/engine/data/tables/tablesForTests.ts';

const { folder, write, remove, cache } = testFolder();
afterAll(remove);

const work = { signal: new AbortController().signal, tell: () => undefined };

const out = (name: string) => path.join(folder, name);

describe('conversions', () => {
  const file = write(
    '源.csv',
    'id,price,day,flag,note,mixed\n1,1.5,2024-01-02,true,"a, ""b""",1\n2,,2024-01-03,false,"two\nlines",x\n3,2.25,,true,中文,3\n',
  );

  test.each([
    [
      'csv',
      'id,price,day,flag,note,mixed\n1,1.5,2024-01-02,true,"a, ""b""",1\n2,,2024-01-03,false,"two\nlines",x\n3,2.25,,true,中文,3\n',
    ],
    [
      'txt',
      'id\tprice\tday\tflag\tnote\tmixed\n1\t1.5\t2024-01-02\ttrue\t"a, ""b"""\t1\n2\t\t2024-01-03\tfalse\t"two\nlines"\tx\n3\t2.25\t\ttrue\t中文\t3\n',
    ],
  ])('to %s, with every value as it is', async (ending, expected) => {
    const written = await convertTable(file, out(`out.${ending}`), work);
    expect(written).toMatchObject({ ok: true, value: { rows: 3 } });
    expect(readFileSync(out(`out.${ending}`), 'utf8')).toBe(expected);
  });

  test('to JSON and JSON Lines, with types', async () => {
    const first = {
      id: 1,
      price: 1.5,
      day: '2024-01-02 00:00:00',
      flag: true,
      note: 'a, "b"',
      mixed: '1',
    };
    await convertTable(file, out('out.json'), work);
    expect(JSON.parse(readFileSync(out('out.json'), 'utf8'))).toMatchObject([
      first,
      { id: 2, price: null, note: 'two\nlines', mixed: 'x' },
      { id: 3, day: null },
    ]);
    await convertTable(file, out('out.jsonl'), work);
    const [line = ''] = readFileSync(out('out.jsonl'), 'utf8').split('\n');
    expect(JSON.parse(line)).toMatchObject(first);
  });

  test('to Parquet, which is recognised by content and read', async () => {
    expect(await convertTable(file, out('out.parquet'), work)).toMatchObject({ ok: true });
    const renamed = write('renamed.dat', readFileSync(out('out.parquet')));
    expect(await recogniseData([renamed])).toEqual({
      ok: true,
      value: { kind: 'table', params: { file: renamed } },
    });
    const { features, cells } = await seen('table', { file: renamed });
    expect(features.map(({ name, kind }) => [name, kind])).toEqual([
      ['id', 'number'],
      ['price', 'number'],
      ['day', 'date'],
      ['flag', 'category'],
      ['note', 'text'],
      ['mixed', 'text'],
    ]);
    expect(cells['price']).toEqual([1.5, NaN, 2.25]);
    expect(cells['day']).toEqual([Date.UTC(2024, 0, 2), Date.UTC(2024, 0, 3), NaN]);
    expect(cells['flag']).toEqual(['true', 'false', 'true']);
  });

  test('refuses other endings, itself, and folders that are none', async () => {
    expect(await convertTable(file, out('out.doc'), work)).toMatchObject({
      problem: { code: 'convert.unknownEnding' },
    });
    expect(await convertTable(file, file, work)).toMatchObject({
      problem: { code: 'convert.sameFile' },
    });
    const link = out('link.csv');
    symlinkSync(file, link);
    expect(await convertTable(file, link, work)).toMatchObject({
      problem: { code: 'convert.sameFile' },
    });
    expect(await convertTable(file, path.join(file, 'x.csv'), work)).toMatchObject({ ok: false });
    expect(await convertTable(out('none.csv'), out('x.csv'), work)).toMatchObject({
      problem: { code: 'data.fileMissing' },
    });
  });

  test('leaves nothing behind', async () => {
    const control = new AbortController();
    control.abort(new Error('enough'));
    await expect(
      convertTable(file, out('never.csv'), { ...work, signal: control.signal }),
    ).rejects.toThrow('enough');
    expect(readdirSync(folder).filter((name) => /\.tmp$|never/.test(name))).toEqual([]);
    expect(readdirSync(cache)).toEqual([]);
  });
});

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** A workbook as Excel writes them, of strings and numbers. */
function workbook(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>) {
  const names = Object.keys(sheets);
  const cell = (value: unknown) =>
    typeof value === 'number'
      ? `<c><v>${value}</v></c>`
      : typeof value === 'boolean'
        ? `<c t="b"><v>${Number(value)}</v></c>`
        : value instanceof Date
          ? `<c s="1"><v>${value.getTime() / 86_400_000 + 25_569}</v></c>`
          : value === null
            ? '<c/>'
            : `<c t="inlineStr"><is><t>${textOf(value)}</t></is></c>`;
  const placed = (row: readonly unknown[], number: number) =>
    row
      .map((value, at) =>
        cell(value).replace('<c', `<c r="${String.fromCharCode(65 + at)}${number + 1}"`),
      )
      .join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId99" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  for (const [at, name] of names.entries()) {
    const rows = sheets[name] ?? [];
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${rows.map((row, number) => `<row r="${number + 1}">${placed(row, number)}</row>`).join('')}</sheetData></worksheet>`;
  }
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
}

describe('Excel', () => {
  const file = write(
    '成绩.xlsx',
    workbook({
      first: [
        ['Scores of 2024', null, null, null],
        [null, null, null, null],
        ['姓名', 'score', 'day', 'passed'],
        ['张三, A', 90.5, new Date('2024-01-02'), true],
        ['李四', 60, new Date('2024-01-03'), false],
        ['王五', null, null, true],
        ['赵六', '#N/A', new Date('2024-01-05T12:00:00Z'), true],
      ],
      第二: [
        ['x', 'y'],
        [1, 2],
      ],
    }),
  );

  test('the first sheet, below its title', async () => {
    expect(await recogniseData([file])).toEqual({
      ok: true,
      value: { kind: 'excel', params: { file } },
    });
    const { cells, features, problems } = await seen('excel', { file });
    expect(features.map(({ name, kind }) => [name, kind])).toEqual([
      ['姓名', 'text'],
      ['score', 'number'],
      ['day', 'date'],
      ['passed', 'category'],
    ]);
    expect(cells).toEqual({
      姓名: ['张三, A', '李四', '王五', '赵六'],
      score: [90.5, 60, NaN, NaN],
      day: [Date.UTC(2024, 0, 2), Date.UTC(2024, 0, 3), NaN, Date.UTC(2024, 0, 5, 12)],
      passed: ['true', 'false', 'true', 'true'],
    });
    expect(problems).toEqual([]);
  });

  test('a sheet by name', async () => {
    expect((await seen('excel', { file, sheet: '第二' })).cells).toEqual({ x: [1], y: [2] });
    expect(await see('excel', { file, sheet: 'third' })).toMatchObject({
      code: 'excel.noSheet',
      values: { sheet: 'third', sheets: 'first, 第二' },
    });
  });

  test('converts', async () => {
    await convertTable(file, out('sheet.csv'), work);
    expect(readFileSync(out('sheet.csv'), 'utf8').split('\n')[1]).toBe(
      '"张三, A",90.5,2024-01-02,true',
    );
  });

  test('what is no workbook is told', async () => {
    const old = write('old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
    expect(await recogniseData([old])).toMatchObject({ value: { kind: 'excel' } });
    expect(await see('excel', { file: old })).toMatchObject({ code: 'excel.old' });
    const locked = write('locked.xlsx', readFileSync(old));
    expect(await see('excel', { file: locked })).toMatchObject({ code: 'excel.encrypted' });
    const broken = write('broken.xlsx', workbook({ a: [[1]] }).slice(0, 300));
    expect(await see('excel', { file: broken })).toMatchObject({ code: 'excel.unreadable' });
    const zip = write('zip.xlsx', zipSync({ 'a.txt': strToU8('a') }));
    expect(await see('excel', { file: zip })).toMatchObject({ code: 'excel.unreadable' });
    const blank = write('blank.xlsx', workbook({ a: [] }));
    expect(await see('excel', { file: blank })).toMatchObject({ code: 'table.empty' });
  });
});

describe('what is not recognised', () => {
  test.each([
    ['an empty file', write('nothing.csv', ''), 'table.empty'],
    ['bytes', write('bytes.bin', Uint8Array.of(0, 1, 2, 3, 0, 5, 0, 0, 9)), 'recognise.unknown'],
    ['a file that is not there', out('none'), 'data.fileMissing'],
  ])('%s', async (_, file, code) => {
    expect(await recogniseData([file])).toMatchObject({ ok: false, problem: { code } });
  });

  test('several', async () => {
    const one = write('one.csv', 'a,b\n1,2\n');
    expect(await recogniseData([])).toMatchObject({ problem: { code: 'recognise.nothing' } });
    expect(await recogniseData([one, one, one])).toMatchObject({
      problem: { code: 'recognise.several', values: { count: 3 } },
    });
  });
});
