import { describe, expect, test } from 'vitest';
import { backupOf, fileNameOf, paths, runsFolderOf } from '#main/workspace/paths.ts';

describe('paths', () => {
  test.each([
    ['linux', {}, '/home/ada/.local/share/strata/recents.json', '/home/ada/.cache/strata'],
    [
      'linux',
      { XDG_DATA_HOME: '/data', XDG_CACHE_HOME: '' },
      '/data/strata/recents.json',
      '/home/ada/.cache/strata',
    ],
    [
      'darwin',
      {},
      '/home/ada/Library/Application Support/Strata/recents.json',
      '/home/ada/Library/Caches/Strata',
    ],
    [
      'win32',
      { APPDATA: '/roaming', LOCALAPPDATA: '/local' },
      '/roaming/Strata/recents.json',
      '/local/Strata/Cache',
    ],
    ['linux', { STRATA_HOME: '/mine' }, '/mine/recents.json', '/mine/cache'],
  ])('%s %o', (platform, env, recentsFile, cacheFolder) => {
    const found = paths({ appRoot: '/app', env, platform, home: '/home/ada' });
    expect(found).toMatchObject({
      recentsFile,
      cacheFolder,
      engineEntry: '/app/build/main/engine.cjs',
    });
  });

  test('runs and the backup lie beside the document', () => {
    expect(runsFolderOf('/work/cats.strata')).toBe('/work/cats.runs');
    expect(backupOf('/work/cats.strata')).toBe('/work/cats.strata.bak');
  });

  test('an id never leaves its folder', () => {
    expect(fileNameOf('9a1c2b3d-0000-4000-8000-000000000001')).toBe(
      '9a1c2b3d-0000-4000-8000-000000000001',
    );
    for (const id of ['../../etc/passwd', '..', 'a/b', 'CON:', 'x'.repeat(200)]) {
      expect(fileNameOf(id)).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});
