import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireAxis } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { ParamTable, ParamValues } from '#shared/layers/params.ts';
import { countedAxisParam, ownOperation } from '#shared/layers/reshaping/operationTexts.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import { axisIndex } from '#shared/shape/shape.ts';
import type { Size } from '#shared/shape/shape.ts';

const params = {
  axis: countedAxisParam(1, {
    en: 'The axis that is cut. 1 is the first one, −1 the last; the batch is axis 0.',
    'zh-CN': '要截取的轴。1 是第一个，−1 是最后一个；批是轴 0。',
  }),
  start: {
    type: 'integer',
    default: 0,
    doc: {
      en: 'The first place that is kept, counted from 0; negative ones from the end: −1 is the last.',
      'zh-CN': '保留的第一个位置，从 0 数起；负数从末尾数：−1 是最后一个。',
    },
  },
  end: {
    type: 'integer',
    default: null,
    optional: true,
    doc: {
      en: 'The first place that is no longer kept, counted likewise. None: all to the end.',
      'zh-CN': '不再保留的第一个位置，数法相同。留空则一直到末尾。',
    },
  },
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = { axis: 1, start: 0, end: null };

/** How many places are left of so many; null: that is not known. */
function left(size: Size, start: number, end: number | null): Size {
  if (size === null) return null;
  const place = (at: number) => Math.min(Math.max(at < 0 ? at + size : at, 0), size);
  return Math.max(place(end ?? size) - place(start), 0);
}

/** Keeps a part of one axis: start 0, end 1 of (batch, steps, features) is (batch, 1, features). */
export const slice = defineLayer({
  kind: 'slice',
  title: 'Slice',
  gloss: '切片层',
  family: 'reshaping',
  pictogram: 'crop',
  doc: {
    en: 'Keeps a part of one axis: the last steps of a sequence, some of the channels.',
    'zh-CN': '只保留一个轴的一部分，例如序列的最后几步或部分通道。',
  },
  link: 'https://keras.io/api/ops/core/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []], { axis, start, end }) => {
    const problem = requireAxis('Slice', 'axis', axis, input, { axis: -1, start: 0, end: null });
    if (problem) return fail(problem);
    const index = axisIndex(axis, input.length) ?? 0;
    const size = input[index] ?? null;
    const kept = left(size, start, end);
    if (kept !== 0) return ok([input.map((own, at) => (at === index ? kept : own))]);
    const toEnd: ParamPatch = {
      title: { en: 'Keep all to the end', 'zh-CN': '一直保留到末尾' },
      params: { end: null },
    };
    const whole: ParamPatch = {
      title: { en: 'Keep the whole axis', 'zh-CN': '保留整个轴' },
      params: { start: 0, end: null },
    };
    return refuse<ParamPatch>(
      'slice.nothingLeft',
      { input, axis, start, end: end ?? size, size },
      { fixes: left(size, start, null) === 0 ? [whole] : [toEnd] },
    );
  },
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ axis, start, end }) => [`${start}:${end ?? ''}`, `axis ${axis}`],
  explain: ([input = []], { axis, start, end }) => {
    const index = axisIndex(axis, input.length) ?? 0;
    return [
      {
        label: { en: `Axis ${index + 1}`, 'zh-CN': `轴 ${index + 1}` },
        formula: `${input[index] ?? '?'} [${start}:${end ?? ''}]`,
        result: String(left(input[index] ?? null, start, end) ?? '?'),
      },
    ];
  },
  tfjs: (values) =>
    fromModule(tfjsCall('slice', params, values, libraryDefaults), 'operations', 'slice'),
  keras: (values) =>
    fromModule(kerasCall('Slice', params, values, libraryDefaults), 'operations', 'Slice'),
  differences: ownOperation,
  messages: {
    'slice.nothingLeft': {
      en: {
        sentence: 'Nothing of axis {axis} of {input} is left.',
        cause: 'It has {size} places, and none lies from {start} to before {end}.',
      },
      'zh-CN': {
        sentence: '{input} 的轴 {axis} 什么也没有留下。',
        cause: '它有 {size} 个位置，从 {start} 到 {end} 之前一个也没有。',
      },
    },
  },
});
