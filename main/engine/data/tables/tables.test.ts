import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { openSource } from '#main/engine/data/source/openSource.ts';
import { ReadFailure } from '#main/engine/data/readFailure.ts';
import { recogniseData } from '#main/engine/data/inspect/recogniseData.ts';
import { see, seen, testFolder } from '#main/engine/data/tables/tablesForTests.ts';
import type { Feature } from '#shared/data/feature.ts';

const { write, remove, cache } = testFolder();
afterAll(remove);

const chinese = '姓名,城市,分数\n张三,北京,90\n李四,上海,85.5\n王五,北京,77\n赵六,上海,60\n';

const lines = (count: number, line: (row: number) => string) =>
  Array.from({ length: count }, (_, row) => line(row)).join('\n');

describe('encodings are found by content', () => {
  test.each([
    ['utf-8', Buffer.from(chinese)],
    ['utf-8 with BOM', Buffer.from(`\ufeff${chinese}`)],
    ['utf-16le with BOM', iconv.encode(chinese, 'utf-16le', { addBOM: true })],
    ['utf-16be with BOM', iconv.encode(chinese, 'utf-16be', { addBOM: true })],
    ['utf-16le', iconv.encode(chinese, 'utf-16le', { addBOM: false })],
    ['utf-16be', iconv.encode(chinese, 'utf-16be', { addBOM: false })],
    ['gbk', iconv.encode(chinese, 'gbk')],
    ['gb18030', iconv.encode(chinese, 'gb18030')],
  ])('%s', async (name, bytes) => {
    const file = write(`${name}.csv`, bytes);
    const { features, cells, problems } = await seen('table', { file });
    expect(features.map((feature) => feature.name)).toEqual(['姓名', '城市', '分数']);
    expect(cells['城市']).toEqual(['北京', '上海', '北京', '上海']);
    expect(cells['分数']).toEqual([90, 85.5, 77, 60]);
    expect(problems).toEqual([]);
  });

  test('windows-1252', async () => {
    const file = write('latin.csv', iconv.encode('ville,x\nOrléans,1\nMâcon,2\n', 'windows-1252'));
    expect((await seen('table', { file })).cells['ville']).toEqual(['Orléans', 'Mâcon']);
  });

  test('a damaged byte is replaced and told', async () => {
    const bytes = Buffer.from(`a,b\n${'é,1\n'.repeat(40)}x?y,2\n`);
    bytes[bytes.length - 5] = 0xff;
    const { cells, problems } = await seen('table', { file: write('damaged.csv', bytes) });
    expect(cells['a']?.at(-1)).toBe('x\ufffdy');
    expect(problems).toMatchObject([{ code: 'table.replacedCharacters', severity: 'warning' }]);
  });

  test('what was decoded is removed from the cache', () => {
    expect(readdirSync(cache)).toEqual([]);
  });
});

describe('lines that are no rows are named and left out', () => {
  test('too few, too many, and quotes', async () => {
    const file = write(
      'ragged.csv',
      `a,b,c\n1,x,2\n2,y\n3,"z"w,3\n4,w,5,6\n5,"q, ""r""",7\n${lines(20, (row) => `${row},n,1`)}\n`,
    );
    const { count, cells, problems } = await seen('table', { file });
    expect(count).toBe(22);
    expect(cells['b']?.slice(0, 2)).toEqual(['x', 'q, "r"']);
    expect(problems).toMatchObject([
      {
        code: 'table.tooFewValues',
        severity: 'warning',
        place: { file, row: 3 },
        values: { row: 3, found: 2, expected: 3, text: '2,y' },
      },
      { code: 'table.badQuotes', place: { row: 4 } },
      { code: 'table.tooManyValues', place: { row: 5 }, values: { found: 4, expected: 3 } },
    ]);
    expect(await see('table', { file, skipBadRows: false })).toMatchObject({
      code: 'table.tooFewValues',
      severity: 'error',
    });
  });

  test('a quote that is never closed costs its own line only', async () => {
    const rows = (row: number) => (row === 700 ? '700,"open,1' : `${row},name,${row / 2}`);
    const file = write('open.csv', `a,b,c\n${lines(3000, rows)}\n3000,"two\nlines",5\n`);
    const { count, cells, problems } = await seen('table', { file });
    expect(count).toBe(3000);
    expect(cells['a']?.slice(699, 701)).toEqual([699, 701]);
    expect(cells['b']?.at(-1)).toBe('two\nlines');
    expect(problems).toMatchObject([
      { code: 'table.badQuotes', place: { row: 702 }, values: { text: '700,"open,1' } },
    ]);
  });

  test('JSON Lines', async () => {
    const file = write('bad.jsonl', '{"a":1,"b":"x"}\n{"a":2,\n{"a":3,"b":"y"}\n[]\n');
    const { cells, problems } = await seen('table', { file });
    expect(cells).toEqual({ a: [1, 3], b: ['x', 'y'] });
    expect(problems).toMatchObject([
      { code: 'table.badJsonLine', place: { row: 2 }, values: { text: '{"a":2,' } },
      { code: 'table.badJsonLine', place: { row: 4 } },
    ]);
  });

  test('of very many the first are told', async () => {
    const file = write('many.csv', `a,b\n${lines(1000, (row) => (row % 2 ? '1,2' : '1,2,3'))}\n`);
    const { count, problems } = await seen('table', { file });
    expect(count).toBe(500);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toMatchObject({ code: 'table.manyMoreBadLines' });
  });
});

describe('how a table is written is found', () => {
  test.each([
    ['tabs', 'a\tb\n1\tx, y\n2\tz, w\n'],
    ['semicolons and decimal commas', 'a;b\n1,0;x, y\n2,0;z, w\n'],
    ['pipes', 'a|b\n1|x, y\n2|z, w\n'],
    ['quotes', 'a,b\n"1","x, y"\n"2","z, w"\n'],
    ['backslashes', 'a,b\n1,"x, y"\n2,"z, w"\n3,"\\"q\\", r"\n'],
    ['carriage returns', 'a,b\r1,"x, y"\r2,"z, w"\r'],
    ['mixed line ends', 'a,b\r\n1,"x, y"\n2,"z, w"\r\n'],
    ['empty lines', 'a,b\r\n\r\n1,"x, y"\r\n\r\n2,"z, w"\r\n\r\n'],
    ['no end', 'a,b\n1,"x, y"\n2,"z, w"'],
  ])('%s', async (name, text) => {
    const { cells } = await seen('table', { file: write(`${name}.txt`, text) });
    expect(cells['a']?.slice(0, 2)).toEqual([1, 2]);
    expect(cells['b']?.slice(0, 2)).toEqual(['x, y', 'z, w']);
  });

  test.each([
    ['no header', '1,x\n2,y\n3,z\n', ['column1', 'column2']],
    ['only texts', 'name,city\nAnn,Rome\nBob,Oslo\n', ['name', 'city']],
    ['same names', 'a,a,A\n1,2,3\n4,5,6\n', ['a', 'a_2', 'A_3']],
    ['an index without a name', ',x,y\n0,1,2\n1,3,4\n', ['column1', 'x', 'y']],
    ['an index that is not in the header', 'x,y\n7,1,2\n8,3,4\n', ['column1', 'x', 'y']],
    ['a delimiter at every end', 'x,y\n1,2,\n3,4,\n', ['x', 'y', 'column3']],
  ])('%s', async (name, text, expected) => {
    const { features } = await seen('table', { file: write(`${name}.csv`, text) });
    expect(features.map((feature) => feature.name)).toEqual(expected);
  });

  test('recognised parameters say all of it', async () => {
    const file = write(
      'de.csv',
      iconv.encode('größe;tag\n1,5;31.01.2024\n2,5;01.02.2024\n', 'utf-16le', { addBOM: true }),
    );
    expect(await recogniseData([file])).toEqual({
      ok: true,
      value: {
        kind: 'table',
        params: {
          file,
          delimiter: 'semicolon',
          header: 'yes',
          encoding: 'utf-16le',
          decimal: 'comma',
          dayFirst: 'yes',
        },
      },
    });
  });
});

describe('kinds and roles are guessed', () => {
  const file = write(
    'kinds.csv',
    `id,code,grade,flag,colour,price,note,day,empty,same\n${lines(
      60,
      (row) =>
        `${row + 1},K${1000 + row},${row % 3},${row % 2 === 0 ? 'True' : 'FALSE'},${row % 2 ? 'class 10' : 'class 2'},${row * 1.25},${'word '.repeat(1 + (row % 17))}${row},2024-01-${String(1 + (row % 28)).padStart(2, '0')},,7`,
    )}\n`,
  );

  test('different values of a small table are counted, not estimated', async () => {
    const day = (row: number) => new Date(Date.UTC(2022, 0, 1 + row)).toISOString().slice(0, 10);
    const file = write('days.csv', `day,value\n${lines(400, (row) => `${day(row)},${row / 7}`)}\n`);
    const { reports } = await seen('table', { file });
    expect(reports.map(({ distinct }) => distinct)).toEqual([400, 400]);
  });

  test('by content', async () => {
    const { features, reports } = await seen('table', { file });
    expect(features.map(({ name, kind, role }) => [name, kind, role])).toEqual([
      ['id', 'number', 'ignored'],
      ['code', 'text', 'ignored'],
      ['grade', 'category', 'input'],
      ['flag', 'category', 'input'],
      ['colour', 'category', 'input'],
      ['price', 'number', 'input'],
      ['note', 'text', 'input'],
      ['day', 'date', 'input'],
      ['empty', 'number', 'ignored'],
      ['same', 'number', 'input'],
    ]);
    const named = new Map(features.map((feature) => [feature.name, feature]));
    expect(named.get('grade')?.classNames).toEqual(['0', '1', '2']);
    expect(named.get('flag')).toMatchObject({ classes: 2, classNames: ['false', 'true'] });
    expect(named.get('colour')?.classNames).toEqual(['class 2', 'class 10']);
    const price = reports.find(({ feature }) => feature.name === 'price');
    expect(price).toMatchObject({ missing: 0, distinct: 60 });
    expect(price?.numbers).toMatchObject({ min: 0, max: 73.75, mean: 36.875, outliers: 0 });
    expect(price?.numbers?.histogram.reduce((sum, count) => sum + count)).toBe(60);
    expect(reports.find(({ feature }) => feature.name === 'empty')).toMatchObject({
      missing: 60,
      numbers: null,
    });
    expect(reports.find(({ feature }) => feature.name === 'colour')?.top).toEqual([
      { value: 'class 10', count: 30 },
      { value: 'class 2', count: 30 },
    ]);
  });

  test('a document decides otherwise', async () => {
    const common = { role: 'input', shape: [], classes: null } as const;
    const features: readonly Feature[] = [
      { ...common, name: 'grade', kind: 'number', dtype: 'float32' },
      { ...common, name: 'id', kind: 'category', dtype: 'text' },
      { ...common, name: 'flag', kind: 'category', dtype: 'text', classNames: ['false', 'true'] },
    ];
    const { cells } = await seen('table', { file }, features);
    expect(cells['grade']?.slice(0, 4)).toEqual([0, 1, 2, 0]);
    expect(cells['id']?.slice(0, 2)).toEqual(['1', '2']);
    expect(cells['flag']?.slice(0, 2)).toEqual(['true', 'false']);
    const other = [{ ...common, name: 'weight', kind: 'number', dtype: 'float32' }] as const;
    expect(await see('table', { file }, other)).toMatchObject({
      code: 'table.columnsDiffer',
      values: { column: 'weight' },
    });
  });

  test('equal rows are counted', async () => {
    const same = write('same.csv', 'a,b\n1,x\n1,x\n2,y\n1,x\n');
    expect((await seen('table', { file: same })).duplicates).toBe(2);
  });
});

describe('values that cannot be computed with', () => {
  test('are missing, and told with their row', async () => {
    const file = write(
      'odd.csv',
      `x,day\n${lines(40, (row) => `${row},2024-02-01`)}\nnan,2024-02-01\ninf,2024-02-01\n1e300,2024-02-01\noops,never\nNA,\n`,
    );
    const { cells, problems, reports } = await seen('table', { file });
    expect(cells['x']?.slice(39)).toEqual([39, NaN, NaN, NaN, NaN, NaN]);
    expect(cells['day']?.slice(42)).toEqual([Date.UTC(2024, 1, 1), NaN, NaN]);
    expect(reports[0]).toMatchObject({ missing: 5, numbers: { min: 0, max: 39 } });
    expect(problems).toMatchObject([
      { code: 'table.notANumber', place: { row: 45 }, values: { count: 1, value: 'oops' } },
      { code: 'table.notFinite', place: { row: 42 }, values: { count: 3, value: 'nan' } },
      { code: 'table.notADate', place: { row: 45 }, values: { count: 1, value: 'never' } },
    ]);
  });

  test('a column that turns to text later is text', async () => {
    const file = write(
      'late.csv',
      `x\n${lines(21_000, (row) => `${row}`)}\n${lines(9000, (row) => `t${row}`)}\n`,
    );
    const { features, count } = await seen('table', { file });
    expect(count).toBe(30_000);
    expect(features).toMatchObject([{ name: 'x', kind: 'text' }]);
  });

  test.each([
    ['2024-03-04T05:06:07Z', Date.UTC(2024, 2, 4, 5, 6, 7)],
    ['2024/03/04', Date.UTC(2024, 2, 4)],
    ['Mar 4 2024', Date.UTC(2024, 2, 4)],
    ['2024年03月04日', Date.UTC(2024, 2, 4)],
    ['03/04/2024', Date.UTC(2024, 2, 4)],
    ['13/04/2024', Date.UTC(2024, 3, 13)],
    ['04.03.2024', Date.UTC(2024, 2, 4)],
    ['03/04/2024 05:06', Date.UTC(2024, 2, 4, 5, 6)],
  ])('the date %s', async (text, time) => {
    const file = write('date.csv', `n,day\n1,${text}\n2,${text}\n`);
    expect((await seen('table', { file })).cells['day']).toEqual([time, time]);
  });
});

describe('sizes at the edges', () => {
  test.each([
    ['empty', '', 'table.empty'],
    ['blank', ' \n\n', 'table.empty'],
    ['header only', 'a,b,c\n', 'table.empty'],
    ['bytes', Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 256), 'table.notATable'],
    ['broken JSON', '[{"a": 1}, {"a": ', 'table.unreadable'],
  ])('%s', async (name, content, code) => {
    expect(await see('table', { file: write(`${name}.csv`, content) })).toMatchObject({ code });
  });

  test('a file that is not there', async () => {
    expect(await see('table', { file: '/nowhere/x.csv' })).toMatchObject({
      code: 'workspace.missing',
    });
  });

  test('100,000 columns are refused with their number, 1,500 are read', async () => {
    const wide = (columns: number) =>
      `${Array.from({ length: columns }, (_, at) => `c${at}`).join(',')}\n${`${'1.5,'.repeat(columns - 1)}2\n`.repeat(3)}`;
    expect(await see('table', { file: write('wide.csv', wide(100_000)) })).toMatchObject({
      code: 'table.tooManyColumns',
      values: { columns: 100_000, limit: 5000 },
    });
    const { features, cells } = await seen('table', { file: write('1500.csv', wide(1500)) });
    expect(features).toHaveLength(1500);
    expect(cells['c1499']).toEqual([2, 2, 2]);
    const json = `{${Array.from({ length: 100_000 }, (_, at) => `"c${at}":1`).join(',')}}\n`;
    expect(await see('table', { file: write('wide.jsonl', json) })).toMatchObject({
      code: 'table.tooManyColumns',
    });
  });

  test('rows come in order, in pieces', async () => {
    const file = write('long.csv', `n,t\n${lines(50_000, (row) => `${row + 0.5},t${row % 7}`)}\n`);
    const opened = await openSource(
      { source: { kind: 'table', params: { file } }, features: [] },
      null,
    );
    if (!opened.ok) throw new Error(opened.problem.code);
    let next = 0;
    for await (const { from, count, cells } of opened.value.train.stream(['n'])) {
      expect(from).toBe(next);
      const { n } = cells;
      if (n?.type !== 'numbers') throw new Error('no numbers');
      expect(n.values).toBeInstanceOf(Float32Array);
      expect([n.values[0], n.values[count - 1]]).toEqual([from + 0.5, from + count - 0.5]);
      next += count;
    }
    expect(next).toBe(50_000);
    await opened.value.close();
  });
});

describe('other formats', () => {
  test('JSON with structures and lists', async () => {
    const file = write(
      '数据.json',
      '[{"a":1,"b":"x","v":[1,2],"d":{"e":true}},{"a":2.5,"b":null,"v":[3,4],"d":{"e":false}}]',
    );
    const { features, cells } = await seen('table', { file });
    expect(features.map(({ name, kind, shape }) => [name, kind, shape])).toEqual([
      ['a', 'number', []],
      ['b', 'category', []],
      ['v', 'sequence', [2]],
      ['d.e', 'category', []],
    ]);
    expect(cells).toEqual({
      a: [1, 2.5],
      b: ['x', null],
      v: [1, 2, 3, 4],
      'd.e': ['true', 'false'],
    });
  });

  test('types of JSON that differ after the first rows', async () => {
    const file = write('late.jsonl', `${lines(21_000, (row) => `{"a":${row}}`)}\n{"a":"x"}\n`);
    const { count, cells } = await seen('table', { file });
    expect(count).toBe(21_001);
    expect(cells['a']?.at(-1)).toBe('x');
  });
});

describe('a test part of its own', () => {
  test('is read with the same columns', async () => {
    const file = write('train.csv', 'x,y\n1,a\n2,b\n');
    const testFile = write('test.csv', 'x,y\n3,a\n');
    expect(await seen('table', { file, testFile })).toMatchObject({ count: 2, testCount: 1 });
    expect(await recogniseData([testFile, file])).toMatchObject({
      value: { params: { file, testFile } },
    });
  });

  test('without its target is told, without an input refused', async () => {
    const file = write('train2.csv', 'x,y\n1,a\n2,b\n');
    const other = write('other.csv', 'y,z\na,1\n');
    expect(await see('table', { file, testFile: other })).toMatchObject({
      code: 'table.columnsDiffer',
      values: { column: 'x', columns: '"y", "z"' },
    });
    const features: readonly Feature[] = [
      { name: 'x', role: 'input', kind: 'number', shape: [], dtype: 'float32', classes: null },
      {
        name: 'y',
        role: 'target',
        kind: 'category',
        shape: [],
        dtype: 'text',
        classes: 2,
        classNames: ['a', 'b'],
      },
    ];
    const unlabelled = write('submit.csv', 'x\n5\n6\n');
    const { cells, problems } = await seen('table', { file: unlabelled }, features);
    expect(cells).toEqual({ x: [5, 6], y: [null, null] });
    expect(problems).toMatchObject([{ code: 'table.columnMissing', values: { column: 'y' } }]);
  });
});

test('a file that changes while it is read is told', async () => {
  const file = write('growing.csv', `n\n${lines(60_000, (row) => `${row}`)}\n`);
  const opened = await openSource(
    { source: { kind: 'table', params: { file } }, features: [] },
    null,
  );
  if (!opened.ok) throw new Error(opened.problem.code);
  const read = async () => {
    let first = true;
    for await (const chunk of opened.value.train.stream(['n'])) {
      if (first) appendFileSync(file, '1\n');
      first = chunk.count < 0;
    }
  };
  const failure = await read().then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(ReadFailure);
  expect(failure).toMatchObject({ problem: { code: 'table.changed', values: { file } } });
  await opened.value.close();
});

test('an abort ends reading with its reason', async () => {
  const file = write('abort.csv', `n\n${lines(200_000, (row) => `${row}`)}\n`);
  const control = new AbortController();
  const opened = await openSource(
    { source: { kind: 'table', params: { file } }, features: [] },
    null,
    control.signal,
  );
  if (!opened.ok) throw new Error(opened.problem.code);
  control.abort(new Error('enough'));
  const describing = opened.value.countDuplicates?.(control.signal);
  await expect(describing).rejects.toThrow('enough');
  await opened.value.close();
  expect(existsSync(cache) ? readdirSync(cache) : []).toEqual([]);
});
