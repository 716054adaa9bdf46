import { smooth as smoothCells } from '#shared/data/arithmetic/smooth.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { asNumbers } from '#shared/data/steps/asNumbers.ts';
import { refuseManySizes } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Smooth', 'zh-CN': '平滑' };

/** Smooths sequences and recordings. */
export const smooth = defineStep({
  kind: 'smooth',
  title,
  doc: {
    en: 'Replaces every value of a sequence or recording by one of the values around it, which takes noise away.',
    'zh-CN': '用周围的值计算出的一个值替换序列或录音中的每个值，从而去除噪声。',
  },
  family: 'numbers',
  params: {
    method: {
      type: 'choice',
      default: 'mean',
      choices: ['mean', 'median', 'gaussian'],
      doc: {
        en: 'Mean of the values around; their median, which removes single peaks and keeps edges; or a mean in which near values count more.',
        'zh-CN': '周围值的均值；中位数，可去掉单个尖峰并保留边沿；或越近权重越大的均值。',
      },
    },
    radius: {
      type: 'integer',
      default: 2,
      min: 1,
      max: 1000,
      doc: {
        en: 'How many values before and after count; more smooth stronger.',
        'zh-CN': '前后各取多少个值；越多，平滑越强。',
      },
    },
  },
  accepts: ['sequence', 'audio'],
  output: (feature) => {
    if (feature.kind === 'audio' && feature.shape === null) return ok(feature);
    return refuseManySizes(title, feature) ?? ok(asNumbers(feature));
  },
  arguments: ({ method, radius }) => [method, radius],
  apply: smoothCells,
});
