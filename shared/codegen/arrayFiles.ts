import { fileName } from '#shared/codegen/text.ts';
import type { Feature } from '#shared/data/catalogue.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** Name of the .npy file of each column, of both parts. */
export interface ArrayFiles {
  readonly train: Readonly<Record<string, string>>;
  /** null: there is no test part. */
  readonly test: Readonly<Record<string, string>> | null;
}

/** Files of a source of NumPy arrays, each of one column; null: they lie in an .npz or in a folder. */
export function arrayFilesOf(params: ParamValues, features: readonly Feature[]): ArrayFiles | null {
  const part = (names: readonly string[]) => {
    const files = names.map((name) => fileName(params[name])).filter((name) => name !== '');
    const isPlain = files.every((name) => name.endsWith('.npy'));
    if (!isPlain || files.length !== features.length) return null;
    return Object.fromEntries(features.map(({ name }, index) => [name, files[index] ?? '']));
  };
  const train = part(['file', 'targets']);
  if (train === null) return null;
  if (fileName(params['testFile']) === '') return { train, test: null };
  const test = part(['testFile', 'testTargets']);
  return test === null ? null : { train, test };
}
