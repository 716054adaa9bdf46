import { inBrackets, quote } from '#shared/codegen/keras/printCall.ts';
import { formatPython } from '#shared/codegen/keras/rows/printColumns.ts';
import { imageFolderKerasPrinter } from '#shared/codegen/keras/rows/sources/imageFolder.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';
import { pictureEndings, pictureWishOf } from '#shared/codegen/pictureWish.ts';
import { fileName } from '#shared/codegen/text.ts';
import type { RowsPrinter } from '#shared/codegen/typescript/rows/sources/rowsPrinter.ts';
import type { Feature } from '#shared/data/catalogue.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** What differs between folders of pictures with a file of boxes each. */
interface BoxFolderKind {
  /** The same source in TypeScript. */
  readonly twin: RowsPrinter;
  /** Import of the function that reads such a file. */
  readonly reads: string;
  readonly ending: string;
  /** Constants before the code. */
  readonly constants: (features: readonly Feature[]) => string;
  /** Boxes of `each`, as a line of code. */
  readonly boxes: string;
}

/** Endings of pictures and how they are read, as constants. */
export function printPictureWish(params: ParamValues, features: readonly Feature[]): string {
  const { height, width, channels } = pictureWishOf(params, features);
  return `${formatPython(['ENDINGS = ', inBrackets(pictureEndings.map(quote))])}# Height, width and channels of pictures; a height or width of 0: as they are.
WISH = (${height}, ${width}, ${channels})
`;
}

/** A printer of folders of pictures with a file of boxes each. */
export function kerasBoxFolderPrinter(folder: BoxFolderKind): KerasRowsPrinter {
  const { twin, reads, ending, constants, boxes } = folder;
  const { kind, hasTest, preparation } = twin;
  return {
    ...imageFolderKerasPrinter,
    ...{ kind, hasTest, preparation },
    imports: () => [
      'from files import divided_examples',
      'from picture_boxes import box_columns, descriptions_in, list_pictures',
      reads,
    ],
    printColumns: (params, features) => `${printPictureWish(params, features)}

def read_columns(files, names):
    """Columns of pictures, single ones or folders of them; without a test part that lies beside others."""
    examples = [each for file in files for each in list_pictures(file, ENDINGS)]
    train, _ = divided_examples(examples, None)
    return box_columns(train, names, WISH, lambda each: "")
`,
    printSource: (
      params,
      features,
    ) => `${constants(features)}FOLDER = Path(__file__).parent / "data" / ${quote(fileName(params['folder']))}


def read_source(names):
    """The pictures and boxes that the network was trained on; they lie in the folder \`data\`."""
    describes = descriptions_in(FOLDER, ${quote(ending)})

    def columns_of(examples):
        return box_columns(examples, names, WISH, lambda each: ${boxes})

    train, test = divided_examples(list_pictures(FOLDER, ENDINGS), None)
    return columns_of(train), None if test is None else columns_of(test)
`,
  };
}
