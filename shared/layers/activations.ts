import type { ChoiceParam } from '#shared/layers/params.ts';
import type { LocalText } from '#shared/problems/problem.ts';

/** One activation function. */
export interface ActivationDefinition {
  /** tfjs's word; Keras's is the same in snake_case. */
  readonly kind: string;
  readonly doc: LocalText;
}

/**
 * The activations that tfjs and Keras 3 compute alike. tfjs's `hardSigmoid` (slope 0.2, Keras 3: 1/6) and `gelu_new`
 * (no word in Keras) are missing for that reason.
 */
export const activations = [
  { kind: 'linear', doc: { en: 'Leaves values as they are.', 'zh-CN': '保持原值。' } },
  {
    kind: 'relu',
    doc: { en: 'max(x, 0): negative values become 0.', 'zh-CN': 'max(x, 0)：负值变为 0。' },
  },
  { kind: 'relu6', doc: { en: 'relu, at most 6.', 'zh-CN': '上限为 6 的 relu。' } },
  {
    kind: 'elu',
    doc: { en: 'relu whose negative side bends to −1.', 'zh-CN': '负半轴平滑趋于 −1 的 relu。' },
  },
  {
    kind: 'selu',
    doc: {
      en: 'elu scaled so that signals normalize themselves.',
      'zh-CN': '带缩放的 elu，使信号自归一化。',
    },
  },
  {
    kind: 'gelu',
    doc: {
      en: 'x · Φ(x), a smooth relu used in transformers.',
      'zh-CN': 'x · Φ(x)，Transformer 中常用的平滑 relu。',
    },
  },
  {
    kind: 'swish',
    doc: { en: 'x · sigmoid(x), also called silu.', 'zh-CN': 'x · sigmoid(x)，也叫 silu。' },
  },
  { kind: 'mish', doc: { en: 'x · tanh(softplus(x)).', 'zh-CN': '即 x · tanh(softplus(x))。' } },
  {
    kind: 'sigmoid',
    doc: { en: 'Squeezes values between 0 and 1.', 'zh-CN': '把值压缩到 0 和 1 之间。' },
  },
  {
    kind: 'tanh',
    doc: { en: 'Squeezes values between −1 and 1.', 'zh-CN': '把值压缩到 −1 和 1 之间。' },
  },
  {
    kind: 'softmax',
    doc: {
      en: 'Turns the last axis into probabilities that sum to 1.',
      'zh-CN': '把最后一个轴变成和为 1 的概率。',
    },
  },
  { kind: 'logSoftmax', doc: { en: 'Logarithm of softmax.', 'zh-CN': 'softmax 的对数。' } },
  {
    kind: 'softplus',
    doc: { en: 'log(1 + exp(x)), a smooth relu.', 'zh-CN': 'log(1 + exp(x))，平滑的 relu。' },
  },
  { kind: 'softsign', doc: { en: 'x ÷ (1 + |x|).', 'zh-CN': '即 x ÷ (1 + |x|)，平缓的 tanh。' } },
] as const satisfies readonly ActivationDefinition[];

const kinds = activations.map((activation) => activation.kind);

/** The parameter `activation` of a layer that has one. */
export function activationParam(start: (typeof kinds)[number], doc?: LocalText) {
  return {
    type: 'choice',
    default: start,
    choices: kinds,
    doc: doc ?? {
      en: 'Function applied to the result. linear leaves it as it is.',
      'zh-CN': '作用于结果的函数。linear 表示保持原值。',
    },
  } as const satisfies ChoiceParam;
}
