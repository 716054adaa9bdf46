import { afterAll, expect, test } from 'vitest';
import { refuse } from '#shared/problems/problem.ts';
import type { Fork } from '#main/core/engineHandle.ts';
import { forkNode } from '#main/core/forkNode.ts';
import { enginePool } from '#main/core/pool.ts';
import { coreForTests } from './coreForTests.ts';

test('what needs a plain Node is asked in one, until its process is ended', async () => {
  const { paths, close } = await coreForTests();
  afterAll(close);
  const forked: string[] = [];
  const noting =
    (kind: string, fork: Fork): Fork =>
    (purpose) => {
      forked.push(`${kind} ${purpose}`);
      return fork(purpose);
    };
  const pool = enginePool({
    usual: noting('usual', forkNode(paths)),
    inNode: noting('node', forkNode(paths, process.execPath)),
  });
  const ask = () => pool.request('run', 'listDevices', null);
  const fit = (isNeeded: boolean) => pool.fit('run', () => Promise.resolve(isNeeded));

  expect(await ask()).toMatchObject({ ok: true });
  await fit(false);
  await ask();
  expect(forked).toEqual(['usual run']);
  await fit(true);
  expect(await ask()).toMatchObject({ ok: true });
  await ask();
  expect(forked).toEqual(['usual run', 'node run']);
  // Pausing goes to the process that trains, of whatever kind it is; the next run begins with the usual kind.
  pool.end('run', refuse('core.closing'));
  await ask();
  expect(forked).toEqual(['usual run', 'node run', 'usual run']);
  pool.close();
});

test('where there is one kind only, nobody is asked which', async () => {
  const { paths, close } = await coreForTests();
  afterAll(close);
  const pool = enginePool({ usual: forkNode(paths), inNode: null });
  await pool.fit('run', () => Promise.reject(new Error('asked')));
  pool.close();
});
