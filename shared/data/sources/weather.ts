import { defineSource } from '#shared/data/catalogue.ts';

/** 2,922 days in Seattle and New York, 2012 to 2015, out of the npm package vega-datasets. */
export const weather = defineSource({
  kind: 'weather',
  title: { en: 'Weather', 'zh-CN': '天气' },
  doc: {
    en: '2,922 days in Seattle and New York, 2012 to 2015: rain, temperatures, wind and what the weather was like. Comes with the program.',
    'zh-CN':
      '西雅图和纽约 2012 至 2015 年共 2922 天的天气：降水、气温、风速和天气类型。随程序提供。',
  },
  license: 'Public domain, NOAA',
  params: {},
  // Found by reading, so that a document can give its columns other roles and kinds.
  features: null,
  counts: () => ({ train: 2922, test: 0 }),
  missing: () => [],
});
