import { activationParam } from '#shared/layers/activations.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import {
  constraintParam,
  initializerParam,
  regularizerParam,
  trainableParam,
  useBiasParam,
  weightNames,
} from '#shared/layers/weightParams.ts';

const dropoutRate = { type: 'number', default: 0, min: 0, max: 0.99, advanced: true } as const;

/** What SimpleRNN, LSTM and GRU begin with. */
export const recurrentMain = {
  units: {
    type: 'integer',
    default: 32,
    min: 1,
    doc: {
      en: 'How many numbers the layer remembers from step to step.',
      'zh-CN': '层在步与步之间记住多少个数。',
    },
  },
  returnSequences: {
    type: 'boolean',
    default: false,
    doc: {
      en: 'On: gives its output at every step. Off: only after the last one.',
      'zh-CN': '开启：每一步都输出。关闭：只在最后一步输出。',
    },
  },
  bidirectional: {
    type: 'boolean',
    default: false,
    doc: {
      en: 'Reads the sequence forwards and backwards with two sets of weights. An initializer with a seed of its own starts both alike.',
      'zh-CN': '用两套权重分别正向和反向读取序列。初始化器若指定种子，两套权重的初始值相同。',
    },
  },
  mergeMode: {
    type: 'choice',
    default: 'concat',
    choices: ['concat', 'sum', 'mul', 'ave'],
    advanced: true,
    doc: {
      en: 'How both directions are put together: side by side, sum, product or mean. Matters only when bidirectional.',
      'zh-CN': '两个方向如何合并：并排、求和、相乘或取平均。仅在双向时有效。',
    },
  },
  activation: activationParam('tanh'),
} as const satisfies ParamTable;

/** The function that opens and closes the gates of LSTM and GRU. */
export const recurrentActivation = {
  recurrentActivation: {
    ...activationParam('sigmoid', {
      en: 'Function that opens and closes the gates.',
      'zh-CN': '控制门开关的函数。',
    }),
    advanced: true,
  },
} as const satisfies ParamTable;

/** The start of the gate that lets an LSTM forget. */
export const forgetBiasParam = {
  type: 'boolean',
  default: true,
  advanced: true,
  doc: {
    en: 'Starts with a bias of 1 at the forget gate, so that it remembers at first.',
    'zh-CN': '遗忘门的偏置从 1 开始，使它一开始就能记住。',
  },
} as const satisfies ParamTable[string];

/** What SimpleRNN, LSTM and GRU end with. */
export const recurrentRest = {
  useBias: useBiasParam,
  kernelInitializer: initializerParam(weightNames.kernel, 'glorotUniform'),
  recurrentInitializer: initializerParam(weightNames.recurrent, 'orthogonal'),
  biasInitializer: initializerParam(weightNames.bias, 'zeros'),
  kernelRegularizer: regularizerParam(weightNames.kernel),
  recurrentRegularizer: regularizerParam(weightNames.recurrent),
  biasRegularizer: regularizerParam(weightNames.bias),
  kernelConstraint: constraintParam(weightNames.kernel),
  recurrentConstraint: constraintParam(weightNames.recurrent),
  biasConstraint: constraintParam(weightNames.bias),
  dropout: {
    ...dropoutRate,
    doc: {
      en: 'Share of the inputs that is set to 0 while training.',
      'zh-CN': '训练时输入中被置为 0 的比例。',
    },
  },
  recurrentDropout: {
    ...dropoutRate,
    doc: {
      en: 'Share of the memory that is set to 0 while training.',
      'zh-CN': '训练时记忆中被置为 0 的比例。',
    },
  },
  goBackwards: {
    type: 'boolean',
    default: false,
    advanced: true,
    doc: { en: 'Reads the sequence from its end.', 'zh-CN': '从末尾开始读取序列。' },
  },
  returnState: {
    type: 'boolean',
    default: false,
    advanced: true,
    doc: {
      en: 'Gives what it remembers at the end as further outputs.',
      'zh-CN': '把最后记住的内容作为额外的输出。',
    },
  },
  trainable: trainableParam,
} as const satisfies ParamTable;
