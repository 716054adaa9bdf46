import type { ParamTable } from '#shared/layers/params.ts';
import type { PartDefinition } from '#shared/layers/parts.ts';

const l1 = {
  l1: {
    type: 'number',
    default: 0.01,
    min: 0,
    doc: {
      en: 'Strength of the penalty on absolute values: pushes small weights to exactly 0.',
      'zh-CN': '对绝对值的惩罚强度：使小的权重变为 0。',
    },
  },
} as const satisfies ParamTable;

const l2 = {
  l2: {
    type: 'number',
    default: 0.01,
    min: 0,
    doc: {
      en: 'Strength of the penalty on squares: keeps weights small.',
      'zh-CN': '对平方的惩罚强度：使权重保持较小。',
    },
  },
} as const satisfies ParamTable;

/** The regularizers: penalties that are added to the loss. */
export const regularizers: readonly PartDefinition[] = [
  {
    kind: 'l2',
    title: 'L2',
    doc: {
      en: 'Adds the sum of squares to the loss, so that weights stay small.',
      'zh-CN': '把平方和加到损失中，使权重保持较小。',
    },
    params: l2,
  },
  {
    kind: 'l1',
    title: 'L1',
    doc: {
      en: 'Adds the sum of absolute values to the loss, so that many weights become 0.',
      'zh-CN': '把绝对值之和加到损失中，使许多权重变为 0。',
    },
    params: l1,
  },
  {
    kind: 'l1l2',
    title: 'L1L2',
    doc: { en: 'Both penalties together.', 'zh-CN': '两种惩罚同时使用。' },
    params: { ...l1, ...l2 },
  },
];
