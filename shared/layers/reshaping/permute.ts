import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { axisWords } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

const params = {
  dims: {
    type: 'integers',
    default: [2, 1],
    min: 1,
    doc: {
      en: 'The new order of the axes, counted from 1; 2, 1 swaps the first two.',
      'zh-CN': '轴的新顺序，从 1 数起；2, 1 表示交换前两个轴。',
    },
  },
} as const satisfies ParamTable;

function isPermutationOf(dims: readonly number[], rank: number): boolean {
  return dims.length === rank && dims.every((_dim, index) => dims.includes(index + 1));
}

function permuted(input: Shape, dims: readonly number[]): Shape {
  return dims.map((dim) => input[dim - 1] ?? null);
}

/** Exchanges axes: dims [2, 1] turns (batch, steps, features) into (batch, features, steps). */
export const permute = defineLayer({
  kind: 'permute',
  title: 'Permute',
  gloss: '轴置换层',
  family: 'reshaping',
  pictogram: 'reshape',
  doc: { en: 'Puts the axes in another order.', 'zh-CN': '改变轴的顺序。' },
  link: 'https://keras.io/api/layers/reshaping_layers/permute/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []], { dims }) => {
    if (isPermutationOf(dims, input.length)) return ok([permuted(input, dims)]);
    const reversed = input.map((_size, index) => input.length - index);
    return refuse<ParamPatch>(
      'permute.notAPermutation',
      { dims: axisWords(dims), input, rank: input.length },
      {
        fixes: [
          {
            title: {
              en: `Set dims to ${reversed.join(', ')}`,
              'zh-CN': `把 dims 设为 ${reversed.join(', ')}`,
            },
            params: { dims: reversed },
          },
        ],
      },
    );
  },
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ dims }) => [dims.join(', ')],
  explain: ([input = []], { dims }) =>
    dims.map((dim, index) => ({
      label: { en: `Axis ${index + 1}`, 'zh-CN': `轴 ${index + 1}` },
      formula: `axis ${dim}`,
      result: String(input[dim - 1] ?? '?'),
    })),
  tfjs: (values) => tfjsCall('layers.permute', params, values),
  keras: (values) => kerasCall('layers.Permute', params, values),
  messages: {
    'permute.notAPermutation': {
      en: {
        sentence: 'The order {dims} doesn’t fit {input}.',
        cause: 'Each axis from 1 to {rank} has to appear exactly once.',
      },
      'zh-CN': {
        sentence: '顺序 {dims} 与 {input} 不符。',
        cause: '从 1 到 {rank} 的每个轴必须恰好出现一次。',
      },
    },
  },
});
