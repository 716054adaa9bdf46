import { expect, test } from 'vitest';
import { movedSource } from '#renderer/store/dataPaths.ts';

const table = (file: string) => ({ kind: 'table', params: { file, header: 'yes' } });

test.each([
  ['a first save beside the data', '/home/a/x.csv', null, '/home/a/net.strata', 'x.csv'],
  ['a first save elsewhere', '/home/a/x.csv', null, '/home/b/net.strata', '/home/a/x.csv'],
  ['another folder', 'x.csv', '/home/a/net.strata', '/home/b/net.strata', '/home/a/x.csv'],
  ['a folder above', 'data/x.csv', '/home/a/net.strata', '/home/net.strata', 'a/data/x.csv'],
  ['the same place', 'x.csv', '/home/a/net.strata', '/home/a/net.strata', 'x.csv'],
  ['Windows', 'C:\\data\\x.csv', null, 'C:\\data\\net.strata', 'x.csv'],
])('%s', (_, file, from, to, expected) => {
  expect(movedSource(table(file), from, to)?.params['file']).toBe(expected);
});

test('what is no path stays, and the same source is the same object', () => {
  const source = { kind: 'mnist', params: {} };
  expect(movedSource(source, null, '/home/a/net.strata')).toBe(source);
  expect(movedSource(null, null, '/home/a/net.strata')).toBeNull();
});
