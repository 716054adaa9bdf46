import path from 'node:path';
import { readers } from '#main/engine/data/readers/index.ts';
import { sniff } from '#main/engine/data/inspect/sniff.ts';
import type { DataSource } from '#shared/data/data.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import { fileProblem } from '#main/workspace/fileProblem.ts';

/** Names of files that hold a test part. */
const testName = /(^|[^a-z])(test|testing|eval|holdout)([^a-z]|$)|测试/i;

/**
 * The source that reads these files or this folder: every reader is asked, by content. Two tables become one source, one
 * of them its test part. Problems: `recognise.*`, those of the file system.
 */
export async function recogniseData(paths: readonly string[]): Promise<Result<DataSource>> {
  if (paths.length === 0) return refuse('recognise.nothing');
  const found: DataSource[] = [];
  for (const each of paths) {
    const source = await recogniseOne(each);
    if (!source.ok) return source;
    found.push(source.value);
  }
  const [first, second] = found;
  if (first === undefined) return refuse('recognise.nothing');
  if (second === undefined) return ok(first);
  return found.length === 2 && first.kind === 'table' && second.kind === 'table'
    ? ok(together(first, second))
    : refuse('recognise.several', { count: paths.length });
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

/** The one whose name says so is the test part; else the second. */
function together(first: DataSource, second: DataSource): DataSource {
  const isTest = ({ params }: DataSource) => testName.test(path.basename(String(params['file'])));
  const [train, test] = isTest(first) && !isTest(second) ? [second, first] : [first, second];
  return { ...train, params: { ...train.params, testFile: test.params['file'] ?? '' } };
}
