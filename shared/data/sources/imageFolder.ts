import { defineSource } from '#shared/data/catalogue.ts';
import {
  classesParam,
  folderParam,
  skipUnreadableParam,
  testFolderParam,
  validationFolderParam,
} from '#shared/data/sources/folderParams.ts';
import {
  channelsParam,
  pictureHeightParam,
  pictureWidthParam,
} from '#shared/data/sources/pictureParams.ts';

/** Pictures in folders, one folder a class. */
export const imageFolder = defineSource({
  kind: 'imageFolder',
  title: { en: 'Image folder', 'zh-CN': '图像文件夹' },
  doc: {
    en: 'Pictures in folders, one folder a class; folders train, val and test are taken as parts. PNG, JPEG, WebP, GIF, BMP, TIFF, AVIF.',
    'zh-CN':
      '按文件夹存放的图像，每个文件夹是一个类别；train、val、test 文件夹视为各部分。支持 PNG、JPEG、WebP、GIF、BMP、TIFF、AVIF。',
  },
  license: null,
  params: {
    folder: folderParam,
    validationFolder: validationFolderParam,
    testFolder: testFolderParam,
    classes: classesParam,
    channels: channelsParam,
    height: pictureHeightParam,
    width: pictureWidthParam,
    skipUnreadable: skipUnreadableParam,
  },
  features: null,
  counts: () => null,
  missing: ({ folder }) => (folder === '' ? ['folder'] : []),
});
