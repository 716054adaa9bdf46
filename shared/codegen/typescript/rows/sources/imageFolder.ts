import { pictureEndings, pictureWishOf } from '#shared/codegen/pictureWish.ts';
import { folderPrinter } from '#shared/codegen/typescript/rows/sources/folder.ts';

/** Pictures in folders; the package sharp decodes them. */
export const imageFolderRowsPrinter = folderPrinter({
  kind: 'imageFolder',
  dependencies: { sharp: '0.35.5' },
  imports: ["import { readPictures, type PictureWish } from './pictures.ts';"],
  endings: pictureEndings,
  content: 'image',
  read: 'readPictures(files, wish)',
  constants: (params, features) => {
    const { height, width, channels } = pictureWishOf(params, features);
    return `
/** How pictures are read; a height or width of 0: as they are. */
const wish: PictureWish = { height: ${height}, width: ${width}, channels: ${channels} };
`;
  },
  noun: 'pictures',
});
