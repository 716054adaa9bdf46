import { defineSource } from '#shared/data/catalogue.ts';
import { classesParam, skipUnreadableParam } from '#shared/data/sources/folderParams.ts';
import {
  channelsParam,
  pictureHeightParam,
  pictureWidthParam,
} from '#shared/data/sources/pictureParams.ts';

/** A zip or tar archive of anything that another source reads. */
export const archive = defineSource({
  kind: 'archive',
  title: { en: 'Archive', 'zh-CN': '压缩包' },
  doc: {
    en: 'A zip, tar or tar.gz of a folder of pictures, recordings or texts, of a table or of arrays. It is unpacked once, into the program’s cache.',
    'zh-CN':
      'zip、tar 或 tar.gz 压缩包，内含图像、录音或文本文件夹，或者表格、数组。只解压一次，放在程序的缓存中。',
  },
  license: null,
  params: {
    file: {
      type: 'text',
      default: '',
      path: 'file',
      doc: { en: 'The archive.', 'zh-CN': '压缩包文件。' },
    },
    inside: {
      type: 'text',
      default: '',
      doc: {
        en: 'File or folder inside that is read, for example data/train.csv. Empty: what is found first.',
        'zh-CN': '读取压缩包中的哪个文件或文件夹，例如 data/train.csv。留空则自动查找。',
      },
    },
    classes: classesParam,
    channels: channelsParam,
    height: pictureHeightParam,
    width: pictureWidthParam,
    skipUnreadable: skipUnreadableParam,
  },
  features: null,
  counts: () => null,
  missing: ({ file }) => (file === '' ? ['file'] : []),
});
