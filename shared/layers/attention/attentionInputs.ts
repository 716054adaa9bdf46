import type { Application, Call, CallValue } from '#shared/layers/call.ts';
import type { LayerProblem } from '#shared/layers/checks.ts';
import type { LayerInputs, MaskUse } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { dropoutSeedParam, rateParam } from '#shared/layers/regularization/dropoutParams.ts';
import type { LocalText, Messages } from '#shared/problems/problem.ts';
import type { Shape, Size } from '#shared/shape/shape.ts';

/** One input is query, value and key; two are query and value, which is the key; three are all of them, in this order. */
export const attentionInputs: LayerInputs = { min: 1, max: 3, ranks: [2] };

/** Parameters of every kind of attention. */
export const attentionParams = {
  useCausalMask: {
    type: 'boolean',
    default: false,
    doc: {
      en: 'Each step sees itself and the steps before it only, so that nothing can be copied from the future.',
      'zh-CN': '每一步只能看到自己和之前的步，无法抄袭未来的内容。',
    },
  },
  dropout: {
    ...rateParam,
    default: 0,
    advanced: true,
    doc: {
      en: 'Share of the attention that is set to 0 while training, between 0 and 1.',
      'zh-CN': '训练时被置为 0 的注意力比例，0 到 1 之间。',
    },
  },
  seed: dropoutSeedParam,
} as const satisfies ParamTable;

/** Query, value and key, as the inputs say. */
export interface AttentionShapes {
  readonly query: Shape;
  readonly value: Shape;
  readonly key: Shape;
}

/** Which input is which; see `attentionInputs`. */
export function attentionShapes(inputs: readonly Shape[]): AttentionShapes {
  const [query = [], value = query, key = value] = inputs;
  return { query, value, key };
}

function differ(a: Size = null, b: Size = null): boolean {
  return a !== null && b !== null && a !== b;
}

/** `attention.stepsDiffer` where values and keys are not as many as each other. */
export function checkSteps(layer: string, { value, key }: AttentionShapes): LayerProblem | null {
  if (!differ(value[0], key[0])) return null;
  return { code: 'attention.stepsDiffer', severity: 'error', values: { layer, value, key } };
}

/** `attention.sizesDiffer` where query and key cannot be compared number by number. */
export function checkSizes(layer: string, { query, key }: AttentionShapes): LayerProblem | null {
  if (!differ(query[1], key[1])) return null;
  return {
    code: 'attention.sizesDiffer',
    severity: 'error',
    values: { layer, query, key, querySize: query[1] ?? null, keySize: key[1] ?? null },
  };
}

/** tfjs hands over the marks of the first input only. */
export function attentionMask(inputCount: number): MaskUse {
  return inputCount === 1 ? 'usesAndKeeps' : 'misses';
}

/** The Keras call, which takes all its tensors by themselves or in a list, and is told while it runs to hide the future. */
export function applied(call: Call, inputs: Application['inputs']): Call {
  const { use_causal_mask: useCausalMask = false, ...args } = call.args;
  const hidesFuture: Readonly<Record<string, CallValue>> =
    useCausalMask === false ? {} : { use_causal_mask: useCausalMask };
  return { ...call, args, application: { inputs, atLeast: 2, args: hidesFuture } };
}

/** Said of every kind of attention. */
export const attentionDifference: LocalText = {
  en: 'tfjs has no attention, so the code here brings a layer of its own. Marks of padding count where there is a single input; tfjs cannot hand over those of several.',
  'zh-CN':
    'tfjs 没有注意力层，因此这里的代码自带一个。只有一个输入时填充标记才起作用；tfjs 无法传递多个输入的标记。',
};

/** Texts of the problems above. */
export const attentionMessages: Messages = {
  'attention.stepsDiffer': {
    en: {
      sentence: '{layer} can’t look {value} up by {key}.',
      cause: 'Each value needs one key, so both must have as many steps.',
      remedy: 'Let values and keys come from the same sequence, or connect no key.',
    },
    'zh-CN': {
      sentence: '{layer} 无法用键 {key} 查找值 {value}。',
      cause: '每个值需要一个键，因此两者的步数必须相同。',
      remedy: '请让值和键来自同一个序列，或不连接键。',
    },
  },
  'attention.sizesDiffer': {
    en: {
      sentence: '{layer} can’t compare {query} with {key}.',
      cause:
        'A step of the query has {querySize} numbers and a key has {keySize}; each needs a partner.',
      remedy: 'Put a Dense layer before one of them, or use MultiHeadAttention, which has its own.',
    },
    'zh-CN': {
      sentence: '{layer} 无法比较 {query} 和 {key}。',
      cause: '查询的每一步有 {querySize} 个数，键有 {keySize} 个，而每个数都需要一个对应的数。',
      remedy: '请在其中一个之前放置 Dense 层，或使用自带投影的 MultiHeadAttention。',
    },
  },
};
