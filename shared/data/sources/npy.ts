import { defineSource } from '#shared/data/catalogue.ts';
import type { TextParam } from '#shared/layers/params.ts';

const file = (en: string, zh: string) =>
  ({
    type: 'text',
    default: '',
    path: 'file',
    doc: { en, 'zh-CN': zh },
  }) as const satisfies TextParam;

/** Arrays of NumPy. */
export const npy = defineSource({
  kind: 'npy',
  title: { en: 'NumPy arrays', 'zh-CN': 'NumPy 数组' },
  doc: {
    en: 'Arrays in .npz or .npy files, examples along the first axis. x_train, y_train, x_test and y_test in one .npz are taken as parts.',
    'zh-CN':
      '.npz 或 .npy 文件中的数组，第一个轴为样本。同一 .npz 中的 x_train、y_train、x_test、y_test 视为各部分。',
  },
  license: null,
  params: {
    file: file(
      'The .npz with all arrays, or the .npy with the inputs.',
      '包含全部数组的 .npz，或存放输入的 .npy。',
    ),
    targets: file(
      'The .npy with the targets. Empty: they lie in the same file.',
      '存放目标值的 .npy。留空表示在同一文件中。',
    ),
    testFile: file(
      'The .npz or .npy of the test part. Empty: there is none of its own.',
      '测试部分的 .npz 或 .npy。留空表示没有单独的文件。',
    ),
    testTargets: file(
      'The .npy with the targets of the test part. Empty: they lie in the same file.',
      '测试部分目标值的 .npy。留空表示在同一文件中。',
    ),
  },
  features: null,
  counts: () => null,
  missing: ({ file: given, targets, testFile, testTargets }) => [
    ...(given === '' ? ['file'] : []),
    ...(targets !== '' && testFile !== '' && testTargets === '' ? ['testTargets'] : []),
  ],
});
