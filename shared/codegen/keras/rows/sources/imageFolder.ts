import { kerasFolderPrinter } from '#shared/codegen/keras/rows/sources/folder.ts';
import { pictureEndings, pictureWishOf } from '#shared/codegen/pictureWish.ts';
import { imageFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/imageFolder.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** What the README says where pictures are brought to a size while they are read. */
export function pictureRemarks(params: ParamValues): readonly string[] {
  const { height, width } = pictureWishOf(params, []);
  if (height === 0) return [];
  return [
    `Pictures are brought to ${height}×${width} pixels while they are read. Python does not do that quite as the program that exported this network. The difference is that of rounding for pictures that become up to a few times smaller or larger as a whole; for JPEGs that become much smaller, and for pictures that become smaller along one axis and larger along the other, it is larger, and predictions may differ visibly: a resize step gives the same numbers. Pictures that have this size already are read alike.`,
  ];
}

/** Pictures in folders; Pillow decodes them. */
export const imageFolderKerasPrinter = kerasFolderPrinter({
  twin: imageFolderRowsPrinter,
  requirements: ['pillow'],
  imports: ['from pictures import read_pictures'],
  endings: pictureEndings,
  content: 'image',
  remarks: pictureRemarks,
  read: (params, features) => {
    const { height, width, channels } = pictureWishOf(params, features);
    return `lambda files: read_pictures(files, ${height}, ${width}, ${channels})`;
  },
});
