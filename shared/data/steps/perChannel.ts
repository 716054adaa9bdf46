import type { JsonValue } from '#shared/data/catalogue.ts';

/** The parameter of steps that can treat each channel by itself. */
export const perChannel = {
  type: 'boolean',
  default: false,
  advanced: true,
  doc: {
    en: 'Each place of the last axis by itself: the colours of an image, the columns of a sequence.',
    'zh-CN': '最后一个轴的每个位置单独处理：图像的各颜色、序列的各列。',
  },
} as const;

/**
 * What was learned for each channel, `[[a, b], …]`, as the arithmetic takes it: for each of the `count` quantities one
 * number, or a list where there are several channels.
 */
export function columnsOf(fitted: JsonValue, count: number): readonly JsonValue[] {
  const rows = (fitted ?? []) as readonly (readonly number[])[];
  return Array.from({ length: count }, (_value, column) => {
    const values = rows.map((row) => row[column] ?? 0);
    return values.length > 1 ? values : (values[0] ?? 0);
  });
}
