/** The size of the steps: shared by all optimizers. */
export const learningRate = (value: number) =>
  ({
    type: 'number',
    default: value,
    min: 0,
    max: 100,
    doc: {
      en: 'Size of each step. Larger learns faster until it no longer settles.',
      'zh-CN': '每一步的大小。越大学得越快，过大则无法收敛。',
    },
  }) as const;

/** A number between 0 and 1 under "Advanced". */
export const fraction = (value: number, en: string, zh: string) =>
  ({
    type: 'number',
    default: value,
    min: 0,
    max: 1,
    advanced: true,
    doc: { en, 'zh-CN': zh },
  }) as const;

/** Keeps a division from reaching zero; the same in all optimizers that divide. */
export const epsilon = {
  type: 'number',
  default: 1e-7,
  min: 0,
  max: 1,
  advanced: true,
  doc: {
    en: 'A tiny number that keeps divisions from reaching zero.',
    'zh-CN': '很小的数，避免除以零。',
  },
} as const;
