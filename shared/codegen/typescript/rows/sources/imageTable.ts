import { pictureWishOf } from '#shared/codegen/pictureWish.ts';
import { pathsOf } from '#shared/codegen/picturePaths.ts';
import { quote } from '#shared/codegen/typescript/printCall.ts';
import type { RowsPrinter } from '#shared/codegen/typescript/rows/sources/rowsPrinter.ts';
import {
  printTableFormat,
  printTableSource,
  tableRowsPrinter,
} from '#shared/codegen/typescript/rows/sources/table.ts';

/** Tables with paths of pictures; the package sharp decodes these. */
export const imageTableRowsPrinter: RowsPrinter = {
  ...tableRowsPrinter,
  kind: 'imageTable',
  dependencies: { sharp: '0.35.5' },
  imports: () => [
    ...tableRowsPrinter.imports([]),
    "import { withPictures, type PathColumn } from './paths.ts';",
    "import type { PictureWish } from './pictures.ts';",
  ],
  printColumns: (params, features) => {
    const { height, width, channels } = pictureWishOf(params, features);
    const { column, folder, ending } = pathsOf(params, features);
    return `${printTableFormat(params, features)}
/** The column of paths, the folder beside the table from which they count, and what is added to a path without an ending. */
const paths: PathColumn = { name: ${quote(column)}, folder: ${quote(folder)}, ending: ${quote(ending)} };

/** How pictures are read; a height or width of 0: as they are. */
const wish: PictureWish = { height: ${height}, width: ${width}, channels: ${channels} };

/** Columns of a table, with pictures in place of their paths. */
export async function readColumns(
  files: readonly string[],
  names: readonly string[],
): Promise<Columns> {
  const file = files[0] ?? '';
  return withPictures(file, readTable(file, table, names), paths, wish);
}
`;
  },
  printSource: (params, features) =>
    printTableSource(
      params,
      features,
      (file, names) =>
        `await readColumns([path.join(projectFolder, 'data', ${quote(file)})], ${names})`,
    ),
  preparation: (params) => {
    const { folder } = pathsOf(params, []);
    const place =
      folder === '' ? 'paths count from that folder' : `paths count from \`data/${folder}\``;
    return `${tableRowsPrinter.preparation(params) ?? ''} The pictures that it names go there, too: ${place}.`;
  },
  input: () =>
    'a table of text with the columns of the training data, the target is not needed, beside the pictures that it names',
};
