import type { ClassFolders } from '#main/engine/data/files/classFolders.ts';
import { classFolders, withValidation } from '#main/engine/data/files/classFolders.ts';
import type { FileMedium } from '#main/engine/data/files/fileMedia.ts';
import { isMedium } from '#main/engine/data/files/fileMedia.ts';
import { listFiles } from '#main/engine/data/files/listFiles.ts';
import { naturalOrder } from '#main/engine/data/files/naturalOrder.ts';
import { textParam } from '#main/engine/data/files/textParam.ts';
import { Warnings } from '#main/engine/data/files/warnings.ts';
import type { OpenContext } from '#main/engine/data/readers/reader.ts';
import { resolvePath } from '#main/engine/data/readers/reader.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Folders that were listed and understood. */
export interface OpenedFolders {
  readonly folders: ClassFolders;
  readonly warnings: Warnings;
  readonly fingerprint: string;
  readonly bytes: number;
}

/**
 * Lists the folders that a source's parameters `folder`, `validationFolder`, `testFolder` and `classes` name. Problems: those of `listFiles`,
 * `data.relativePath`, `data.emptyFolder`. Warning: `data.strayFiles`.
 */
export async function openClassFolders(
  params: ParamValues,
  { folder: documentFolder, signal }: Pick<OpenContext, 'folder' | 'signal'>,
  medium: FileMedium,
): Promise<Result<OpenedFolders>> {
  const warnings = new Warnings();
  const nested = params['classes'] === 'path';
  const list = async (given: unknown) => {
    const root = resolvePath(given, documentFolder);
    if (!root.ok) return root;
    const listing = await listFiles(root.value, (file) => isMedium(file, medium), warnings, signal);
    if (!listing.ok) return listing;
    if (listing.value.count === 0) {
      const values = { file: root.value, others: listing.value.others };
      return refuse('data.emptyFolder', values, { place: { file: root.value } });
    }
    const folders = classFolders(listing.value, nested);
    const { strays } = folders;
    if (strays.length > 0) {
      warnings.add({
        code: 'data.strayFiles',
        severity: 'warning',
        values: { count: strays.length, file: strays[0] ?? '' },
        place: { file: root.value },
      });
    }
    return ok({ folders, listing: listing.value });
  };
  const own = await list(params['folder']);
  if (!own.ok) return own;
  const other = (name: string) => (textParam(params, name) === '' ? ok(null) : list(params[name]));
  const validation = await other('validationFolder');
  if (!validation.ok) return validation;
  const test = await other('testFolder');
  if (!test.ok) return test;
  const all = [own.value, validation.value, test.value].filter((each) => each !== null);
  const names = new Set(all.flatMap(({ folders }) => folders.classNames ?? []));
  const { folders } = own.value;
  return ok({
    folders: {
      ...folders,
      classNames: names.size === 0 ? null : [...names].sort(naturalOrder),
      ...(validation.value === null
        ? {}
        : {
            train: withValidation(folders.train, validation.value.folders.train),
            hasValidation: true,
          }),
      ...(test.value === null ? {} : { test: test.value.folders.test ?? test.value.folders.train }),
    },
    warnings,
    fingerprint: all.map(({ listing }) => listing.fingerprint).join(' '),
    bytes: all.reduce((sum, { listing }) => sum + listing.bytes, 0),
  });
}
