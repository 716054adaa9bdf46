import { defineSource } from '#shared/data/catalogue.ts';

/** Monthly prices of five companies, 2000 to 2010, out of the npm package vega-datasets. */
export const stocks = defineSource({
  kind: 'stocks',
  title: { en: 'Stock prices', 'zh-CN': '股价' },
  doc: {
    en: 'Monthly prices of five companies, 2000 to 2010: 560 rows in order of time. Comes with the program.',
    'zh-CN': '五家公司 2000 至 2010 年的月度股价：共 560 行，按时间排列。随程序提供。',
  },
  license: 'BSD 3-Clause, vega-datasets',
  params: {},
  // Found by reading, so that a document can give its columns other roles and kinds.
  features: null,
  counts: () => ({ train: 560, test: 0 }),
  missing: () => [],
});
