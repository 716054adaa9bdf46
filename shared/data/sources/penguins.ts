import { defineSource } from '#shared/data/catalogue.ts';

/** 344 penguins of three species on three islands, measured, out of the npm package vega-datasets. */
export const penguins = defineSource({
  kind: 'penguins',
  title: { en: 'Penguins', 'zh-CN': '企鹅' },
  doc: {
    en: '344 penguins of three species on three islands, measured: beak, flipper, body mass and sex. Some values are missing. Comes with the program.',
    'zh-CN': '3 座岛上 3 种企鹅的 344 条测量记录：喙、鳍肢、体重和性别，少数值缺失。随程序提供。',
  },
  license: 'CC0 1.0, Palmer Station Antarctica LTER and Allison Horst',
  params: {},
  // Found by reading, so that a document can give its columns other roles and kinds.
  features: null,
  counts: () => ({ train: 344, test: 0 }),
  missing: () => [],
});
