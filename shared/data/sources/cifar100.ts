import { defineSource } from '#shared/data/catalogue.ts';

/** Names of the 100 classes, in the order of their numbers. */
const fineNames =
  'apple aquarium_fish baby bear beaver bed bee beetle bicycle bottle bowl boy bridge bus butterfly camel can castle caterpillar cattle chair chimpanzee clock cloud cockroach couch crab crocodile cup dinosaur dolphin elephant flatfish forest fox girl hamster house kangaroo keyboard lamp lawn_mower leopard lion lizard lobster man maple_tree motorcycle mountain mouse mushroom oak_tree orange orchid otter palm_tree pear pickup_truck pine_tree plain plate poppy porcupine possum rabbit raccoon ray road rocket rose sea seal shark shrew skunk skyscraper snail snake spider squirrel streetcar sunflower sweet_pepper table tank telephone television tiger tractor train trout tulip turtle wardrobe whale willow_tree wolf woman worm'.split(
    ' ',
  );

/** Names of the 20 groups of classes. */
const coarseNames =
  'aquatic_mammals fish flowers food_containers fruit_and_vegetables household_electrical_devices household_furniture insects large_carnivores large_man-made_outdoor_things large_natural_outdoor_scenes large_omnivores_and_herbivores medium_mammals non-insect_invertebrates people reptiles small_mammals trees vehicles_1 vehicles_2'.split(
    ' ',
  );

/** 60,000 colour images of a hundred kinds of things, 32×32 pixels. */
export const cifar100 = defineSource({
  kind: 'cifar100',
  title: { en: 'CIFAR-100 photos', 'zh-CN': 'CIFAR-100 照片' },
  doc: {
    en: '60,000 colour photos of a hundred kinds of things, 32×32 pixels: 50,000 to train, 10,000 to test. You give the folder or the archive of the published binary or Python version.',
    'zh-CN':
      '6 万张一百类物体的彩色照片，32×32 像素：5 万张用于训练，1 万张用于测试。请指定官方二进制版或 Python 版的文件夹或压缩包。',
  },
  license: null,
  params: {
    folder: {
      type: 'text',
      default: '',
      path: 'folder',
      doc: {
        en: 'Folder with train and test (with or without .bin), or cifar-100-….tar.gz.',
        'zh-CN': '含有 train 和 test（带或不带 .bin）的文件夹，或 cifar-100-….tar.gz。',
      },
    },
    labels: {
      type: 'choice',
      default: 'fine',
      choices: ['fine', 'coarse'],
      doc: {
        en: 'fine: 100 classes. coarse: 20 groups of five classes.',
        'zh-CN': 'fine：100 个类别。coarse：20 个大类，每个含五个类别。',
      },
    },
  },
  features: ({ labels }) => [
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
      classes: labels === 'fine' ? 100 : 20,
      classNames: labels === 'fine' ? fineNames : coarseNames,
    },
  ],
  counts: () => ({ train: 50_000, test: 10_000 }),
  missing: ({ folder }) => (folder === '' ? ['folder'] : []),
});
