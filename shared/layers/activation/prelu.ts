import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { axisWords, requireSize } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { ParamTable, ParamValues } from '#shared/layers/params.ts';
import {
  constraintParam,
  initializerParam,
  regularizerParam,
  trainableParam,
  weightNames,
} from '#shared/layers/weightParams.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

const params = {
  sharedAxes: {
    type: 'integers',
    default: null,
    optional: true,
    min: 1,
    doc: {
      en: 'Axes along which all numbers share one slope: 1, 2 gives each channel of an image one of its own. None: each number has its own.',
      'zh-CN':
        '在这些轴上共用同一个斜率：1、2 使图像的每个通道各有一个。留空则每个数各有一个斜率。',
    },
  },
  alphaInitializer: initializerParam(weightNames.alpha, 'zeros'),
  alphaRegularizer: regularizerParam(weightNames.alpha),
  alphaConstraint: constraintParam(weightNames.alpha),
  trainable: trainableParam,
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = { sharedAxes: null, alphaInitializer: { kind: 'zeros' } };

/** Sizes of the weight: 1 along shared axes. */
function slopes(input: Shape, sharedAxes: readonly number[] | null): Shape {
  return input.map((size, index) => (sharedAxes?.includes(index + 1) === true ? 1 : size));
}

/** relu whose slope for negative numbers is trained (He et al. 2015): (batch, ...shape), the shape stays. */
export const prelu = defineLayer({
  kind: 'prelu',
  title: 'PReLU',
  gloss: '参数化 ReLU 层',
  family: 'activation',
  pictogram: 'act',
  doc: {
    en: 'A relu that learns how much of the negative numbers it lets through.',
    'zh-CN': '自行学习让多少负值通过的 relu。',
  },
  link: 'https://keras.io/api/layers/activation_layers/prelu/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []], { sharedAxes }) => {
    const missing = (sharedAxes ?? []).filter((axis) => axis > input.length);
    if (missing.length > 0) {
      const fitting = (sharedAxes ?? []).filter((axis) => axis <= input.length);
      const words = axisWords(fitting);
      return refuse<ParamPatch>(
        'prelu.sharedAxes',
        { axes: axisWords(missing), input, rank: input.length },
        {
          fixes: [
            {
              title:
                fitting.length === 0
                  ? { en: 'Share no slopes', 'zh-CN': '不共用斜率' }
                  : {
                      en: `Set sharedAxes to ${words.join(', ')}`,
                      'zh-CN': `把 sharedAxes 设为 ${words.join('、')}`,
                    },
              params: { sharedAxes: fitting.length === 0 ? null : fitting },
            },
          ],
        },
      );
    }
    const problem = slopes(input, sharedAxes)
      .map((size, index) => (size === null ? requireSize('PReLU', input, index) : null))
      .find((found) => found !== null);
    return problem ? fail(problem) : ok([input]);
  },
  weights: ([input = []], { sharedAxes, trainable }) => [
    { name: 'alpha', shape: slopes(input, sharedAxes).map((size) => size ?? 1), trainable },
  ],
  // An activation counts as nothing, here as within Dense and the convolutions.
  multiplyAdds: () => 0,
  mask: () => 'keeps',
  highlights: ({ sharedAxes }) => (sharedAxes === null ? [] : [`shared ${sharedAxes.join(', ')}`]),
  tfjs: (values) => tfjsCall('layers.prelu', params, values, libraryDefaults),
  keras: (values) => kerasCall('layers.PReLU', params, values, libraryDefaults),
  messages: {
    'prelu.sharedAxes': {
      en: {
        sentence: 'PReLU has no axis {axes} to share in {input}.',
        cause: 'Axes are counted from 1 to {rank}, without the batch.',
      },
      'zh-CN': {
        sentence: 'PReLU：{input} 没有可共用的轴 {axes}。',
        cause: '轴从 1 数到 {rank}，不含批。',
      },
    },
  },
});
