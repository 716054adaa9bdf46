import { axisNames } from '#shared/layers/axisNames.ts';
import type { ShapeFormula } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import type { LocalText } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Size of the image that comes out. */
export const imageSize = {
  height: {
    type: 'integer',
    default: 32,
    min: 1,
    doc: { en: 'Rows of the image that comes out.', 'zh-CN': '输出图像的行数。' },
  },
  width: {
    type: 'integer',
    default: 32,
    min: 1,
    doc: { en: 'Columns of the image that comes out.', 'zh-CN': '输出图像的列数。' },
  },
} as const satisfies ParamTable;

interface Size {
  readonly height: number;
  readonly width: number;
}

/** The channels stay. */
export function withSize(input: Shape, { height, width }: Size): Shape {
  return [height, width, ...input.slice(2)];
}

/** The lines of the "Output shape" box. */
export function explainSize(
  [rows, columns]: Shape,
  { height, width }: Size,
): readonly ShapeFormula[] {
  return [
    { label: axisNames.height, formula: `${rows ?? '?'} → height`, result: String(height) },
    { label: axisNames.width, formula: `${columns ?? '?'} → width`, result: String(width) },
  ];
}

/** Said of both layers that change the size of images. */
export const imageSizeDifference: LocalText = {
  en: 'tfjs’s own layer places the pixels otherwise than Keras, so the code here brings one; both work channels-last here.',
  'zh-CN': 'tfjs 自带的层的像素位置与 Keras 不同，因此这里的代码自带一个；此处两者都是通道在后。',
};
