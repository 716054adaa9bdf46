import { kerasFolderPrinter } from '#shared/codegen/keras/rows/sources/folder.ts';
import { pictureEndings, pictureWishOf } from '#shared/codegen/pictureWish.ts';
import { imageFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/imageFolder.ts';

/** Pictures in folders; Pillow decodes them. */
export const imageFolderKerasPrinter = kerasFolderPrinter({
  twin: imageFolderRowsPrinter,
  requirements: ['pillow'],
  imports: ['from pictures import read_pictures'],
  endings: pictureEndings,
  content: 'image',
  remarks: (params) => {
    const { height, width } = pictureWishOf(params, []);
    if (height === 0) return [];
    return [
      `Pictures are brought to ${height}×${width} pixels while they are read. Python does that much as the program that exported this network, but not to the last bit, so predictions for pictures of other sizes differ a little.`,
    ];
  },
  read: (params, features) => {
    const { height, width, channels } = pictureWishOf(params, features);
    return `lambda files: read_pictures(files, ${height}, ${width}, ${channels})`;
  },
});
