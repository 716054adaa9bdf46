import { mkdtemp, readFile, readdir, rm, stat, symlink, writeFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeAtomic } from '#main/workspace/writeAtomic.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-atomic-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writeAtomic', () => {
  test('writes, replaces, and leaves nothing else behind', async () => {
    const path = join(folder, 'new', 'a.json');
    await writeAtomic(path, 'one');
    await writeAtomic(path, 'two');
    expect(await readFile(path, 'utf8')).toBe('two');
    expect(await readdir(join(folder, 'new'))).toEqual(['a.json']);
  });

  test('keeps the content before as the one backup', async () => {
    const path = join(folder, 'a.strata');
    const backup = `${path}.bak`;
    for (const content of ['one', 'two', 'three']) await writeAtomic(path, content, { backup });
    expect(await readFile(backup, 'utf8')).toBe('two');
    expect((await readdir(folder)).sort()).toEqual(['a.strata', 'a.strata.bak']);
  });

  test('a link stays a link, and permissions stay', async () => {
    const path = join(folder, 'real');
    await writeFile(path, 'one');
    await chmod(path, 0o600);
    await symlink(path, join(folder, 'link'));
    await writeAtomic(join(folder, 'link'), 'two');
    expect(await readFile(path, 'utf8')).toBe('two');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('a failure leaves the file and no temporary one', async () => {
    const path = join(folder, 'a');
    await writeAtomic(join(path, 'inside'), 'one');
    await expect(writeAtomic(path, 'two')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['a']);
  });
});
