import { defineSource } from '#shared/data/catalogue.ts';
import { skipUnreadableParam } from '#shared/data/sources/folderParams.ts';
import {
  channelsParam,
  pictureHeightParam,
  pictureWidthParam,
} from '#shared/data/sources/pictureParams.ts';

/** Pictures with boxes of objects, as YOLO has them. */
export const yoloFolder = defineSource({
  kind: 'yoloFolder',
  title: { en: 'Objects in images (YOLO)', 'zh-CN': '图像中的目标（YOLO）' },
  doc: {
    en: 'Pictures with a text file each that lists the objects in them: class, middle, width and height. Folders train, val and test are taken as parts.',
    'zh-CN':
      '每幅图像配一个文本文件，列出其中的目标：类别、中心、宽和高。train、val、test 文件夹视为各部分。',
  },
  license: null,
  params: {
    folder: {
      type: 'text',
      default: '',
      path: 'folder',
      doc: {
        en: 'Folder with images and labels, or with both beside each other.',
        'zh-CN': '包含 images 和 labels 的文件夹，或两者放在一起的文件夹。',
      },
    },
    channels: channelsParam,
    height: pictureHeightParam,
    width: pictureWidthParam,
    skipUnreadable: skipUnreadableParam,
  },
  features: null,
  counts: () => null,
  missing: ({ folder }) => (folder === '' ? ['folder'] : []),
});
