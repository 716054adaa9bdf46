import { readdir, stat } from 'node:fs/promises';
import { dirname, join, parse, resolve } from 'node:path';
import { ok } from '#shared/problems/problem.ts';
import type { FolderListing } from '#shared/protocol/types.ts';
import { isInside } from '#main/core/allowedPaths.ts';
import type { Handlers } from '#main/core/context.ts';
import { withFiles } from '#main/workspace/fileProblem.ts';

/** The file browser of hosts without file dialogs. */
export const folderHandlers = {
  async listFolder({ path }, { allowed, hostInfo }) {
    const roots = allowed.roots ?? [hostInfo.homeFolder, parse(hostInfo.homeFolder).root];
    const folder = resolve(path ?? roots[0] ?? hostInfo.homeFolder);
    const listed = await withFiles(folder, () => entriesOf(folder));
    if (!listed.ok) return listed;
    const above = dirname(folder);
    const mayGoUp = above !== folder && roots.some((root) => isInside(above, root));
    return ok({ path: folder, parent: mayGoUp ? above : null, entries: listed.value, roots });
  },
} satisfies Partial<Handlers>;

/** Folders first, then files, by name; hidden ones left out. */
async function entriesOf(folder: string): Promise<FolderListing['entries']> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  const entries = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      // A link that leads nowhere is not shown.
      const status = await stat(path).catch(() => null);
      const isFolder = status?.isDirectory() ?? false;
      return status === null
        ? []
        : [{ name, path, isFolder, sizeBytes: isFolder ? 0 : status.size }];
    }),
  );
  return entries
    .flat()
    .sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || a.name.localeCompare(b.name));
}
