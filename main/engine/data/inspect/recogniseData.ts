import path from 'node:path';
import { readers } from '#main/engine/data/readers/index.ts';
import { sniff } from '#main/engine/data/inspect/sniff.ts';
import type { DataSource } from '#shared/data/data.ts';
import { findSource } from '#shared/data/sources/index.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import { fileProblem } from '#main/workspace/fileProblem.ts';

/** Files or folders that somebody names as parts of their own; absent: there is none. */
export interface NamedParts {
  readonly validation?: string | undefined;
  readonly test?: string | undefined;
}

/** Parts by the names of their files, and the parameters of a table that name them. */
const partNames = [
  {
    name: /(^|[^a-z])(valid|validation|val|dev)([^a-z]|$)|验证/i,
    param: 'validationFile',
  },
  { name: /(^|[^a-z])(test|testing|eval|holdout)([^a-z]|$)|测试/i, param: 'testFile' },
] as const;

/**
 * The source that reads these files or this folder: every reader is asked, by content. Two or three tables
 * become one source, with a validation and a test part by their names. Problems: `recognise.*`, those of the file system.
 */
export async function recogniseData(
  paths: readonly string[],
  parts: NamedParts = {},
): Promise<Result<DataSource>> {
  const source = await recogniseAll(paths);
  return source.ok ? withParts(source.value, parts) : source;
}

/** A source with the parts that are named. Problem: `recognise.noPart`. */
function withParts(source: DataSource, parts: NamedParts): Result<DataSource> {
  const table = findSource(source.kind)?.params ?? {};
  const params: Record<string, string> = {};
  for (const part of ['validation', 'test'] as const) {
    const file = parts[part];
    if (file === undefined) continue;
    const name = [`${part}File`, `${part}Folder`].find((each) => each in table);
    if (name === undefined) return refuse('recognise.noPart', { file }, { place: { file } });
    params[name] = file;
  }
  return ok({ ...source, params: { ...source.params, ...params } });
}

async function recogniseAll(paths: readonly string[]): Promise<Result<DataSource>> {
  if (paths.length === 0) return refuse('recognise.nothing');
  const found: DataSource[] = [];
  for (const each of paths) {
    const source = await recogniseOne(each);
    if (!source.ok) return source;
    found.push(source.value);
  }
  const [first] = found;
  if (first === undefined) return refuse('recognise.nothing');
  if (found.length === 1) return ok(first);
  const together = found.every(({ kind }) => kind === 'table') ? asParts(found) : null;
  return together === null ? refuse('recognise.several', { count: paths.length }) : ok(together);
}

async function recogniseOne(given: string): Promise<Result<DataSource>> {
  const sniffed = await sniff(given);
  if (!sniffed.ok) return sniffed;
  const place = { place: { file: given } };
  const { isFolder, head, names } = sniffed.value;
  if (isFolder && names.length === 0)
    return refuse('recognise.emptyFolder', { file: given }, place);
  if (!isFolder && head.length === 0) return refuse('table.empty', { file: given }, place);
  for (const reader of readers) {
    try {
      const params = await reader.recognise?.(sniffed.value);
      if (params !== null && params !== undefined) return ok({ kind: reader.kind, params });
    } catch (error) {
      const problem = fileProblem(error, given);
      if (problem === null) throw error;
      return fail(problem);
    }
  }
  return refuse('recognise.unknown', { file: given }, place);
}

/**
 * Tables as the parts of one, by their names; of two of which none says what it is, the second is the test part. null: more
 * than one table is left to train with, or a part comes twice.
 */
function asParts(tables: readonly DataSource[]): DataSource | null {
  const named = tables.map((table) => {
    const file = table.params['file'] ?? '';
    const said = partNames.find(({ name }) => name.test(path.basename(String(file))));
    return { table, file, param: said?.param };
  });
  const unnamed = named.filter(({ param }) => param === undefined);
  const ofTwo = named.find(({ param }) => param !== 'testFile') ?? named[0];
  const train = unnamed.length === 1 ? unnamed[0] : named.length === 2 ? ofTwo : undefined;
  if (train === undefined) return null;
  const others = named.filter((each) => each !== train);
  const files = new Map(others.map(({ param = 'testFile', file }) => [param, file]));
  if (files.size < others.length) return null;
  return { ...train.table, params: { ...train.table.params, ...Object.fromEntries(files) } };
}
