import { defineSource } from '#shared/data/catalogue.ts';
import { drawingSide, drawnClasses } from '#shared/data/drawings.ts';

/** Drawings made by hand on the page's pad; the document holds them. */
export const drawings = defineSource({
  kind: 'drawings',
  title: { en: 'Your drawings', 'zh-CN': '手绘图' },
  doc: {
    en: 'Draw a few examples of each thing by hand, 28×28 gray pixels. They are kept inside the document.',
    'zh-CN': '亲手为每一类画几张图，28×28 灰度像素。图保存在文档里。',
  },
  license: null,
  params: {
    bitmaps: {
      type: 'text',
      default: '',
      doc: {
        en: 'The drawings, recorded by the drawing pad.',
        'zh-CN': '画板记录下来的图。',
      },
    },
    labels: {
      type: 'text',
      default: '',
      doc: { en: 'What each drawing shows, a line each.', 'zh-CN': '每张图画的是什么，每行一个。' },
    },
  },
  features: ({ labels }) => {
    const classNames = drawnClasses(labels);
    return [
      {
        name: 'image',
        role: 'input',
        kind: 'image',
        shape: [drawingSide, drawingSide, 1],
        dtype: 'uint8',
        classes: null,
      },
      {
        name: 'label',
        role: 'target',
        kind: 'category',
        shape: [],
        dtype: 'int32',
        classes: classNames.length,
        classNames,
      },
    ];
  },
  counts: ({ labels }) => ({ train: labels === '' ? 0 : labels.split('\n').length, test: 0 }),
  missing: ({ bitmaps }) => (bitmaps === '' ? ['bitmaps'] : []),
});
