/** Whether a shape is that of a picture. */
export function isPicture(shape: readonly number[]): boolean {
  return shape.length === 3 && shape.every((size) => size > 0);
}

/** What comes in where a picture has moved away. */
export const outsideParam = {
  type: 'choice',
  default: 'edge',
  choices: ['edge', 'black'],
  advanced: true,
  doc: {
    en: 'What comes in from outside: the pixels of the border, or black.',
    'zh-CN': '空出的部分填什么：边缘像素，或黑色。',
  },
} as const;

/** A number from 0 to `max`. */
export function amountParam<const Max extends number, const Default extends number>(
  standard: Default,
  max: Max,
  doc: { readonly en: string; readonly 'zh-CN': string },
) {
  return { type: 'number', default: standard, min: 0, max, doc } as const;
}

/** Black; of what has no known range 0. */
export function blackOf(range: readonly [number, number] | null): number {
  return range?.[0] ?? 0;
}
