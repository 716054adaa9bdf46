import { defineSource } from '#shared/data/catalogue.ts';

/** Points of the plane in two classes, made by a rule. */
export const generatedPoints = defineSource({
  kind: 'generatedPoints',
  title: { en: 'Points of the plane', 'zh-CN': '平面上的点' },
  doc: {
    en: 'Points in two classes that form a figure: two spiral arms, a disc in a ring, opposite quarters or two moons.',
    'zh-CN': '两类点组成的图形：双螺旋、环中圆、对角象限或双月。',
  },
  license: 'CC0 1.0',
  params: {
    figure: {
      type: 'choice',
      default: 'spiral',
      choices: ['spiral', 'circles', 'xor', 'moons'],
      doc: { en: 'What the points form.', 'zh-CN': '点组成的图形。' },
    },
    count: {
      type: 'integer',
      default: 1000,
      min: 10,
      max: 1_000_000,
      doc: { en: 'How many points to make.', 'zh-CN': '生成多少个点。' },
    },
    noise: {
      type: 'number',
      default: 0.03,
      min: 0,
      max: 1,
      doc: {
        en: 'How far a point may lie off its figure; the figure is about 2 wide.',
        'zh-CN': '点偏离图形的最大距离；图形宽约 2。',
      },
    },
    seed: {
      type: 'integer',
      default: 1,
      min: 0,
      max: 2_147_483_647,
      doc: { en: 'Another seed makes other points.', 'zh-CN': '不同的种子生成不同的点。' },
    },
  },
  features: () => [
    { name: 'point', role: 'input', kind: 'number', shape: [2], dtype: 'float32', classes: null },
    { name: 'label', role: 'target', kind: 'category', shape: [1], dtype: 'float32', classes: 2 },
  ],
  counts: ({ count }) => ({ train: count, test: 0 }),
  missing: () => [],
});
