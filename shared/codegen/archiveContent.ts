import { fileName } from '#shared/codegen/text.ts';
import type { Feature } from '#shared/data/catalogue.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** What lies in an archive, as a source of its own: exported projects read it unpacked. */
export interface ArchiveContent {
  /** Kind of the source that reads it. */
  readonly kind: string;
  /** Those of that source. */
  readonly params: ParamValues;
  /** What a person must do before training. */
  readonly preparation: string;
}

/** Sources of folders by the kind of their content. */
const folders: readonly (readonly [kind: Feature['kind'], source: string])[] = [
  ['image', 'imageFolder'],
  ['audio', 'audioFolder'],
  ['text', 'textFolder'],
];

/** Tells by its columns what lies in an archive. */
export function archiveContent(params: ParamValues, features: readonly Feature[]): ArchiveContent {
  const archive = fileName(params['file']);
  const inside = typeof params['inside'] === 'string' ? params['inside'] : '';
  const stem = archive.replace(/(\.tar)?\.[^.]*$/iu, '');
  // Folders of files give each file's name as `file`, and what lies in it under its kind.
  const isOfFiles = features.some(({ name }) => name === 'file');
  const folder = folders.find(([kind]) =>
    features.some((feature) => feature.kind === kind && feature.name === kind),
  );
  const what = inside === '' ? 'what lies in it' : `\`${inside}\` of it`;
  if (isOfFiles && folder !== undefined) {
    const name = inside === '' ? stem : fileName(inside.replace(/[\\/]+$/u, ''));
    return {
      kind: folder[1],
      params: { ...params, folder: name, testFolder: '' },
      preparation: `Unpack \`${archive}\` and put ${what} into the folder \`data/${name}\`.`,
    };
  }
  if (features.some(({ shape, kind }) => kind !== 'image' && shape?.length !== 0)) {
    return {
      kind: 'npy',
      params: { ...params, file: archive },
      preparation: `Unpack \`${archive}\`.`,
    };
  }
  const hasPictures = features.some(({ kind }) => kind === 'image');
  const table = inside === '' ? `${stem}.csv` : fileName(inside);
  const given = inside === '' ? 'its table' : what;
  const pictures = hasPictures ? ' The pictures that it names go there, too.' : '';
  const isText = /\.(csv|tsv|tab|txt)(\.gz)?$/iu.test(table);
  const file = isText ? table : `${table.replace(/\.[^.]*(\.gz)?$/iu, '')}.csv`;
  return {
    kind: hasPictures ? 'imageTable' : 'table',
    params: { ...params, file: table, testFile: '' },
    preparation: `Unpack \`${archive}\` and put ${given} into the folder \`data\`, as \`${file}\`: a table of text, its values parted by ${/\.(tsv|tab)(\.gz)?$/iu.test(file) ? 'tabs' : 'commas'}. \`strata convert\` turns other tables into CSV.${pictures}`,
  };
}
