import { defineSource } from '#shared/data/catalogue.ts';
import {
  classesParam,
  folderParam,
  skipUnreadableParam,
  testFolderParam,
  validationFolderParam,
} from '#shared/data/sources/folderParams.ts';

/** Recordings in folders, one folder a class. */
export const audioFolder = defineSource({
  kind: 'audioFolder',
  title: { en: 'Audio folder', 'zh-CN': '音频文件夹' },
  doc: {
    en: 'Recordings (WAV) in folders, one folder a class; folders train, val and test are taken as parts. Channels are mixed to one.',
    'zh-CN':
      '按文件夹存放的录音（WAV），每个文件夹是一个类别；train、val、test 文件夹视为各部分。多声道会混合为单声道。',
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
