import { defineSource } from '#shared/data/catalogue.ts';
import { skipUnreadableParam } from '#shared/data/sources/folderParams.ts';
import {
  channelsParam,
  pictureHeightParam,
  pictureWidthParam,
} from '#shared/data/sources/pictureParams.ts';

/** Pictures with boxes of objects, as Pascal VOC has them. */
export const vocFolder = defineSource({
  kind: 'vocFolder',
  title: { en: 'Objects in images (Pascal VOC)', 'zh-CN': '图像中的目标（Pascal VOC）' },
  doc: {
    en: 'Pictures with an XML file each that lists the objects in them. Folders train, val and test are taken as parts.',
    'zh-CN': '每幅图像配一个 XML 文件，列出其中的目标。train、val、test 文件夹视为各部分。',
  },
  license: null,
  params: {
    folder: {
      type: 'text',
      default: '',
      path: 'folder',
      doc: {
        en: 'Folder with JPEGImages and Annotations, or with both beside each other.',
        'zh-CN': '包含 JPEGImages 和 Annotations 的文件夹，或两者放在一起的文件夹。',
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
