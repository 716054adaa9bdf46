import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireAxis } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import { axisIndex, shapesEqual } from '#shared/shape/shape.ts';
import type { Shape, Size } from '#shared/shape/shape.ts';

const params = {
  axis: {
    type: 'integer',
    default: -1,
    doc: {
      en: 'Axis along which the inputs are joined. −1 is the last one, the channels.',
      'zh-CN': '沿哪个轴拼接。−1 是最后一个，即通道。',
    },
  },
} as const satisfies ParamTable;

function withoutAxis(shape: Shape, index: number): Shape {
  return shape.filter((_size, position) => position !== index);
}

function joinedSize(inputs: readonly Shape[], index: number): Size {
  return inputs.reduce<Size>((sum, shape) => {
    const size = shape[index] ?? null;
    return sum === null || size === null ? null : sum + size;
  }, 0);
}

/** The first axis along which all inputs could be joined, counted from 1; null when there is none. */
function possibleAxis(inputs: readonly Shape[]): number | null {
  const first = inputs[0] ?? [];
  const index = first.findIndex((_size, axis) =>
    inputs.every((shape) => shapesEqual(withoutAxis(shape, axis), withoutAxis(first, axis))),
  );
  return index < 0 ? null : index + 1;
}

/** Joins inputs along an axis: two (batch, height, width, 32) → (batch, height, width, 64). */
export const concatenate = defineLayer({
  kind: 'concatenate',
  title: 'Concatenate',
  gloss: '拼接层',
  family: 'merging',
  pictogram: 'concat',
  doc: {
    en: 'Joins two or more inputs along one axis, most often their channels.',
    'zh-CN': '沿一个轴拼接两个或更多输入，通常是通道。',
  },
  link: 'https://keras.io/api/layers/merging_layers/concatenate/',
  params,
  inputs: { min: 2, max: null },
  outputShape: (inputs, { axis }) => {
    const first = inputs[0] ?? [];
    const problem = requireAxis('Concatenate', 'axis', axis, first);
    if (problem) return fail(problem);
    const index = axisIndex(axis, first.length) ?? 0;
    const odd = inputs.findIndex(
      (shape) =>
        shape.length !== first.length ||
        !shapesEqual(withoutAxis(shape, index), withoutAxis(first, index)),
    );
    if (odd < 0) {
      return ok([first.map((size, at) => (at === index ? joinedSize(inputs, index) : size))]);
    }
    const better = possibleAxis(inputs);
    return refuse<ParamPatch>(
      'concatenate.shapesDiffer',
      { first, second: inputs[odd] ?? [], axis, port: odd + 1 },
      better === null
        ? {}
        : {
            fixes: [
              {
                title: { en: `Set axis to ${better}`, 'zh-CN': `把 axis 设为 ${better}` },
                params: { axis: better },
              },
            ],
          },
    );
  },
  weights: () => [],
  multiplyAdds: () => 0,
  mask: () => 'keeps',
  highlights: ({ axis }) => (axis === -1 ? [] : [`axis ${axis}`]),
  explain: (inputs, { axis }) => {
    const index = axisIndex(axis, inputs[0]?.length ?? 0) ?? 0;
    return [
      {
        label: { en: `Axis ${index + 1}`, 'zh-CN': `轴 ${index + 1}` },
        formula: inputs.map((shape) => shape[index] ?? '?').join(' + '),
        result: String(joinedSize(inputs, index) ?? '?'),
      },
    ];
  },
  // tfjs takes every negative axis for the last one, so it gets the others counted from the front.
  tfjs: ({ axis }, [first]) => {
    const counted = axis < -1 && first ? axis + first.length + 1 : axis;
    return tfjsCall('layers.concatenate', params, { axis: counted }, { axis: -1 });
  },
  keras: (values) => kerasCall('layers.Concatenate', params, values, { axis: -1 }),
  messages: {
    'concatenate.shapesDiffer': {
      en: {
        sentence: 'Concatenate can’t join {first} and {second} along axis {axis}.',
        cause: 'All other axes must be equal. Input {port} differs.',
      },
      'zh-CN': {
        sentence: 'Concatenate 无法沿轴 {axis} 拼接 {first} 和 {second}。',
        cause: '其他轴必须相同。第 {port} 个输入不同。',
      },
    },
  },
});
