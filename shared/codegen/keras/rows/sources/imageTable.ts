import { quote } from '#shared/codegen/keras/printCall.ts';
import { pictureRemarks } from '#shared/codegen/keras/rows/sources/imageFolder.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';
import { printTableFormat, printTableSource } from '#shared/codegen/keras/rows/sources/table.ts';
import { pathsOf } from '#shared/codegen/picturePaths.ts';
import { pictureWishOf } from '#shared/codegen/pictureWish.ts';
import { imageTableRowsPrinter } from '#shared/codegen/typescript/rows/sources/imageTable.ts';

const { kind, hasTest, preparation, input, example } = imageTableRowsPrinter;

/** Tables with paths of pictures; Pillow decodes these. */
export const imageTableKerasPrinter: KerasRowsPrinter = {
  kind,
  requirements: ['pillow'],
  isEmbedded: false,
  imports: () => ['from paths import with_pictures', 'from tables import read_table'],
  hasTest,
  printColumns: (params, features) => {
    const { height, width, channels } = pictureWishOf(params, features);
    const { column, folder, ending } = pathsOf(params, features);
    return `${printTableFormat(params, features)}
# The column of paths, the folder beside the table from which they count, and what is added to a path without an ending.
PATHS = {"name": ${quote(column)}, "folder": ${quote(folder)}, "ending": ${quote(ending)}}
# Height, width and channels of pictures; a height or width of 0: as they are.
WISH = (${height}, ${width}, ${channels})


def read_columns(files, names):
    """Columns of a table, with pictures in place of their paths."""
    return with_pictures(files[0], read_table(files[0], TABLE, names), PATHS, WISH)
`;
  },
  printSource: (params, features) =>
    printTableSource(
      params,
      features,
      (file, names) => `read_columns([FOLDER / ${quote(file)}], ${names})`,
    ),
  preparation,
  input,
  remarks: pictureRemarks,
  example,
};
