import { axisNames } from '#shared/layers/axisNames.ts';
import type { LayerProblem } from '#shared/layers/checks.ts';
import type { ParamPatch, ShapeFormula } from '#shared/layers/defineLayer.ts';
import type { LocalText, Messages } from '#shared/problems/problem.ts';
import { formatShape } from '#shared/shape/shape.ts';
import type { Shape } from '#shared/shape/shape.ts';
import { windowedLength, windowedLengthFormula } from '#shared/shape/windows.ts';
import type { Window } from '#shared/shape/windows.ts';

/** Texts of the problems of all pooling layers. */
export const poolingMessages: Messages = {
  'pooling.windowLongerThanInput': {
    en: {
      sentence: 'A window of length {pool} doesn’t fit into {input} steps.',
      cause: '{layer} has padding valid, so its window must stay inside its input.',
      remedy: 'Use a shorter window, padding same, or one pooling layer less.',
    },
    'zh-CN': {
      sentence: '长度为 {pool} 的窗口放不进 {input} 步。',
      cause: '{layer} 的 padding 是 valid，窗口必须在输入之内。',
      remedy: '请缩短窗口、使用 padding same，或去掉一个池化层。',
    },
  },
  'pooling.windowLargerThanInput': {
    en: {
      sentence: 'A {pool} window doesn’t fit into {input}.',
      cause: '{layer} has padding valid, so its window must stay inside its input.',
      remedy: 'Use a smaller window, padding same, or one pooling layer less.',
    },
    'zh-CN': {
      sentence: '{pool} 的窗口放不进 {input}。',
      cause: '{layer} 的 padding 是 valid，窗口必须在输入之内。',
      remedy: '请减小窗口、使用 padding same，或去掉一个池化层。',
    },
  },
};

/** One window an axis; without strides a window moves by its own size. */
export function poolWindows(
  poolSize: readonly number[],
  strides: readonly number[] | null,
  padding: 'valid' | 'same',
): readonly Window[] {
  return poolSize.map((size, axis) => ({ size, stride: strides?.[axis] ?? size, padding }));
}

/** Shape after pooling; the input has its channels last. */
export function pooledShape(input: Shape, windows: readonly Window[]): Shape {
  return [
    ...windows.map((window, axis) => windowedLength(input[axis] ?? null, window)),
    ...input.slice(windows.length),
  ];
}

/** `pooling.windowLargerThanInput` (over a sequence `…LongerThanInput`), or null when every window fits. The input has its channels last. */
export function checkPool(
  layer: string,
  input: Shape,
  windows: readonly Window[],
  patchPoolSize: (sizes: readonly number[]) => ParamPatch['params'],
): LayerProblem | null {
  const lengths = input.slice(0, windows.length);
  const fits = pooledShape(lengths, windows).every((length) => length === null || length > 0);
  if (fits) return null;
  const fitting = windows.map(({ size }, axis) => Math.min(size, lengths[axis] ?? size));
  const shown = formatShape(fitting);
  return {
    code: windows.length === 1 ? 'pooling.windowLongerThanInput' : 'pooling.windowLargerThanInput',
    severity: 'error',
    values: { layer, pool: windows.map(({ size }) => size), input: lengths },
    fixes: [
      {
        title: { en: `Set poolSize to ${shown}`, 'zh-CN': `把 poolSize 设为 ${shown}` },
        params: patchPoolSize(fitting),
      },
      {
        title: { en: 'Set padding to same', 'zh-CN': '把 padding 设为 same' },
        params: { padding: 'same' },
      },
    ],
  };
}

/** The lines of the "Output shape" box. The input has its channels last. */
export function explainPool(
  input: Shape,
  windows: readonly Window[],
  axes: readonly LocalText[],
): readonly ShapeFormula[] {
  const channels = formatShape(input.slice(-1));
  return [
    ...windows.map((window, axis) => ({
      label: axes[axis] ?? axisNames.steps,
      formula: windowedLengthFormula(input[axis] ?? null, window),
      result: String(windowedLength(input[axis] ?? null, window) ?? '?'),
    })),
    { label: axisNames.channels, formula: channels, result: channels },
  ];
}
