import { defineSource } from '#shared/data/catalogue.ts';

/** 406 cars of 1970 to 1982, out of the npm package vega-datasets. */
export const cars = defineSource({
  kind: 'cars',
  title: { en: 'Cars', 'zh-CN': '汽车' },
  doc: {
    en: '406 cars of 1970 to 1982: fuel consumption, cylinders, displacement, horsepower, weight, acceleration, year and origin. Some values are missing. Comes with the program.',
    'zh-CN':
      '1970 至 1982 年的 406 款汽车：油耗、气缸数、排量、马力、重量、加速、年份和产地，少数值缺失。随程序提供。',
  },
  license: 'Distributed in 1982 for educational and scientific purposes, StatLib',
  params: {},
  // Found by reading, so that a document can give its columns other roles and kinds.
  features: null,
  counts: () => ({ train: 406, test: 0 }),
  missing: () => [],
});
