import { defineSource } from '#shared/data/catalogue.ts';
import type { Param, TextParam } from '#shared/layers/params.ts';

const file = (en: string, zh: string) =>
  ({
    type: 'text',
    default: '',
    path: 'file',
    doc: { en, 'zh-CN': zh },
  }) as const satisfies TextParam;

const size = (en: string, zh: string) =>
  ({
    type: 'integer',
    default: 0,
    min: 0,
    max: 100_000,
    advanced: true,
    doc: {
      en: `${en}, as the file has it. 0: known once the file is read.`,
      'zh-CN': `${zh}，与文件一致。0 表示读取文件后才知道。`,
    },
  }) as const satisfies Param;

const sizes = {
  height: size('Height of an image', '图像的高度'),
  width: size('Width of an image', '图像的宽度'),
  channels: size('Channels of an image', '图像的通道数'),
} as const;

/** Images and labels in the IDX files of MNIST and its relatives. */
export const idx = defineSource({
  kind: 'idx',
  title: { en: 'IDX files', 'zh-CN': 'IDX 文件' },
  doc: {
    en: 'Images and labels in the format of MNIST and its relatives (Fashion-MNIST, EMNIST). A test part is optional.',
    'zh-CN': '采用 MNIST 及同类数据集（Fashion-MNIST、EMNIST）格式的图像与标签。测试部分可省略。',
  },
  license: null,
  params: {
    images: file('File with the images, or any other examples.', '图像（或其他样本）文件。'),
    labels: file('File with one label for each image.', '每张图像对应一个标签的文件。'),
    testImages: file(
      'File with the images of the test part. Empty: there is none.',
      '测试部分的图像文件。留空表示没有。',
    ),
    testLabels: file(
      'File with the labels of the test part. Empty: there is none.',
      '测试部分的标签文件。留空表示没有。',
    ),
    classes: {
      type: 'integer',
      default: 10,
      min: 2,
      max: 100_000,
      doc: { en: 'How many classes the labels number.', 'zh-CN': '标签一共有多少个类别。' },
    },
    ...sizes,
  },
  features: ({ classes, height, width, channels }) => [
    {
      name: 'image',
      role: 'input',
      kind: 'image',
      shape: height > 0 && width > 0 && channels > 0 ? [height, width, channels] : null,
      dtype: 'uint8',
      classes: null,
    },
    { name: 'label', role: 'target', kind: 'category', shape: [], dtype: 'int32', classes },
  ],
  counts: () => null,
  hasNoTest: ({ testImages, testLabels }) => testImages === '' && testLabels === '',
  missing: ({ images, labels, testImages, testLabels }) => [
    ...(images === '' ? ['images'] : []),
    ...(labels === '' ? ['labels'] : []),
    ...(testImages !== '' && testLabels === '' ? ['testLabels'] : []),
    ...(testImages === '' && testLabels !== '' ? ['testImages'] : []),
  ],
});
