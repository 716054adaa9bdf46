import type { ChoiceParam } from '#shared/layers/params.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Where the channels of an image stand. */
export type DataFormat = 'channelsLast' | 'channelsFirst';

/** The parameter `dataFormat` of layers that work on images. */
export const dataFormatParam = {
  type: 'choice',
  default: 'channelsLast',
  choices: ['channelsLast', 'channelsFirst'],
  advanced: true,
  doc: {
    en: 'Order of the axes: height × width × channels, or channels × height × width (slower in tfjs; Keras on TensorFlow needs a GPU for it).',
    'zh-CN':
      '轴的顺序：高×宽×通道，或通道×高×宽（在 tfjs 中较慢；Keras 的 TensorFlow 后端需要 GPU）。',
  },
} as const satisfies ChoiceParam;

/** The parameter `dataFormat` of layers that work on volumes. */
export const volumeFormatParam = {
  ...dataFormatParam,
  doc: {
    en: 'Order of the axes: depth × height × width × channels, or the channels first (slower in tfjs; Keras on TensorFlow needs a GPU for it).',
    'zh-CN':
      '轴的顺序：深×高×宽×通道，或通道在前（在 tfjs 中较慢；Keras 的 TensorFlow 后端需要 GPU）。',
  },
} as const satisfies ChoiceParam;

/** The shape with its channels at the end. */
export function toChannelsLast(shape: Shape, format: DataFormat): Shape {
  return format === 'channelsLast' ? shape : [...shape.slice(1), ...shape.slice(0, 1)];
}

/** A channels-last shape in the layer's own order. */
export function fromChannelsLast(shape: Shape, format: DataFormat): Shape {
  return format === 'channelsLast' ? shape : [...shape.slice(-1), ...shape.slice(0, -1)];
}

/** Index of the channels axis, without the batch. */
export function channelsIndex(shape: Shape, format: DataFormat): number {
  return format === 'channelsLast' ? shape.length - 1 : 0;
}
