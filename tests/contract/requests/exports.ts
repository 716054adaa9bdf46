import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { codeOf, nextEvent, valueOf } from './connectedHost.ts';
import type { Cases } from './connectedHost.ts';
import { newFolder, savedSpiral, spiral, trained } from './samples.ts';

/** The cases of requests about exports. */
export const exportCases = {
  async previewExport(host) {
    const { document } = await spiral(host);
    const files = await valueOf(
      host.request('previewExport', {
        document,
        path: null,
        runFolder: null,
        target: 'typescript',
        options: { weights: false, trainingCode: true, verify: false },
      }),
    );
    const paths = files.map(({ path }) => path);
    for (const path of ['package.json', 'src/model.ts', 'src/train.ts']) {
      expect(paths).toContain(path);
    }
    expect(files.find(({ path }) => path === 'src/model.ts')?.text).toContain('tf.');
  },

  async exportModel(host) {
    const { document, path } = await savedSpiral(host);
    const run = await trained(host, document, path, 1);
    const folder = join(await newFolder(host), 'exported');
    const input = {
      document,
      path,
      runFolder: run.folder,
      target: 'tfjs',
      folder,
      options: { weights: true, trainingCode: false, verify: true },
      overwrite: false,
    };
    const progress = nextEvent(host, 'exportProgress');
    const exported = await valueOf(host.request('exportModel', input));
    expect((await progress).data.fraction).toBeGreaterThanOrEqual(0);
    expect(exported.verification.kind).toBe('verified');
    expect(await readdir(folder)).toContain('model.json');
    expect(await codeOf(host.request('exportModel', input))).toBe('core.folderNotEmpty');
  },

  async cancelExport(host) {
    const { document } = await spiral(host);
    const progress = nextEvent(host, 'exportProgress');
    const exporting = host.request('exportModel', {
      document,
      path: null,
      runFolder: null,
      target: 'typescript',
      folder: join(await newFolder(host), 'exported'),
      options: { weights: false, trainingCode: true, verify: true },
      overwrite: false,
    });
    // An export that fails at once gives no event: its problem then tells why.
    await Promise.race([progress, exporting]);
    await valueOf(host.request('cancelExport', {}));
    expect(await codeOf(exporting)).toBe('core.exportCancelled');
    // The next request finds a new process.
    expect(await host.request('listDevices', {})).toMatchObject({ ok: true });
  },
} satisfies Partial<Cases>;
