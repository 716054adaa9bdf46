import { defineSource } from '#shared/data/catalogue.ts';
import { skipUnreadableParam } from '#shared/data/sources/folderParams.ts';
import {
  channelsParam,
  pictureHeightParam,
  pictureWidthParam,
} from '#shared/data/sources/pictureParams.ts';

/** A table with paths of pictures. */
export const imageTable = defineSource({
  kind: 'imageTable',
  title: { en: 'Table of images', 'zh-CN': '图像列表' },
  doc: {
    en: 'A table with a column of paths of pictures; its other columns stay as they are. Paths count from the folder of the table.',
    'zh-CN': '含有图像路径列的表格，其余列保持不变。路径以表格所在的文件夹为准。',
  },
  license: null,
  params: {
    file: {
      type: 'text',
      default: '',
      path: 'file',
      doc: { en: 'The table.', 'zh-CN': '表格文件。' },
    },
    validationFile: {
      type: 'text',
      default: '',
      path: 'file',
      doc: {
        en: 'A table of the same form with the validation part, where rows are divided by the column `part`. Empty: there is none.',
        'zh-CN': '验证部分的表格，格式相同（按 `part` 列划分）。留空表示没有。',
      },
    },
    testFile: {
      type: 'text',
      default: '',
      path: 'file',
      doc: {
        en: 'A table of the same form with the test part. Empty: there is none.',
        'zh-CN': '测试部分的表格，格式相同。留空表示没有。',
      },
    },
    column: {
      type: 'text',
      default: '',
      doc: {
        en: 'Column with the paths. Empty: the first whose values are files that exist.',
        'zh-CN': '存放路径的列。留空则使用第一个其值为现有文件的列。',
      },
    },
    folder: {
      type: 'text',
      default: '',
      path: 'folder',
      doc: {
        en: 'Folder from which paths count, and which they must not leave. Empty: that of the table.',
        'zh-CN': '路径的起始文件夹，路径不能超出它。留空则为表格所在的文件夹。',
      },
    },
    ending: {
      type: 'text',
      default: '',
      doc: {
        en: 'What is added to a path that has no ending, for example .jpg.',
        'zh-CN': '给没有扩展名的路径补上的扩展名，例如 .jpg。',
      },
    },
    channels: channelsParam,
    height: pictureHeightParam,
    width: pictureWidthParam,
    skipUnreadable: skipUnreadableParam,
  },
  features: null,
  counts: () => null,
  hasNoTest: ({ testFile }) => testFile === '',
  missing: ({ file }) => (file === '' ? ['file'] : []),
});
