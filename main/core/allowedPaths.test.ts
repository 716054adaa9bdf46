import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AllowedPaths } from '#main/core/allowedPaths.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-allowed-'));
  await mkdir(join(folder, 'home', 'models'), { recursive: true });
  await mkdir(join(folder, 'secret'));
  await symlink(join(folder, 'secret'), join(folder, 'home', 'way-out'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('AllowedPaths', () => {
  test.each([
    ['home', null],
    ['home/models/a.strata', null],
    ['home/..names/a.strata', null],
    ['home/new/deep/a.strata', null],
    ['runs/1', null],
    ['secret/a', 'core.pathOutside'],
    ['home/../secret/a', 'core.pathOutside'],
    ['home/way-out/a', 'core.pathOutside'],
    ['homeless', 'core.pathOutside'],
  ])('%s', async (path, code) => {
    const allowed = new AllowedPaths([join(folder, 'home')], [join(folder, 'runs')]);
    const checked = await allowed.check(`${folder}/${path}`);
    expect(checked.ok ? null : checked.problem.code).toBe(code);
  });

  test('without limits every absolute path will do, and only those', async () => {
    const allowed = new AllowedPaths(null);
    expect((await allowed.check('/anywhere')).ok).toBe(true);
    expect(await allowed.check('a.strata')).toMatchObject({
      problem: { code: 'core.relativePath', values: { path: 'a.strata' } },
    });
    expect((await allowed.check('/a\0b')).ok).toBe(false);
  });
});
