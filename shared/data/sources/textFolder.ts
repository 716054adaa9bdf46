import { defineSource } from '#shared/data/catalogue.ts';
import {
  classesParam,
  folderParam,
  skipUnreadableParam,
  testFolderParam,
  validationFolderParam,
} from '#shared/data/sources/folderParams.ts';

/** Texts in folders, one folder a class. */
export const textFolder = defineSource({
  kind: 'textFolder',
  title: { en: 'Text folder', 'zh-CN': '文本文件夹' },
  doc: {
    en: 'Text files in folders, one folder a class, one file an example; folders train, val and test are taken as parts. UTF-8, UTF-16 and GBK.',
    'zh-CN':
      '按文件夹存放的文本文件，每个文件夹是一个类别，每个文件是一个样本；train、val、test 文件夹视为各部分。支持 UTF-8、UTF-16 和 GBK。',
  },
  license: null,
  params: {
    folder: folderParam,
    validationFolder: validationFolderParam,
    testFolder: testFolderParam,
    classes: classesParam,
    skipUnreadable: skipUnreadableParam,
  },
  features: null,
  counts: () => null,
  missing: ({ folder }) => (folder === '' ? ['folder'] : []),
});
