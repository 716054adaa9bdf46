import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireAxis, requireSize } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { countedAxisParam, ownOperation } from '#shared/layers/reshaping/operationTexts.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import { axisIndex } from '#shared/shape/shape.ts';

const params = {
  parts: {
    type: 'integer',
    default: 2,
    min: 2,
    max: 64,
    doc: {
      en: 'How many equal parts; each is an output of its own.',
      'zh-CN': '等分成多少份，每份是一个单独的输出。',
    },
  },
  axis: countedAxisParam(-1, {
    en: 'The axis that is split. −1 is the last one; the batch is axis 0.',
    'zh-CN': '要拆分的轴。−1 是最后一个；批是轴 0。',
  }),
} as const satisfies ParamTable;

/** Splits an axis into equal parts: (batch, steps, 8) → two (batch, steps, 4). */
export const split = defineLayer({
  kind: 'split',
  title: 'Split',
  gloss: '拆分层',
  family: 'reshaping',
  pictogram: 'split',
  doc: {
    en: 'Splits one axis into equal parts, each an output of its own. Concatenate puts them together again.',
    'zh-CN': '把一个轴等分，每份是一个单独的输出。Concatenate 可以把它们重新拼接。',
  },
  link: 'https://keras.io/api/ops/numpy/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []], { axis, parts }) => {
    const index = axisIndex(axis, input.length) ?? 0;
    const problem = requireAxis('Split', 'axis', axis, input) ?? requireSize('Split', input, index);
    if (problem) return fail(problem);
    const size = input[index] ?? 1;
    if (size % parts === 0) {
      const part = input.map((own, at) => (at === index ? size / parts : own));
      return ok(Array.from({ length: parts }, () => part));
    }
    const fitting = Array.from({ length: Math.min(size, 64) }, (_, at) => at + 1)
      .filter((count) => count > 1 && size % count === 0)
      .sort((a, b) => Math.abs(a - parts) - Math.abs(b - parts))[0];
    return refuse<ParamPatch>(
      'split.notEqual',
      { size, parts, axis },
      fitting === undefined
        ? {}
        : {
            fixes: [
              {
                title: { en: `Set parts to ${fitting}`, 'zh-CN': `把 parts 设为 ${fitting}` },
                params: { parts: fitting },
              },
            ],
          },
    );
  },
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ parts, axis }) => [`÷${parts}`, ...(axis === -1 ? [] : [`axis ${axis}`])],
  explain: ([input = []], { axis, parts }) => {
    const index = axisIndex(axis, input.length) ?? 0;
    const size = input[index] ?? null;
    return [
      {
        label: { en: `Axis ${index + 1}`, 'zh-CN': `轴 ${index + 1}` },
        formula: `${size ?? '?'} ÷ ${parts}`,
        result: size === null ? '?' : String(size / parts),
      },
    ];
  },
  tfjs: (values) =>
    fromModule(tfjsCall('split', params, values, { axis: -1 }), 'operations', 'split'),
  keras: (values) =>
    fromModule(kerasCall('Split', params, values, { parts: 2, axis: -1 }), 'operations', 'Split'),
  differences: ownOperation,
  messages: {
    'split.notEqual': {
      en: {
        sentence: '{size} places can’t make {parts} equal parts.',
        cause: 'The size of axis {axis} must be a multiple of the number of parts.',
      },
      'zh-CN': {
        sentence: '{size} 个位置无法分成 {parts} 等份。',
        cause: '轴 {axis} 的大小必须是份数的倍数。',
      },
    },
  },
});
