import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import { elementCount, formatShape } from '#shared/shape/shape.ts';
import type { Shape, Size } from '#shared/shape/shape.ts';

const params = {
  targetShape: {
    type: 'integers',
    default: [-1],
    min: -1,
    doc: {
      en: 'The new sizes, without the batch. One of them may be −1: it follows from the others.',
      'zh-CN': '新的各维大小，不含批。其中一个可以是 −1，由其他推出。',
    },
  },
} as const satisfies ParamTable;

/** The target with −1 replaced; null when the counts do not match. An unknown input leaves −1 unknown. */
function reshaped(input: Shape, target: readonly number[]): Shape | null {
  const known = target.filter((size) => size !== -1).reduce((count, size) => count * size, 1);
  const count = elementCount(input);
  const open = target.includes(-1);
  if (target.includes(0) || target.filter((size) => size === -1).length > 1) return null;
  if (count !== null && (open ? count % known !== 0 : count !== known)) return null;
  const missing: Size = count === null ? null : count / known;
  return target.map((size) => (size === -1 ? missing : size));
}

/** Arranges the same numbers in another shape: (batch, ...shape) → (batch, ...targetShape). */
export const reshape = defineLayer({
  kind: 'reshape',
  title: 'Reshape',
  gloss: '重塑层',
  family: 'reshaping',
  pictogram: 'reshape',
  doc: {
    en: 'Arranges the same numbers in another shape.',
    'zh-CN': '把同样的数排成另一种形状。',
  },
  link: 'https://keras.io/api/layers/reshaping_layers/reshape/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []], { targetShape }) => {
    const shape = reshaped(input, targetShape);
    if (shape) return ok([shape]);
    // Keep what the user asked for as far as it divides, and let the last size follow from it.
    const open = [...targetShape.slice(0, -1).filter((size) => size > 0), -1];
    const repaired = [open, [-1]].find((target) => reshaped(input, target));
    return refuse<ParamPatch>(
      'reshape.countDiffers',
      { input, target: targetShape, count: elementCount(input) },
      repaired
        ? {
            fixes: [
              {
                title: {
                  en: `Set targetShape to ${formatShape(reshaped(input, repaired) ?? [])}`,
                  'zh-CN': `把 targetShape 设为 ${formatShape(reshaped(input, repaired) ?? [])}`,
                },
                params: { targetShape: repaired },
              },
            ],
          }
        : {},
    );
  },
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ targetShape }) => [formatShape(targetShape)],
  explain: ([input = []], { targetShape }) => [
    {
      label: { en: 'Numbers', 'zh-CN': '数的个数' },
      formula: formatShape(input).replaceAll('×', ' × '),
      result: formatShape(reshaped(input, targetShape) ?? []),
    },
  ],
  // tfjs leaves −1 open until data flows, and layers that follow could not be built: it gets the size itself.
  tfjs: ({ targetShape }, [input]) =>
    tfjsCall('layers.reshape', params, {
      targetShape: (input && reshaped(input, targetShape)) ?? targetShape,
    }),
  keras: (values) => kerasCall('layers.Reshape', params, values),
  messages: {
    'reshape.countDiffers': {
      en: {
        sentence: 'Reshape can’t turn {input} into {target}.',
        cause:
          'The input holds {count} numbers, and the target must hold as many; one size may be −1.',
      },
      'zh-CN': {
        sentence: 'Reshape 无法把 {input} 变成 {target}。',
        cause: '输入有 {count} 个数，目标必须同样多；其中一个大小可以是 −1。',
      },
    },
  },
});
