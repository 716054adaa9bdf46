import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { templates as gallery } from '#shared/document/templates.ts';
import { codeOf, valueOf } from './connectedHost.ts';
import type { Cases } from './connectedHost.ts';
import { newFolder, savedSpiral, spiral } from './samples.ts';

/** The cases of requests about documents and files. */
export const documentCases = {
  async listTemplates(host) {
    const templates = await valueOf(host.request('listTemplates', {}));
    expect(templates.map(({ id }) => id)).toEqual(gallery.map(({ id }) => id));
    const cnn = templates.find(({ id }) => id === 'mnist-cnn');
    expect(cnn?.parameterCount).toBe(93_322);
    expect(cnn?.thumbnail.length).toBeGreaterThan(5);
  },

  async createFromTemplate(host) {
    const [one, two] = [await spiral(host), await spiral(host)];
    expect(one.document.id).not.toBe(two.document.id);
    expect(one).toMatchObject({ path: null, readOnly: null, repairs: [] });
    expect(await codeOf(host.request('createFromTemplate', { template: 'none' }))).toBe(
      'core.noTemplate',
    );
  },

  async saveDocument(host) {
    const { document } = await spiral(host);
    const path = join(await newFolder(host), 'net');
    const saved = await valueOf(host.request('saveDocument', { document, path, overwrite: false }));
    expect(saved.path).toBe(`${path}.strata`);
    const renamed = { ...document, name: 'Renamed' };
    await valueOf(
      host.request('saveDocument', { document: renamed, path: saved.path, overwrite: false }),
    );
    expect(JSON.parse(await readFile(saved.path, 'utf8'))).toMatchObject({ name: 'Renamed' });
    expect(JSON.parse(await readFile(`${saved.path}.bak`, 'utf8'))).toMatchObject({
      name: document.name,
    });
    await writeFile(saved.path, 'changed by another program');
    expect(
      await codeOf(host.request('saveDocument', { document, path: saved.path, overwrite: false })),
    ).toBe('core.fileChanged');
    await valueOf(host.request('saveDocument', { document, path: saved.path, overwrite: true }));
    const other = await spiral(host);
    const unseen = join(await newFolder(host), 'unseen.strata');
    await writeFile(unseen, '');
    expect(
      await codeOf(
        host.request('saveDocument', { document: other.document, path: unseen, overwrite: false }),
      ),
    ).toBe('core.fileExists');
  },

  async openDocument(host) {
    const { document, path } = await savedSpiral(host);
    const opened = await valueOf(host.request('openDocument', { path }));
    expect(opened).toEqual({ document, path, readOnly: null, repairs: [] });
    expect(await codeOf(host.request('openDocument', { path: `${path}.none` }))).toBe(
      'workspace.missing',
    );
  },

  async importDocument(host) {
    const { document } = await savedSpiral(host);
    const text = JSON.stringify(document);
    const opened = await valueOf(host.request('importDocument', { name: 'a.strata', text }));
    expect(opened).toEqual({ document, path: null, readOnly: null, repairs: [] });
    expect(await codeOf(host.request('importDocument', { name: 'a', text: '{' }))).toBe(
      'document.notJson',
    );
  },

  async autosaveDocument(host) {
    const { document } = await spiral(host);
    const before = Date.now();
    const kept = await valueOf(host.request('autosaveDocument', { document, path: null }));
    expect(kept.savedAtMs).toBeGreaterThanOrEqual(before);
  },

  async listRecovered(host) {
    const { document } = await spiral(host);
    await valueOf(host.request('autosaveDocument', { document, path: null }));
    const isListed = async () => {
      const listed = await valueOf(host.request('listRecovered', {}));
      return listed.some(({ documentId }) => documentId === document.id);
    };
    // It is open: nothing has to be restored.
    expect(await isListed()).toBe(false);
    await valueOf(host.request('closeDocument', { documentId: document.id, discard: false }));
    expect(await isListed()).toBe(true);
  },

  async recoverDocument(host) {
    const { document } = await spiral(host);
    const changed = { ...document, name: 'Unsaved' };
    await valueOf(host.request('autosaveDocument', { document: changed, path: null }));
    await valueOf(host.request('closeDocument', { documentId: document.id, discard: false }));
    expect(await valueOf(host.request('recoverDocument', { documentId: document.id }))).toEqual({
      document: changed,
      path: null,
      readOnly: null,
      repairs: [],
    });
    expect(await codeOf(host.request('recoverDocument', { documentId: 'none' }))).toBe(
      'core.nothingToRecover',
    );
  },

  async discardRecovered(host) {
    const { document } = await spiral(host);
    const documentId = document.id;
    await valueOf(host.request('autosaveDocument', { document, path: null }));
    expect(await codeOf(host.request('discardRecovered', { documentId }))).toBe('core.stillOpen');
    await valueOf(host.request('closeDocument', { documentId, discard: false }));
    await valueOf(host.request('discardRecovered', { documentId }));
    expect(await codeOf(host.request('recoverDocument', { documentId }))).toBe(
      'core.nothingToRecover',
    );
  },

  async closeDocument(host) {
    const { document } = await spiral(host);
    const documentId = document.id;
    await valueOf(host.request('autosaveDocument', { document, path: null }));
    await valueOf(host.request('closeDocument', { documentId, discard: true }));
    expect(await codeOf(host.request('recoverDocument', { documentId }))).toBe(
      'core.nothingToRecover',
    );
  },

  async listRecents(host) {
    const [first, second] = [await savedSpiral(host), await savedSpiral(host)];
    await valueOf(host.request('openDocument', { path: first.path }));
    const recents = await valueOf(host.request('listRecents', {}));
    expect(recents.slice(0, 2).map(({ path }) => path)).toEqual([first.path, second.path]);
    expect(recents[0]?.thumbnail.length).toBeGreaterThan(0);
  },

  async clearRecents(host) {
    await savedSpiral(host);
    await valueOf(host.request('clearRecents', {}));
    expect(await valueOf(host.request('listRecents', {}))).toEqual([]);
  },

  async listFolder(host) {
    const folder = await newFolder(host);
    await mkdir(join(folder, 'z-folder'));
    await writeFile(join(folder, 'a.strata'), '12345');
    await writeFile(join(folder, '.hidden'), '');
    const listing = await valueOf(host.request('listFolder', { path: folder }));
    expect(listing.path).toBe(folder);
    expect(listing.parent).toBe(host.folder);
    expect(listing.entries).toEqual([
      { name: 'z-folder', path: join(folder, 'z-folder'), isFolder: true, sizeBytes: 0 },
      { name: 'a.strata', path: join(folder, 'a.strata'), isFolder: false, sizeBytes: 5 },
    ]);
    const start = await valueOf(host.request('listFolder', { path: null }));
    expect(listing.roots).toContain(start.path);
  },
} satisfies Partial<Cases>;
