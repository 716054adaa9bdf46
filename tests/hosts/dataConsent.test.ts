import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sources } from '#shared/data/sources/index.ts';
import type { DataSource } from '#shared/data/data.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { commandLine } from './commandLine.ts';
import type { CommandLine } from './commandLine.ts';
import { coreForTests } from './coreForTests.ts';
import type { TestCore } from './coreForTests.ts';
import { lay } from './rawFiles.ts';

const rows = Array.from({ length: 60 }, (_, at) => `${(at * 37) % 101},${at % 2 ? 'b' : 'a'}`);
const table = `x,kind\n${rows.join('\n')}\n`;

let strata: CommandLine;
/** A document over a table that its home has chosen. */
let proposed: StrataDocument;
beforeAll(async () => {
  const elsewhere = await commandLine();
  lay(elsewhere.folder, { 'a.csv': table });
  await elsewhere.run('new', '--data', 'a.csv', '-o', 'net.strata');
  proposed = JSON.parse(
    readFileSync(join(elsewhere.folder, 'net.strata'), 'utf8'),
  ) as StrataDocument;
  await elsewhere.program.close();
  strata = await commandLine();
});
afterAll(() => strata.program.close());

/** The document as another program could have written it: with data wherever it likes. */
function withData(params: DataSource['params'], kind = 'table'): StrataDocument {
  const source = { kind, params: { ...proposed.data.source?.params, ...params } };
  return { ...proposed, data: { ...proposed.data, source } };
}

describe('a document that came from elsewhere', () => {
  let count = 0;
  /** A folder with the document in `own` and a table beside it. */
  function received(file: (folder: string) => string): { folder: string; net: string } {
    count += 1;
    const folder = lay(join(strata.folder, `received ${count}`), { 'other/a.csv': table });
    const net = join(lay(join(folder, 'own'), {}), 'net.strata');
    const document = withData({ file: file(folder) });
    writeFileSync(net, JSON.stringify({ ...document, id: `received-${count}` }));
    return { folder, net };
  }

  test.each([
    ['an absolute path', (folder: string) => join(folder, 'other/a.csv')],
    ['a path that climbs', () => '../other/a.csv'],
    [
      'a link',
      (folder: string) => {
        symlinkSync(join(folder, 'other/a.csv'), join(lay(join(folder, 'own'), {}), 'link.csv'));
        return 'link.csv';
      },
    ],
  ])('by %s does not read data outside its folder, unless it is allowed', async (_, file) => {
    const { folder, net } = received(file);
    const output = join(folder, 'prepared.csv');
    const refused = await strata.run('train', net, '--epochs', '1');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/^Problem: .*a\.csv/m);
    expect(existsSync(join(folder, 'own/net.runs'))).toBe(false);
    const chinese = await strata.runIn('zh-CN', 'prepare', net, '-o', output);
    expect(chinese.code).toBe(1);
    expect(chinese.err).toMatch(/^问题：.*a\.csv.*。$/m);
    expect(existsSync(output)).toBe(false);

    const trained = await strata.run('train', net, '--epochs', '1', '--allow-data');
    expect(trained).toMatchObject({ code: 0 });
    // It is remembered for this document.
    expect(await strata.run('prepare', net, '-o', output)).toMatchObject({ code: 0 });
    expect(existsSync(output)).toBe(true);
  });

  test('is allowed for this document only', async () => {
    const [first, second] = [received(() => '../other/a.csv'), received(() => '../other/a.csv')];
    const output = join(first.folder, 'prepared.csv');
    await strata.run('prepare', first.net, '-o', output, '--allow-data');
    expect(existsSync(output)).toBe(true);
    const { code } = await strata.run('prepare', second.net, '-o', join(second.folder, 'p.csv'));
    expect(code).toBe(1);
  });

  test('reads what lies in its folder', async () => {
    const { folder, net } = received(() => 'a.csv');
    lay(join(folder, 'own'), { 'a.csv': table });
    const prepared = await strata.run('prepare', net, '-o', join(folder, 'prepared.csv'));
    expect(prepared).toMatchObject({ code: 0 });
  });
});

describe('the page of a browser', () => {
  let program: TestCore;
  let secret = '';
  beforeAll(async () => {
    program = await coreForTests({ host: 'web' });
    secret = join(dirname(program.folder), 'secret.csv');
    writeFileSync(secret, table);
    symlinkSync(secret, join(program.folder, 'link.csv'));
  });
  afterAll(() => program.close());

  const codeOf = async (answer: Promise<{ ok: boolean; problem?: { code: string } }>) =>
    (await answer).problem?.code ?? null;

  const paths = sources.flatMap(({ kind, params }) =>
    Object.entries(params).flatMap(([name, param]) =>
      param.type === 'text' && param.path !== undefined ? [[kind, name] as const] : [],
    ),
  );

  test.each(paths)('%s may not name %s outside the allowed folders', async (kind, name) => {
    const { core, folder } = program;
    for (const given of [secret, '../secret.csv', 'link.csv']) {
      const document = withData({ file: '', [name]: given }, kind);
      const path = join(folder, 'net.strata');
      const ask = { document, path };
      expect(await codeOf(core.request('dataReport', ask, 'page'))).toBe('core.pathOutside');
      expect(await codeOf(core.request('allowData', ask, 'page'))).toBe('core.pathOutside');
    }
  });

  test('no request reads such data', async () => {
    const { core, folder } = program;
    const ask = { document: withData({ file: secret }), path: join(folder, 'net.strata') };
    const output = join(folder, 'out.csv');
    const options = { weights: false, trainingCode: true, verify: true };
    const exporting = { ...ask, runFolder: null, target: 'typescript', options } as const;
    const answers = [
      core.request('inspectData', ask, 'page'),
      core.request('previewData', { ...ask, step: null, from: 0, count: 1 }, 'page'),
      core.request('prepareData', { ...ask, output }, 'page'),
      core.request('startRun', { ...ask, device: 'auto' }, 'page'),
      core.request(
        'exportModel',
        { ...exporting, folder: join(folder, 'exported'), overwrite: false },
        'page',
      ),
      core.request('recogniseData', { paths: [secret] }, 'page'),
      core.request('recogniseData', { paths: [join(folder, 'link.csv')] }, 'page'),
      core.request('convertTable', { input: secret, output }, 'page'),
      core.request('convertTable', { input: output, output: secret }, 'page'),
    ];
    for (const answer of answers) expect(await codeOf(answer)).toBe('core.pathOutside');
    expect(existsSync(output)).toBe(false);
    expect(readFileSync(secret, 'utf8')).toBe(table);
  });
});
