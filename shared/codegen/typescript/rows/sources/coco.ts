import { fileName } from '#shared/codegen/text.ts';
import { quote } from '#shared/codegen/typescript/printCall.ts';
import { printPictureWish } from '#shared/codegen/typescript/rows/sources/boxFolder.ts';
import { imageFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/imageFolder.ts';
import type { RowsPrinter } from '#shared/codegen/typescript/rows/sources/rowsPrinter.ts';

/** Pictures with boxes of objects as COCO describes them. */
export const cocoRowsPrinter: RowsPrinter = {
  ...imageFolderRowsPrinter,
  kind: 'coco',
  imports: () => [
    "import type { Columns } from './cells.ts';",
    "import { readCoco } from './coco.ts';",
    "import { boxColumns, listPictures } from './pictureBoxes.ts';",
    "import type { PictureWish } from './pictures.ts';",
  ],
  hasTest: () => false,
  printColumns: (params, features) => `${printPictureWish(params, features)}
/** Folder beside the file, from which paths of pictures count. */
const pictureFolder = ${quote(fileName(params['folder']))};

/** Columns of pictures, single ones or folders of them, or of those that a file of COCO lists. */
export async function readColumns(
  files: readonly string[],
  names: readonly string[],
): Promise<Columns> {
  const examples = files.flatMap((file) =>
    file.endsWith('.json') ? readCoco(file, pictureFolder).examples : listPictures(file, endings),
  );
  return boxColumns(examples, names, wish, () => '');
}
`,
  printSource: (
    params,
  ) => `/** The pictures and boxes that the network was trained on; they lie in the folder \`data\`. */
export async function readSource(names: readonly string[]): Promise<{ train: Columns }> {
  const file = path.join(projectFolder, 'data', ${quote(fileName(params['file']))});
  const { examples, boxes } = readCoco(file, pictureFolder);
  return { train: await boxColumns(examples, names, wish, ({ name }) => boxes.get(name) ?? '') };
}
`,
  preparation: (params) => {
    const folder = fileName(params['folder']);
    const place = folder === '' ? 'beside it' : `into the folder \`data/${folder}\``;
    return `Put \`${fileName(params['file'])}\` into the folder \`data\`, and the pictures ${place}.`;
  },
  input: () => 'a folder of pictures, a single one, or a file of COCO that lists them',
};
