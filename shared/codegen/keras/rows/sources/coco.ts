import { quote } from '#shared/codegen/keras/printCall.ts';
import { printPictureWish } from '#shared/codegen/keras/rows/sources/boxFolder.ts';
import { imageFolderKerasPrinter } from '#shared/codegen/keras/rows/sources/imageFolder.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';
import { fileName } from '#shared/codegen/text.ts';
import { cocoRowsPrinter } from '#shared/codegen/typescript/rows/sources/coco.ts';

const { kind, hasTest, preparation, input } = cocoRowsPrinter;

/** Pictures with boxes of objects as COCO describes them. */
export const cocoKerasPrinter: KerasRowsPrinter = {
  ...imageFolderKerasPrinter,
  ...{ kind, hasTest, preparation, input },
  imports: () => [
    'from coco import read_coco',
    'from picture_boxes import box_columns, list_pictures',
  ],
  printColumns: (
    params,
    features,
  ) => `${printPictureWish(params, features)}# Folder beside the file, from which paths of pictures count.
PICTURE_FOLDER = ${quote(fileName(params['folder']))}


def read_columns(files, names):
    """Columns of pictures, single ones or folders of them, or of those that a file of COCO lists."""
    examples = [each for file in files for each in pictures_of(str(file))]
    return box_columns(examples, names, WISH, lambda each: "")


def pictures_of(file):
    if file.endswith(".json"):
        return read_coco(file, PICTURE_FOLDER)[0]
    return list_pictures(file, ENDINGS)
`,
  printSource: (
    params,
  ) => `FILE = Path(__file__).parent / "data" / ${quote(fileName(params['file']))}


def read_source(names):
    """The pictures and boxes that the network was trained on; they lie in the folder \`data\`."""
    examples, boxes = read_coco(FILE, PICTURE_FOLDER)
    return box_columns(examples, names, WISH, lambda each: boxes.get(each["name"], ""))
`,
};
