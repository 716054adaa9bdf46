import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems that `parseParams` finds in any table of parameters. */
export const paramMessages: Messages = {
  'params.wrongType': {
    en: {
      sentence: '{param} can’t be {value}.',
      cause: 'It needs {expected}.',
      remedy: 'Until then {used} is used.',
    },
    'zh-CN': {
      sentence: '{param} 不能是 {value}。',
      cause: '这里需要{expectedChinese}。',
      remedy: '在此之前使用 {used}。',
    },
  },
  'params.tooSmall': {
    en: {
      sentence: '{param} is {value}, less than {min}.',
      cause: 'The least value is {min}.',
      remedy: 'Until then {used} is used.',
    },
    'zh-CN': {
      sentence: '{param} 是 {value}，小于 {min}。',
      cause: '最小值是 {min}。',
      remedy: '在此之前使用 {used}。',
    },
  },
  'params.tooLarge': {
    en: {
      sentence: '{param} is {value}, more than {max}.',
      cause: 'The greatest value is {max}.',
      remedy: 'Until then {used} is used.',
    },
    'zh-CN': {
      sentence: '{param} 是 {value}，大于 {max}。',
      cause: '最大值是 {max}。',
      remedy: '在此之前使用 {used}。',
    },
  },
  'params.notAChoice': {
    en: {
      sentence: '{param} can’t be {value}.',
      cause: 'It is one of: {choices}.',
      remedy: 'Until then {used} is used.',
    },
    'zh-CN': {
      sentence: '{param} 不能是 {value}。',
      cause: '可选值：{choices}。',
      remedy: '在此之前使用 {used}。',
    },
  },
  'params.wrongLength': {
    en: {
      sentence: '{param} has {count} numbers instead of {expected}.',
      remedy: 'Until then {used} is used.',
    },
    'zh-CN': {
      sentence: '{param} 有 {count} 个数，应为 {expected} 个。',
      remedy: '在此之前使用 {used}。',
    },
  },
  'params.unknown': {
    en: {
      sentence: '{param} is not a parameter here.',
      cause: 'It is kept in the document and has no effect.',
    },
    'zh-CN': {
      sentence: '这里没有参数 {param}。',
      cause: '它保留在文档中，但不起作用。',
    },
  },
};

/** Texts of the problems that every layer can have. */
export const layerMessages: Messages = {
  ...paramMessages,
  'layers.wrongRank': {
    en: {
      sentence: '{layer} can’t take {shape}.',
      cause: 'It needs an input with {expected} axes (without the batch), and this one has {rank}.',
    },
    'zh-CN': {
      sentence: '{layer} 不能接收 {shape}。',
      cause: '它的输入应有 {expected} 个轴（不含批），而这里有 {rank} 个。',
    },
  },
  'layers.inputCount': {
    en: {
      sentence: '{layer} has the wrong number of inputs: {count}.',
      cause: 'It needs {expected}.',
    },
    'zh-CN': {
      sentence: '{layer} 的输入数量不对：{count} 个。',
      cause: '它需要 {expected} 个。',
    },
  },
  'layers.unknownSize': {
    en: {
      sentence: '{layer} needs to know axis {axis} of {shape}.',
      cause: 'Its weights or its output depend on that size, and it is known only when data flows.',
      remedy: 'Give the input layer a number instead of “?” there.',
    },
    'zh-CN': {
      sentence: '{layer} 需要知道 {shape} 的第 {axis} 个轴。',
      cause: '它的权重或输出取决于这个大小，而它只有在数据到来时才知道。',
      remedy: '在输入层中把这里的“?”改成一个数。',
    },
  },
  'layers.axisOutOfRange': {
    en: {
      sentence: '{layer} has no axis {axis} in {shape}.',
      cause: 'Axes are counted from 1 (0 is the batch) to {rank}, or from −1 backwards.',
    },
    'zh-CN': {
      sentence: '{layer}：{shape} 没有轴 {axis}。',
      cause: '轴从 1（0 是批）数到 {rank}，或从 −1 往前数。',
    },
  },
  'layers.initializerShape': {
    en: {
      sentence: '{initializer} can’t fill a weight of shape {shape}.',
      cause: '{layer} has {param} {initializer}, which is made for other weights.',
    },
    'zh-CN': {
      sentence: '{initializer} 不能用于形状为 {shape} 的权重。',
      cause: '{layer} 的 {param} 是 {initializer}，它只适合别的权重。',
    },
  },
};
