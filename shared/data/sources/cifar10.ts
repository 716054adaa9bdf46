import { defineSource } from '#shared/data/catalogue.ts';

/** 60,000 colour images of ten kinds of things, 32×32 pixels. */
export const cifar10 = defineSource({
  kind: 'cifar10',
  title: { en: 'CIFAR-10 photos', 'zh-CN': 'CIFAR-10 照片' },
  doc: {
    en: '60,000 colour photos of ten kinds of things, 32×32 pixels: 50,000 to train, 10,000 to test. You give the folder or the archive of the published binary or Python version.',
    'zh-CN':
      '6 万张十类物体的彩色照片，32×32 像素：5 万张用于训练，1 万张用于测试。请指定官方二进制版或 Python 版的文件夹或压缩包。',
  },
  license: null,
  params: {
    folder: {
      type: 'text',
      default: '',
      path: 'folder',
      doc: {
        en: 'Folder with data_batch_1 … data_batch_5 and test_batch (with or without .bin), or cifar-10-….tar.gz.',
        'zh-CN':
          '含有 data_batch_1 … data_batch_5 和 test_batch（带或不带 .bin）的文件夹，或 cifar-10-….tar.gz。',
      },
    },
  },
  features: () => [
    {
      name: 'image',
      role: 'input',
      kind: 'image',
      shape: [32, 32, 3],
      dtype: 'uint8',
      classes: null,
    },
    {
      name: 'label',
      role: 'target',
      kind: 'category',
      shape: [],
      dtype: 'int32',
      classes: 10,
      classNames: [
        'airplane',
        'automobile',
        'bird',
        'cat',
        'deer',
        'dog',
        'frog',
        'horse',
        'ship',
        'truck',
      ],
    },
  ],
  counts: () => ({ train: 50_000, test: 10_000 }),
  missing: ({ folder }) => (folder === '' ? ['folder'] : []),
});
