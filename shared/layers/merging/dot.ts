import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { axisWords, requireAxis } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import { axisIndex, knownElementCount } from '#shared/shape/shape.ts';
import type { Shape } from '#shared/shape/shape.ts';

const params = {
  axes: {
    type: 'integers',
    length: 2,
    default: [-1, -1],
    entries: [
      { en: 'First input', 'zh-CN': '第一个输入' },
      { en: 'Second input', 'zh-CN': '第二个输入' },
    ],
    doc: {
      en: 'The axis of each input that is multiplied and summed; both must have the same size. −1 is the last one.',
      'zh-CN': '两个输入各自相乘求和的轴，大小必须相同。−1 是最后一个。',
    },
  },
  normalize: {
    type: 'boolean',
    default: false,
    doc: {
      en: 'First gives all vectors the length 1: the result is the cosine of their angle.',
      'zh-CN': '先把向量的长度变为 1：结果是夹角的余弦。',
    },
  },
} as const satisfies ParamTable;

/** Where two inputs share a size: the first such pair of axes, counted from 1. */
function matchingAxes(first: Shape, second: Shape): readonly [number, number] | null {
  for (const [index, size] of first.entries()) {
    const other = size === null ? -1 : second.indexOf(size);
    if (other >= 0) return [index + 1, other + 1];
  }
  return null;
}

/** Both shapes without the axis that is summed, one after the other. */
function productShape(first: Shape, second: Shape, axes: readonly number[]): Shape {
  const firstIndex = axisIndex(axes[0] ?? -1, first.length);
  const secondIndex = axisIndex(axes[1] ?? -1, second.length);
  const rest = [
    ...first.filter((_size, index) => index !== firstIndex),
    ...second.filter((_size, index) => index !== secondIndex),
  ];
  return rest.length === 0 ? [1] : rest;
}

/** Scalar products of two inputs along one axis of each: (batch, n), (batch, n) → (batch, 1). */
export const dot = defineLayer({
  kind: 'dot',
  title: 'Dot',
  gloss: '点积层',
  family: 'merging',
  pictogram: 'add',
  doc: {
    en: 'Multiplies two inputs along one axis and sums: how much two vectors point the same way.',
    'zh-CN': '沿一个轴把两个输入相乘并求和：衡量两个向量方向的相似程度。',
  },
  link: 'https://keras.io/api/layers/merging_layers/dot/',
  params,
  inputs: { min: 2, max: 2, ranks: [1, 2] },
  outputShape: ([first = [], second = []], { axes }) => {
    const [firstAxis = -1, secondAxis = -1] = axes;
    const problem =
      requireAxis('Dot', 'axes', firstAxis, first, { axes: [-1, -1] }) ??
      requireAxis('Dot', 'axes', secondAxis, second, { axes: [-1, -1] });
    if (problem) return fail(problem);
    const firstSize = first[axisIndex(firstAxis, first.length) ?? 0] ?? null;
    const secondSize = second[axisIndex(secondAxis, second.length) ?? 0] ?? null;
    if (firstSize === secondSize) return ok([productShape(first, second, axes)]);
    const better = matchingAxes(first, second);
    return refuse<ParamPatch>(
      'dot.sizesDiffer',
      { first, second, axes: axisWords(axes), firstSize, secondSize },
      better === null
        ? {}
        : {
            fixes: [
              {
                title: {
                  en: `Set axes to ${better.join(' and ')}`,
                  'zh-CN': `把 axes 设为 ${better.join(' 和 ')}`,
                },
                params: { axes: better },
              },
            ],
          },
    );
  },
  weights: () => [],
  multiplyAdds: ([first = [], second = []], { axes }) =>
    knownElementCount(productShape(first, second, axes)) *
    (first[axisIndex(axes[0] ?? -1, first.length) ?? 0] ?? 1),
  highlights: ({ axes, normalize }) => [
    ...(axes.every((axis) => axis === -1) ? [] : [`axes ${axes.join(', ')}`]),
    ...(normalize ? ['normalize'] : []),
  ],
  // tfjs checks a pair of axes as it stands, so it gets them counted from the front.
  tfjs: ({ axes, normalize }, inputs) => {
    const counted = axes.map(
      (axis, port) => (axisIndex(axis, inputs[port]?.length ?? 0) ?? axis - 1) + 1,
    );
    return tfjsCall('layers.dot', params, { axes: counted, normalize }, { normalize: false });
  },
  keras: (values) => kerasCall('layers.Dot', params, values, { normalize: false }),
  messages: {
    'dot.sizesDiffer': {
      en: {
        sentence: 'Dot can’t multiply {first} and {second}.',
        cause:
          'The axes {axes} have the sizes {firstSize} and {secondSize}, and each number needs a partner.',
      },
      'zh-CN': {
        sentence: 'Dot 无法将 {first} 与 {second} 相乘。',
        cause: '轴 {axes} 的大小是 {firstSize} 和 {secondSize}，而每个数都需要一个对应的数。',
      },
    },
  },
});
