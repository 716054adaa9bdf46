import type { LayerDefinition, ParamPatch } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import type { Messages, Problem, Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import { broadcastShapes, formatShape, knownElementCount } from '#shared/shape/shape.ts';
import type { Shape } from '#shared/shape/shape.ts';

const noParams = {} as const satisfies ParamTable;

/** Texts of the problems of layers that combine their inputs number by number. */
const elementwiseMessages: Messages = {
  'merging.shapesDiffer': {
    en: {
      sentence: '{layer} can’t combine {first} and {second}.',
      cause:
        '{layer} works number by number, so its inputs need the same shape. Input {port} differs.',
      remedy: 'Make the shapes equal, or use Concatenate.',
    },
    'zh-CN': {
      sentence: '{layer} 无法合并 {first} 和 {second}。',
      cause: '{layer} 逐个数地计算，因此各输入的形状必须相同。第 {port} 个输入不同。',
      remedy: '请使形状一致，或改用 Concatenate。',
    },
  },
};

/** The common shape of all inputs; sizes of 1 stretch. `merging.shapesDiffer` names the first that does not fit. */
function combinedShape(
  layer: string,
  inputs: readonly Shape[],
): Result<readonly Shape[], Problem<ParamPatch>> {
  let combined = inputs[0] ?? [];
  for (const [port, shape] of inputs.entries()) {
    const next = broadcastShapes(combined, shape);
    if (!next) {
      return refuse('merging.shapesDiffer', {
        layer,
        first: combined,
        second: shape,
        port: port + 1,
      });
    }
    combined = next;
  }
  return ok([combined]);
}

/** All that Add, Multiply, Average and Maximum share: inputs (batch, ...shape), output the same shape. */
export function elementwise(title: string) {
  return {
    title,
    family: 'merging',
    pictogram: 'add',
    params: noParams,
    inputs: { min: 2, max: null },
    outputShape: (inputs) => combinedShape(title, inputs),
    weights: () => [],
    multiplyAdds: (inputs) => {
      const combined = combinedShape(title, inputs);
      return combined.ok ? (inputs.length - 1) * knownElementCount(combined.value[0] ?? []) : 0;
    },
    mask: () => 'spoils',
    highlights: () => [],
    explain: (inputs) => {
      const combined = combinedShape(title, inputs);
      return combined.ok
        ? [
            {
              label: { en: 'Shape', 'zh-CN': '形状' },
              formula: inputs.map(formatShape).join(', '),
              result: formatShape(combined.value[0] ?? []),
            },
          ]
        : [];
    },
    messages: elementwiseMessages,
  } as const satisfies Partial<LayerDefinition<typeof noParams>>;
}
