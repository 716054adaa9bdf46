import { largestBox as largestBoxOf } from '#shared/data/arithmetic/largestBox.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { refuseNumbers } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Largest box', 'zh-CN': '最大的框' };

/** Turns the boxes of a picture into the four numbers of the largest. */
export const largestBox = defineStep({
  kind: 'largestBox',
  title,
  doc: {
    en: 'Gives the largest object of each picture as four numbers between 0 and 1: middle (x, y), width and height. Zeros where there is none.',
    'zh-CN':
      '把每幅图像中最大的目标变成 0 到 1 之间的四个数：中心（x、y）、宽和高；没有目标则全为 0。',
  },
  family: 'image',
  params: {},
  accepts: ['boxes'],
  output: (feature) =>
    refuseNumbers(title, feature) ??
    ok({ ...feature, kind: 'sequence', shape: [4], dtype: 'float32', classes: null }),
  arguments: () => [],
  apply: largestBoxOf,
});
