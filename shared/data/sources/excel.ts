import { defineSource } from '#shared/data/catalogue.ts';

/** One sheet of an Excel workbook (.xlsx). */
export const excel = defineSource({
  kind: 'excel',
  title: { en: 'Excel sheet', 'zh-CN': 'Excel 工作表' },
  doc: {
    en: 'One sheet of an Excel workbook (.xlsx); each row is an example.',
    'zh-CN': 'Excel 工作簿（.xlsx）中的一张工作表；每一行是一个样本。',
  },
  license: null,
  params: {
    file: {
      type: 'text',
      default: '',
      path: 'file',
      doc: { en: 'The workbook.', 'zh-CN': '工作簿文件。' },
    },
    sheet: {
      type: 'text',
      default: '',
      doc: {
        en: 'Name of the sheet. Empty: the first one.',
        'zh-CN': '工作表的名称。留空表示第一张。',
      },
    },
    header: {
      type: 'choice',
      default: 'auto',
      choices: ['auto', 'yes', 'no'],
      doc: {
        en: 'Whether the first row holds the names of the columns. Auto: found by content.',
        'zh-CN': '第一行是否为列名。auto 表示按内容判断。',
      },
    },
  },
  features: null,
  counts: () => null,
  hasNoTest: () => true,
  missing: (params) => (params.file === '' ? ['file'] : []),
});
