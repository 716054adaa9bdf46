import type { BooleanParam, ChoiceParam, TextParam } from '#shared/layers/params.ts';

/** Folder with the class folders. */
export const folderParam = {
  type: 'text',
  default: '',
  path: 'folder',
  doc: { en: 'Folder with the class folders.', 'zh-CN': '包含各类别文件夹的文件夹。' },
} as const satisfies TextParam;

/** Folder of a validation part that lies elsewhere. */
export const validationFolderParam = {
  type: 'text',
  default: '',
  path: 'folder',
  doc: {
    en: 'Folder with the files of the validation part, where examples are divided by `part`. Empty: as the folder itself says.',
    'zh-CN': '验证部分所在的文件夹（按 `part` 划分）。留空则由主文件夹决定。',
  },
} as const satisfies TextParam;

/** Folder of a test part that lies elsewhere. */
export const testFolderParam = {
  type: 'text',
  default: '',
  path: 'folder',
  doc: {
    en: 'Folder with the files of the test part. Empty: as the folder itself says.',
    'zh-CN': '测试部分所在的文件夹。留空则由主文件夹决定。',
  },
} as const satisfies TextParam;

/** Which folder names the class. */
export const classesParam = {
  type: 'choice',
  default: 'first',
  choices: ['first', 'path'],
  doc: {
    en: 'first: the first folder below names the class. path: every folder with files is a class of its own.',
    'zh-CN': 'first：以第一层文件夹作为类别。path：每个含文件的文件夹各为一类。',
  },
} as const satisfies ChoiceParam;

/** What happens to files that cannot be read. */
export const skipUnreadableParam = {
  type: 'boolean',
  default: false,
  doc: {
    en: 'Leave out files that are damaged or of another kind. Off: the first one stops the reading.',
    'zh-CN': '跳过损坏或类型不符的文件。关闭时，遇到第一个就停止读取。',
  },
} as const satisfies BooleanParam;
