import type { LayerProblem } from '#shared/layers/checks.ts';
import { requireSize } from '#shared/layers/checks.ts';
import { channelsIndex, toChannelsLast } from '#shared/layers/dataFormat.ts';
import type { DataFormat } from '#shared/layers/dataFormat.ts';
import { inPairs, resized } from '#shared/layers/reshaping/sides.ts';
import type { Messages } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** What is cut off at each side. */
export const croppingDoc = {
  en: 'How much is cut off at each side.',
  'zh-CN': '每一侧裁掉多少。',
};

/** Texts of the problems of layers that cut sides off. */
export const croppingMessages: Messages = {
  'cropping.nothingLeft': {
    en: {
      sentence: 'Nothing of {input} is left.',
      cause: '{layer} cuts {cropping} off, and along each axis at least 1 has to stay.',
    },
    'zh-CN': {
      sentence: '{input} 全部被裁掉了。',
      cause: '{layer} 裁掉 {cropping}，而每个轴至少要保留 1。',
    },
  },
};

/** `layers.unknownSize` for an axis of unknown length, `cropping.nothingLeft` where too much is cut off; else null. */
export function checkCropping(
  layer: string,
  input: Shape,
  cropping: readonly number[],
  dataFormat: DataFormat = 'channelsLast',
): LayerProblem | null {
  const channels = channelsIndex(input, dataFormat);
  for (const axis of input.keys()) {
    const problem = axis === channels ? null : requireSize(layer, input, axis);
    if (problem) return problem;
  }
  if (resized(input, cropping, -1, dataFormat).every((size) => size === null || size > 0)) {
    return null;
  }
  const lengths = toChannelsLast(input, dataFormat);
  const pairs = inPairs(cropping);
  const fitting = pairs.flatMap(([before = 0, after = 0], axis) => {
    const most = (lengths[axis] ?? 1) - 1;
    const first = Math.min(before, most);
    return [first, Math.min(after, most - first)];
  });
  const shown = fitting.join(', ');
  return {
    code: 'cropping.nothingLeft',
    severity: 'error',
    values: {
      layer,
      input,
      cropping: pairs.map((pair) => pair.join(' + ')),
    },
    fixes: [
      {
        title: { en: `Set cropping to ${shown}`, 'zh-CN': `把 cropping 设为 ${shown}` },
        params: { cropping: fitting },
      },
    ],
  };
}
