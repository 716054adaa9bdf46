import { pictureEndings, pictureWishOf } from '#shared/codegen/pictureWish.ts';
import { fileName } from '#shared/codegen/text.ts';
import { inBrackets, quote } from '#shared/codegen/typescript/printCall.ts';
import { format } from '#shared/codegen/typescript/printFile.ts';
import { imageFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/imageFolder.ts';
import type { RowsPrinter } from '#shared/codegen/typescript/rows/sources/rowsPrinter.ts';
import type { Feature } from '#shared/data/catalogue.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** What differs between folders of pictures with a file of boxes each. */
interface BoxFolderKind {
  readonly kind: string;
  /** Import of the function that reads such a file. */
  readonly reads: string;
  readonly ending: string;
  /** Constants before the code. */
  readonly constants: (features: readonly Feature[]) => string;
  /** Boxes of `example`, as a line of code. */
  readonly boxes: string;
}

/** Endings of pictures and how they are read, as constants. */
export function printPictureWish(params: ParamValues, features: readonly Feature[]): string {
  const { height, width, channels } = pictureWishOf(params, features);
  return `/** Endings of pictures. */
${format(['const endings = ', inBrackets(pictureEndings.map(quote)), ';'])}
/** How pictures are read; a height or width of 0: as they are. */
const wish: PictureWish = { height: ${height}, width: ${width}, channels: ${channels} };
`;
}

/** The call that reads pictures and their boxes, broken where it is too long. */
function printCall(boxes: string): string {
  const start = '    boxColumns(examples, names, wish, (example) =>';
  const line = `${start} ${boxes});`;
  return line.length <= 100 ? line : `${start}\n      ${boxes},\n    );`;
}

/** A printer of folders of pictures with a file of boxes each. */
export function boxFolderPrinter(folder: BoxFolderKind): RowsPrinter {
  const { kind, reads, ending, constants, boxes } = folder;
  return {
    ...imageFolderRowsPrinter,
    kind,
    imports: () => [
      "import type { Columns } from './cells.ts';",
      "import { dividedExamples, type ExampleFile } from './files.ts';",
      "import { boxColumns, descriptionsIn, listPictures } from './pictureBoxes.ts';",
      "import type { PictureWish } from './pictures.ts';",
      reads,
    ],
    hasTest: () => null,
    printColumns: (params, features) => `${printPictureWish(params, features)}
/** Columns of pictures, single ones or folders of them; without a test part that lies beside others. */
export async function readColumns(
  files: readonly string[],
  names: readonly string[],
): Promise<Columns> {
  const { train } = dividedExamples(
    files.flatMap((file) => listPictures(file, endings)),
    null,
  );
  return boxColumns(train, names, wish, () => '');
}
`,
    printSource: (
      params,
      features,
    ) => `${constants(features)}/** The pictures and boxes that the network was trained on; they lie in the folder \`data\`. */
export async function readSource(
  names: readonly string[],
): Promise<{ train: Columns; test: Columns | null }> {
  const folder = path.join(projectFolder, 'data', ${quote(fileName(params['folder']))});
  const describes = descriptionsIn(folder, ${quote(ending)});
  const columnsOf = (examples: readonly ExampleFile[]) =>
${printCall(boxes)}
  const { train, test } = dividedExamples(listPictures(folder, endings), null);
  return {
    train: await columnsOf(train),
    test: test === null ? null : await columnsOf(test),
  };
}
`,
    preparation: (params) =>
      `Put the pictures and their boxes into the folder \`data\`: \`${fileName(params['folder'])}\`.`,
  };
}
