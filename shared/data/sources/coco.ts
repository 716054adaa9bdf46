import { defineSource } from '#shared/data/catalogue.ts';
import { skipUnreadableParam } from '#shared/data/sources/folderParams.ts';
import {
  channelsParam,
  pictureHeightParam,
  pictureWidthParam,
} from '#shared/data/sources/pictureParams.ts';

/** Pictures with boxes of objects, as COCO describes them. */
export const coco = defineSource({
  kind: 'coco',
  title: { en: 'Objects in images (COCO)', 'zh-CN': '图像中的目标（COCO）' },
  doc: {
    en: 'A JSON file with the lists images, annotations and categories, and the pictures that it names.',
    'zh-CN': '含有 images、annotations 和 categories 列表的 JSON 文件，以及其中列出的图像。',
  },
  license: null,
  params: {
    file: {
      type: 'text',
      default: '',
      path: 'file',
      doc: { en: 'The JSON file.', 'zh-CN': 'JSON 文件。' },
    },
    folder: {
      type: 'text',
      default: '',
      path: 'folder',
      doc: {
        en: 'Folder from which the paths of the pictures count. Empty: that of the file.',
        'zh-CN': '图像路径的起始文件夹。留空则为该文件所在的文件夹。',
      },
    },
    channels: channelsParam,
    height: pictureHeightParam,
    width: pictureWidthParam,
    skipUnreadable: skipUnreadableParam,
  },
  features: null,
  counts: () => null,
  hasNoTest: () => true,
  missing: ({ file }) => (file === '' ? ['file'] : []),
});
