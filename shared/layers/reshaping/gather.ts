import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { axisWords, requireAxis } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { ParamTable, ParamValues } from '#shared/layers/params.ts';
import { countedAxisParam, ownOperation } from '#shared/layers/reshaping/operationTexts.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import { axisIndex } from '#shared/shape/shape.ts';

const params = {
  indices: {
    type: 'integers',
    default: [0],
    min: 0,
    doc: {
      en: 'The places that are taken, counted from 0, in the order of the output. One may come twice.',
      'zh-CN': '要取的位置，从 0 数起，按输出的顺序排列，可以重复。',
    },
  },
  axis: countedAxisParam(-1, {
    en: 'The axis along which they lie. −1 is the last one; the batch is axis 0.',
    'zh-CN': '这些位置所在的轴。−1 是最后一个；批是轴 0。',
  }),
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = { axis: -1 };

/** Takes the chosen places of one axis: indices 2, 0 of (batch, 3) is (batch, 2). */
export const gather = defineLayer({
  kind: 'gather',
  title: 'Gather',
  gloss: '选取层',
  family: 'reshaping',
  pictogram: 'gather',
  doc: {
    en: 'Takes the chosen places of one axis: some columns of a table, some channels in another order.',
    'zh-CN': '选取一个轴上的若干位置：表格的某些列，或换了顺序的某些通道。',
  },
  link: 'https://keras.io/api/ops/numpy/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []], { axis, indices }) => {
    const problem = requireAxis('Gather', 'axis', axis, input);
    if (problem) return fail(problem);
    const index = axisIndex(axis, input.length) ?? 0;
    const size = input[index] ?? null;
    const missing = indices.filter((at) => size !== null && at >= size);
    if (indices.length > 0 && missing.length === 0) {
      return ok([input.map((own, at) => (at === index ? indices.length : own))]);
    }
    const fitting = indices.filter((at) => size === null || at < size);
    const repaired = fitting.length > 0 ? fitting : [0];
    return refuse<ParamPatch>(
      missing.length === 0 ? 'gather.noIndices' : 'gather.outOfRange',
      { indices: axisWords(missing), size, axis, last: (size ?? 1) - 1 },
      {
        fixes: [
          {
            title: {
              en: `Set indices to ${repaired.join(', ')}`,
              'zh-CN': `把 indices 设为 ${repaired.join('、')}`,
            },
            params: { indices: repaired },
          },
        ],
      },
    );
  },
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ indices, axis }) => [
    indices.length > 3 ? `${indices.length}` : indices.join(', '),
    ...(axis === -1 ? [] : [`axis ${axis}`]),
  ],
  tfjs: (values) =>
    fromModule(tfjsCall('gather', params, values, libraryDefaults), 'operations', 'gather'),
  keras: (values) =>
    fromModule(kerasCall('Gather', params, values, libraryDefaults), 'operations', 'Gather'),
  differences: ownOperation,
  messages: {
    'gather.outOfRange': {
      en: {
        sentence: 'There is no place {indices} along axis {axis}.',
        cause: 'It has {size} places, counted from 0 to {last}.',
      },
      'zh-CN': {
        sentence: '轴 {axis} 上没有位置 {indices}。',
        cause: '它有 {size} 个位置，从 0 数到 {last}。',
      },
    },
    'gather.noIndices': {
      en: { sentence: 'Gather takes nothing.', cause: 'No places are named.' },
      'zh-CN': { sentence: 'Gather 什么也没有选取。', cause: '没有给出位置。' },
    },
  },
});
