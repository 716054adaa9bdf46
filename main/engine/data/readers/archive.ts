import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { openPromise } from 'yauzl';
import { archiveKindOf, unpack } from '#main/engine/data/archives/unpack.ts';
import { naturalOrder } from '#main/engine/data/files/naturalOrder.ts';
import { textParam } from '#main/engine/data/files/textParam.ts';
import type { OpenContext, OpenedSource, Reader } from '#main/engine/data/readers/reader.ts';
import { resolvePath } from '#main/engine/data/readers/reader.ts';
import { sniff } from '#main/engine/data/inspect/sniff.ts';
import type { DataSource } from '#shared/data/data.ts';
import { findSource } from '#shared/data/sources/index.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Files that are asked about when the folders are none of ours. */
const filesLookedAt = 200;

/** Reads archives of what these readers read. */
export function archiveReader(inner: readonly Reader[]): Reader {
  return {
    kind: 'archive',
    async recognise({ path: file, isFolder, head }) {
      if (isFolder) return null;
      const kind = await archiveKindOf(head);
      if (kind === null || (kind === 'zip' && (await isAnotherFormat(file)))) return null;
      return { file };
    },
    async open(params, context) {
      const file = resolvePath(params['file'], context.folder);
      if (!file.ok) return file;
      const unpacked = await unpack(file.value, {
        signal: context.signal,
        tell: context.tell ?? (() => undefined),
      });
      if (!unpacked.ok) return unpacked;
      const { folder, fingerprint, links } = unpacked.value;
      const found = await findInside(inner, folder, textParam(params, 'inside'));
      if (found === null) {
        return refuse(
          'data.archiveNothing',
          { file: file.value, inside: textParam(params, 'inside') },
          { place: { file: file.value } },
        );
      }
      const opened = await openInside(found, params, context);
      if (!opened.ok) return opened;
      const warnings: readonly Problem[] =
        links === 0
          ? []
          : [
              {
                code: 'data.archiveLinks',
                severity: 'warning',
                values: { file: file.value, count: links },
                place: { file: file.value },
              },
            ];
      return ok(withArchive(opened.value, fingerprint, warnings));
    },
  };
}

interface Found {
  readonly reader: Reader;
  readonly params: DataSource['params'];
}

/** The folder itself, then what lies in it, from the top down, then its files; null: nothing is recognised. */
async function findInside(
  readers: readonly Reader[],
  folder: string,
  inside: string,
): Promise<Found | null> {
  if (inside !== '') {
    const place = path.resolve(folder, inside);
    const isWithin = !path.relative(folder, place).startsWith('..');
    return isWithin ? ask(readers, place) : null;
  }
  const files: string[] = [];
  const waiting = [folder];
  for (let here = waiting.shift(); here !== undefined; here = waiting.shift()) {
    const found = await ask(readers, here);
    if (found !== null) return found;
    for (const entry of await readdir(here, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const place = path.join(here, entry.name);
      if (entry.isDirectory()) waiting.push(place);
      else if (entry.isFile() && files.length < filesLookedAt) files.push(place);
    }
    waiting.sort(naturalOrder);
  }
  for (const file of files.sort(trainingFirst)) {
    const found = await ask(readers, file);
    if (found !== null) return found;
  }
  return null;
}

/** Files whose names speak of training first, those of tests and samples last. */
function trainingFirst(left: string, right: string): number {
  const rank = (file: string) => {
    const name = path.basename(file);
    if (/train/i.test(name)) return 0;
    return /test|sample|submission|readme|license/i.test(name) ? 2 : 1;
  };
  return rank(left) - rank(right) || naturalOrder(left, right);
}

async function ask(readers: readonly Reader[], place: string): Promise<Found | null> {
  const sniffed = await sniff(place);
  if (!sniffed.ok) return null;
  for (const reader of readers) {
    const params = (await reader.recognise?.(sniffed.value)) ?? null;
    if (params !== null) return { reader, params };
  }
  return null;
}

async function openInside(
  { reader, params }: Found,
  own: ParamValues,
  context: OpenContext,
): Promise<Result<OpenedSource>> {
  const definition = findSource(reader.kind);
  if (definition === undefined) throw new Error(`${reader.kind} has a reader and no source.`);
  // What the archive is asked for (sizes, channels) goes to what lies inside, where it knows of it.
  const passed = Object.entries(own).filter(
    ([name]) => name in definition.params && name !== 'file' && name !== 'folder',
  );
  const { values } = parseParams(definition.params, { ...Object.fromEntries(passed), ...params });
  return reader.open(values, {
    ...context,
    features: definition.features?.(values) ?? context.features,
  });
}

/** The source with the archive's own fingerprint: times of unpacked files say nothing. */
function withArchive(
  source: OpenedSource,
  fingerprint: string,
  warnings: readonly Problem[],
): OpenedSource {
  return {
    features: source.features,
    train: source.train,
    test: source.test,
    get problems() {
      return [...warnings, ...source.problems];
    },
    fingerprint,
    bytes: source.bytes,
    ...(source.describe === undefined
      ? {}
      : { describe: (tell, signal) => source.describe?.(tell, signal) ?? Promise.resolve([]) }),
    ...(source.countDuplicates === undefined
      ? {}
      : { countDuplicates: (signal) => source.countDuplicates?.(signal) ?? Promise.resolve(0) }),
    close: () => source.close(),
  };
}

/** Spreadsheets and NumPy's archives are zips, too. */
async function isAnotherFormat(file: string): Promise<boolean> {
  try {
    const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
    try {
      let seen = 0;
      let arrays = 0;
      for await (const { fileName } of zip.eachEntry()) {
        if (fileName === '[Content_Types].xml' || fileName === 'mimetype') return true;
        if (fileName.endsWith('.npy')) arrays += 1;
        seen += 1;
        if (seen === 50) break;
      }
      return seen > 0 && arrays === seen;
    } finally {
      zip.close();
    }
  } catch {
    // A damaged zip is ours, so that it is told as such.
    return false;
  }
}
