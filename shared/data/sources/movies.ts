import { defineSource } from '#shared/data/catalogue.ts';

/** 3,201 movies with takings, budget, date, rating, genre and what critics and viewers said. Many values are missing. Comes with the program, out of the npm package vega-datasets. */
export const movies = defineSource({
  kind: 'movies',
  title: { en: 'Movies', 'zh-CN': '电影' },
  doc: {
    en: '3,201 movies with takings, budget, date, rating, genre and what critics and viewers said. Many values are missing. Comes with the program.',
    'zh-CN':
      '3201 部电影的票房、成本、上映日期、分级、类型以及影评人和观众的评分，许多值缺失。随程序提供。',
  },
  license: 'BSD 3-Clause, vega-datasets',
  params: {},
  // Found by reading, so that a document can give its columns other roles and kinds.
  features: null,
  counts: () => ({ train: 3201, test: 0 }),
  missing: () => [],
});
