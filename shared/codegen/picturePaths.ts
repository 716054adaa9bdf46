import { fileName } from '#shared/codegen/text.ts';
import type { Feature } from '#shared/data/catalogue.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** The column of a table that names pictures, and where its paths count from. */
export interface PrintedPaths {
  readonly column: string;
  /** Below the folder of the table, with `/`; empty: that folder itself. */
  readonly folder: string;
  readonly ending: string;
}

/** Resolves how a table names pictures. */
export function pathsOf(params: ParamValues, features: readonly Feature[]): PrintedPaths {
  const text = (name: string) => {
    const value = params[name];
    return typeof value === 'string' ? value.replaceAll('\\', '/') : '';
  };
  const [file, folder] = [text('file'), text('folder').replace(/\/+$/u, '')];
  const beside = file.slice(0, file.length - fileName(file).length);
  const isBelow = beside !== '' && `${folder}/`.startsWith(beside);
  return {
    column: text('column') || (features.find(({ kind }) => kind === 'image')?.name ?? ''),
    folder: isBelow ? folder.slice(beside.length) : fileName(folder),
    ending: text('ending'),
  };
}
