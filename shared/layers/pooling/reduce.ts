import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { axisWords, requireAxis } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { ParamTable, ParamValues, ValuesOf } from '#shared/layers/params.ts';
import { ownOperation } from '#shared/layers/reshaping/operationTexts.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import { axisIndex, knownElementCount } from '#shared/shape/shape.ts';
import type { Shape } from '#shared/shape/shape.ts';

const params = {
  operation: {
    type: 'choice',
    default: 'mean',
    choices: ['mean', 'sum', 'max', 'min'],
    doc: { en: 'What becomes of the numbers.', 'zh-CN': '如何合并这些数。' },
  },
  axes: {
    type: 'integers',
    default: [1],
    doc: {
      en: 'The axes along which numbers are put together. 1 is the first one, −1 the last; the batch is axis 0.',
      'zh-CN': '沿哪些轴合并。1 是第一个，−1 是最后一个；批是轴 0。',
    },
  },
  keepDims: {
    type: 'boolean',
    default: false,
    doc: {
      en: 'On: these axes stay, with size 1, so that the result can be multiplied with the input.',
      'zh-CN': '打开后这些轴保留，大小为 1，结果可与输入相乘。',
    },
  },
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = { operation: 'mean', keepDims: false };

function reduced(input: Shape, { axes, keepDims }: ValuesOf<typeof params>): Shape {
  const gone = axes.map((axis) => axisIndex(axis, input.length));
  return input.flatMap((size, index) => (!gone.includes(index) ? [size] : keepDims ? [1] : []));
}

/** Mean, sum, largest or smallest number along some axes: axes 1 of (batch, steps, features) gives (batch, features). */
export const reduce = defineLayer({
  kind: 'reduce',
  title: 'Reduce',
  gloss: '归约层',
  family: 'pooling',
  pictogram: 'reduce',
  doc: {
    en: 'Puts one number in place of those along some axes: their mean, sum, largest or smallest.',
    'zh-CN': '沿若干轴把多个数合并为一个：均值、和、最大值或最小值。',
  },
  link: 'https://keras.io/api/ops/numpy/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []], values) => {
    const { axes, keepDims } = values;
    for (const axis of axes) {
      const problem = requireAxis('Reduce', 'axes', axis, input, { axes: [-1] });
      if (problem) return fail(problem);
    }
    const counted = axes.map((axis) => (axisIndex(axis, input.length) ?? 0) + 1);
    const once = [...new Set(counted)];
    if (once.length !== axes.length || axes.length === 0) {
      const repaired = once.length === 0 ? [1] : once;
      return refuse<ParamPatch>(
        'reduce.axesTwice',
        { axes: axisWords(axes) },
        {
          fixes: [
            {
              title: {
                en: `Set axes to ${repaired.join(', ')}`,
                'zh-CN': `把 axes 设为 ${repaired.join('、')}`,
              },
              params: { axes: repaired, keepDims: keepDims || repaired.length === input.length },
            },
          ],
        },
      );
    }
    const shape = reduced(input, values);
    if (shape.length > 0) return ok([shape]);
    return refuse<ParamPatch>(
      'reduce.nothingLeft',
      { input },
      {
        fixes: [
          {
            title: { en: 'Keep the axes, with size 1', 'zh-CN': '保留这些轴，大小为 1' },
            params: { keepDims: true },
          },
        ],
      },
    );
  },
  weights: () => [],
  multiplyAdds: ([input = []]) => knownElementCount(input),
  highlights: ({ operation, axes }) => [operation, `axes ${axes.join(', ')}`],
  tfjs: (values) =>
    fromModule(tfjsCall('reduce', params, values, libraryDefaults), 'operations', 'reduce'),
  keras: (values) =>
    fromModule(
      kerasCall('Reduce', params, values, { ...libraryDefaults, axes: [1] }),
      'operations',
      'Reduce',
    ),
  differences: ownOperation,
  messages: {
    'reduce.axesTwice': {
      en: {
        sentence: 'The axes {axes} can’t be put together.',
        cause: 'Each axis may appear once, counted from the front or from the end; one is needed.',
      },
      'zh-CN': {
        sentence: '无法沿轴 {axes} 合并。',
        cause: '每个轴只能出现一次，无论从前数还是从后数；至少需要一个。',
      },
    },
    'reduce.nothingLeft': {
      en: {
        sentence: 'No axis of {input} is left.',
        cause: 'A layer gives at least one axis beside the batch.',
      },
      'zh-CN': {
        sentence: '{input} 没有剩下任何轴。',
        cause: '除了批，层的输出至少要有一个轴。',
      },
    },
  },
});
