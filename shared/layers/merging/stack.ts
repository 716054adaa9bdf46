import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireAxis } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { countedAxisParam, ownOperation } from '#shared/layers/reshaping/operationTexts.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import { axisIndex } from '#shared/shape/shape.ts';
import type { Shape, Size } from '#shared/shape/shape.ts';

const params = {
  axis: countedAxisParam(1, {
    en: 'Where the new axis stands. 1 is first, −1 last; the batch is axis 0.',
    'zh-CN': '新轴的位置。1 是第一个，−1 是最后一个；批是轴 0。',
  }),
} as const satisfies ParamTable;

/** The size of both; undefined: they differ. */
function common(a: Size, b: Size): Size | undefined {
  if (a === null || b === null) return null;
  return a === b ? a : undefined;
}

/** Puts inputs of one shape side by side along a new axis: two (batch, 8) → (batch, 2, 8). */
export const stack = defineLayer({
  kind: 'stack',
  title: 'Stack',
  gloss: '堆叠层',
  family: 'merging',
  pictogram: 'concat',
  doc: {
    en: 'Puts two or more inputs of one shape side by side along a new axis.',
    'zh-CN': '把两个或更多形状相同的输入沿一个新轴并排。',
  },
  link: 'https://keras.io/api/ops/numpy/',
  params,
  inputs: { min: 2, max: null },
  outputShape: (inputs, { axis }) => {
    const [first = []] = inputs;
    const problem = requireAxis('Stack', 'axis', axis, [...first, null]);
    if (problem) return fail(problem);
    let merged: Shape = first;
    for (const [port, shape] of inputs.entries()) {
      const sizes = merged.map((size, at) => common(size, shape[at] ?? null));
      // A size that one input does not know is still held against the others.
      const differs = inputs
        .slice(0, port)
        .some((other) => other.some((size, at) => common(size, shape[at] ?? null) === undefined));
      if (differs || shape.length !== first.length) {
        return refuse('stack.shapesDiffer', { first, second: shape, port: port + 1 });
      }
      merged = sizes.map((size) => size ?? null);
    }
    const index = axisIndex(axis, first.length + 1) ?? 0;
    return ok([[...merged.slice(0, index), inputs.length, ...merged.slice(index)]]);
  },
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ axis }) => [`axis ${axis}`],
  tfjs: (values) =>
    fromModule(tfjsCall('stack', params, values, { axis: 1 }), 'operations', 'stack'),
  keras: (values) =>
    fromModule(kerasCall('Stack', params, values, { axis: 1 }), 'operations', 'Stack'),
  differences: ownOperation,
  messages: {
    'stack.shapesDiffer': {
      en: {
        sentence: 'Stack can’t put {first} and {second} side by side.',
        cause: 'All inputs need the same shape. Input {port} differs.',
        remedy: 'Make the shapes equal, or use Concatenate.',
      },
      'zh-CN': {
        sentence: 'Stack 无法把 {first} 和 {second} 并排。',
        cause: '各输入的形状必须相同。第 {port} 个输入不同。',
        remedy: '请使形状一致，或改用 Concatenate。',
      },
    },
  },
});
