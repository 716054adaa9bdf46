import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { openPromise } from 'yauzl';
import { unpack } from '#main/engine/data/archives/unpack.ts';
import { arrayFeature, targetAmong } from '#main/engine/data/arrays/arrayFeatures.ts';
import type { ArrayFile } from '#main/engine/data/arrays/arrayFile.ts';
import { openArrayFile } from '#main/engine/data/arrays/arrayFile.ts';
import { namedPart } from '#main/engine/data/arrays/arrayParts.ts';
import { arrayRows } from '#main/engine/data/arrays/arrayRows.ts';
import { fileHead } from '#main/engine/data/files/fileHead.ts';
import { fingerprintOf } from '#main/engine/data/files/fingerprint.ts';
import { naturalOrder } from '#main/engine/data/files/naturalOrder.ts';
import { textParam } from '#main/engine/data/files/textParam.ts';
import { isNpy } from '#main/engine/data/arrays/npy.ts';
import type { OpenContext, Reader } from '#main/engine/data/readers/reader.ts';
import { resolvePath } from '#main/engine/data/readers/reader.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

type Arrays = Map<string, ArrayFile>;

/** Arrays of NumPy: one .npz, one .npy with or without targets, or a folder of them. */
export const npyReader: Reader = {
  kind: 'npy',
  async recognise({ path: file, isFolder, head, names }) {
    if (isFolder) {
      const files = names.filter((name) => !name.startsWith('.') && !name.endsWith('/'));
      const isOurs = files.length > 0 && files.every((name) => name.endsWith('.npy'));
      return isOurs ? { file } : null;
    }
    if (isNpy(head)) return { file };
    return head[0] === 0x50 && head[1] === 0x4b && (await isNpz(file)) ? { file } : null;
  },
  async open(params, context) {
    const opened: ArrayFile[] = [];
    const warnings: Problem[] = [];
    const result = await openParts(params, context, opened, warnings);
    if (!result.ok) {
      await Promise.all(opened.map((array) => array.close()));
      return result;
    }
    const { train, test, files } = result.value;
    const targets = targetAmong(train);
    const features: Feature[] = [];
    for (const [name, array] of train) {
      features.push(await arrayFeature(name, array, targets.has(name)));
    }
    const { fingerprint, bytes } = await fingerprintOf(files);
    return ok({
      features: features.map((feature) => {
        const declared = context.features.find(({ name }) => name === feature.name);
        return declared === undefined ? feature : { ...declared, shape: feature.shape };
      }),
      train: await arrayRows(train, features),
      test: test === null ? null : await arrayRows(test, features),
      problems: warnings,
      fingerprint,
      bytes,
      close: async () => {
        await Promise.all(opened.map((array) => array.close()));
      },
    });
  },
};

/** Arrays by their names of both parts, and the files behind them. */
interface Parts {
  readonly train: Arrays;
  readonly test: Arrays | null;
  readonly files: readonly string[];
}

async function openParts(
  params: Readonly<Record<string, unknown>>,
  context: OpenContext,
  opened: ArrayFile[],
  warnings: Problem[],
): Promise<Result<Parts>> {
  const files: string[] = [];
  const arraysOf = async (given: string): Promise<Result<Arrays>> => {
    const arrays: Arrays = new Map();
    if (given === '') return ok(arrays);
    const file = resolvePath(given, context.folder);
    if (!file.ok) return file;
    files.push(file.value);
    const found = await arrayFiles(file.value, context);
    if (!found.ok) return found;
    for (const place of found.value) {
      const name = path.basename(place, '.npy');
      const array = await openArrayFile(place);
      if (array.ok) {
        opened.push(array.value);
        arrays.set(name, array.value);
      } else if (found.value.length === 1) return array;
      else warnings.push({ ...array.problem, severity: 'warning' });
    }
    return ok(arrays);
  };
  const given: Record<string, Arrays> = {};
  for (const name of ['file', 'targets', 'testFile', 'testTargets']) {
    const arrays = await arraysOf(textParam(params, name));
    if (!arrays.ok) return arrays;
    given[name] = arrays.value;
  }
  const of = (name: string): Arrays => given[name] ?? new Map<string, ArrayFile>();
  const [inputs, targets] = [of('file'), of('targets')];
  const [testInputs, testTargets] = [of('testFile'), of('testTargets')];
  const named = byPart(new Map([...inputs, ...targets]));
  const separate = byPart(new Map([...alike(inputs, testInputs), ...alike(targets, testTargets)]));
  const train = named.train;
  // Parts that are given as files of their own count; a validation part stands in where there is no test part.
  const ownTest = separate.train.size > 0 ? separate.train : separate.test;
  const test = ownTest.size > 0 ? ownTest : named.test.size > 0 ? named.test : named.validation;
  const file = files[0] ?? '';
  const place = { place: { file } };
  if (train.size === 0) return refuse('data.arraysNone', { file }, place);
  const count = commonCount(train);
  for (const [name, array] of train) {
    if (array.count === count && array.head.shape.length > 0) continue;
    train.delete(name);
    warnings.push(leftOut(file, name, array.head.shape, count));
  }
  if (train.size === 0 || count === 0) return refuse('data.arraysNone', { file }, place);
  if (test.size === 0) return ok({ train, test: null, files });
  const names = [...train.keys()];
  const testCount = commonCount(test);
  const missing = names.find((name) => test.get(name)?.count !== testCount);
  if (missing !== undefined)
    return refuse('data.arraysTestMissing', { file, name: missing }, place);
  for (const name of names) {
    const ours = train.get(name)?.head.shape.slice(1) ?? [];
    const theirs = test.get(name)?.head.shape.slice(1) ?? [];
    if (ours.join() !== theirs.join()) {
      return refuse('data.arraysTestShape', { file, name, train: ours, test: theirs }, place);
    }
  }
  return ok({
    train,
    test: new Map(names.map((name) => [name, test.get(name) as ArrayFile])),
    files,
  });
}

function leftOut(file: string, name: string, shape: readonly number[], count: number): Problem {
  const values = { file, name, shape, count };
  return { code: 'data.arrayLeftOut', severity: 'warning', values, place: { file } };
}

/** Single files that were chosen for each other belong together, whatever they are called. */
function alike(train: Arrays, test: Arrays): Arrays {
  const [name] = train.keys();
  const [array] = test.values();
  const isSingle = train.size === 1 && test.size === 1;
  return isSingle && name !== undefined && array !== undefined ? new Map([[name, array]]) : test;
}

/** Arrays by the part that their names say; those that say nothing belong to the training part. */
function byPart(arrays: Arrays) {
  const found: Record<'train' | 'validation' | 'test', Arrays> = {
    train: new Map(),
    validation: new Map(),
    test: new Map(),
  };
  for (const [name, array] of arrays) {
    const { base, part } = namedPart(name);
    found[part ?? 'train'].set(base, array);
  }
  return found;
}

/** The number of rows that most arrays have; of equals the larger. */
function commonCount(arrays: Arrays): number {
  const votes = new Map<number, number>();
  for (const { count, head } of arrays.values()) {
    if (head.shape.length > 0) votes.set(count, (votes.get(count) ?? 0) + 1);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best?.[0] ?? 0;
}

/** The .npy files behind a path: itself, those of a folder, or those that an .npz is unpacked to. */
async function arrayFiles(
  file: string,
  { signal, tell }: OpenContext,
): Promise<Result<readonly string[]>> {
  const place = { place: { file } };
  let folder = file;
  try {
    if (!(await stat(file)).isDirectory()) {
      if (!isZip(file)) return ok([file]);
      const unpacked = await unpack(file, { signal, tell: tell ?? (() => undefined) });
      if (!unpacked.ok) return unpacked;
      folder = unpacked.value.folder;
    }
    const names = (await readdir(folder)).filter((name) => name.endsWith('.npy'));
    if (names.length === 0) return refuse('data.arraysNone', { file }, place);
    return ok(names.sort(naturalOrder).map((name) => path.join(folder, name)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? refuse('data.fileMissing', { file }, place)
      : refuse('data.fileUnreadable', { file, reason: code ?? '' }, place);
  }
}

function isZip(file: string): boolean {
  const head = fileHead(file, 4);
  return head[0] === 0x50 && head[1] === 0x4b;
}

/** A zip of .npy files and nothing else. */
async function isNpz(file: string): Promise<boolean> {
  try {
    const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
    try {
      let seen = 0;
      for await (const { fileName } of zip.eachEntry()) {
        if (!fileName.endsWith('.npy')) return false;
        seen += 1;
        if (seen === 50) break;
      }
      return seen > 0;
    } finally {
      zip.close();
    }
  } catch {
    return false;
  }
}
