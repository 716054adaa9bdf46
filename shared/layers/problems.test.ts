import { describe, expect, test } from 'vitest';
import { layerMessages, paramMessages } from '#shared/layers/messages.ts';
import { findLayer, layers } from '#shared/layers/index.ts';
import type { ParamTable, ParamValues } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import { describeProblem } from '#shared/problems/describeProblem.ts';
import type { Shape } from '#shared/shape/shape.ts';

interface Case {
  readonly kind: string;
  readonly inputs: readonly Shape[];
  readonly params?: ParamValues;
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  /** Titles of the fixes, in order. */
  readonly fixes: readonly string[];
}

const cases: readonly Case[] = [
  {
    kind: 'conv2d',
    inputs: [[128]],
    code: 'layers.wrongRank',
    en: 'Conv2D can’t take 128.',
    zh: 'Conv2D 不能接收 128。',
    fixes: [],
  },
  {
    kind: 'add',
    inputs: [[4]],
    code: 'layers.inputCount',
    en: 'Add has the wrong number of inputs: 1.',
    zh: 'Add 的输入数量不对：1 个。',
    fixes: [],
  },
  {
    kind: 'flatten',
    inputs: [[null, 8]],
    code: 'layers.unknownSize',
    en: 'Flatten needs to know axis 1 of ?×8.',
    zh: 'Flatten 需要知道 ?×8 的第 1 个轴。',
    fixes: [],
  },
  {
    kind: 'concatenate',
    inputs: [[4], [4]],
    params: { axis: 3 },
    code: 'layers.axisOutOfRange',
    en: 'Concatenate has no axis 3 in 4.',
    zh: 'Concatenate：4 没有轴 3。',
    fixes: ['Set axis to −1 (the last axis)'],
  },
  {
    kind: 'dense',
    inputs: [[5]],
    params: { units: 3, kernelInitializer: { kind: 'identity' } },
    code: 'layers.initializerShape',
    en: 'Identity can’t fill a weight of shape 5×3.',
    zh: 'Identity 不能用于形状为 5×3 的权重。',
    fixes: ['Set kernelInitializer to glorotUniform'],
  },
  {
    kind: 'conv2d',
    inputs: [[2, 2, 8]],
    code: 'convolution.kernelLargerThanInput',
    en: 'A 3×3 kernel doesn’t fit into 2×2.',
    zh: '3×3 的卷积核放不进 2×2。',
    fixes: ['Set kernelSize to 2×2', 'Set padding to same'],
  },
  {
    kind: 'conv1d',
    inputs: [[4, 2]],
    params: { kernelSize: 3, dilationRate: 2 },
    code: 'convolution.kernelLongerThanInput',
    en: 'A kernel of length 3 doesn’t fit into 4 steps.',
    zh: '长度为 3 的卷积核放不进 4 步。',
    fixes: ['Set kernelSize to 2', 'Set padding to same', 'Set dilationRate to 1'],
  },
  {
    kind: 'conv2d',
    inputs: [[9, 9, 1]],
    params: { strides: [2, 2], dilationRate: [2, 2] },
    code: 'convolution.strideWithDilation',
    en: 'Conv2D can’t have strides 2×2 and dilation 2×2 together.',
    zh: 'Conv2D 不能同时使用步幅 2×2 和空洞率 2×2。',
    fixes: ['Set strides to 1×1', 'Set dilationRate to 1×1'],
  },
  {
    kind: 'maxPooling2d',
    inputs: [[1, 3, 8]],
    code: 'pooling.windowLargerThanInput',
    en: 'A 2×2 window doesn’t fit into 1×3.',
    zh: '2×2 的窗口放不进 1×3。',
    fixes: ['Set poolSize to 1×2', 'Set padding to same'],
  },
  {
    kind: 'averagePooling1d',
    inputs: [[1, 8]],
    code: 'pooling.windowLongerThanInput',
    en: 'A window of length 2 doesn’t fit into 1 steps.',
    zh: '长度为 2 的窗口放不进 1 步。',
    fixes: ['Set poolSize to 1', 'Set padding to same'],
  },
  {
    kind: 'add',
    inputs: [
      [14, 14, 64],
      [14, 14, 32],
    ],
    code: 'merging.shapesDiffer',
    en: 'Add can’t combine 14×14×64 and 14×14×32.',
    zh: 'Add 无法合并 14×14×64 和 14×14×32。',
    fixes: [],
  },
  {
    kind: 'concatenate',
    inputs: [
      [4, 8],
      [6, 8],
    ],
    code: 'concatenate.shapesDiffer',
    en: 'Concatenate can’t join 4×8 and 6×8 along axis −1.',
    zh: 'Concatenate 无法沿轴 −1 拼接 4×8 和 6×8。',
    fixes: ['Set axis to 1'],
  },
  {
    kind: 'dot',
    inputs: [
      [4, 8],
      [8, 3],
    ],
    code: 'dot.sizesDiffer',
    en: 'Dot can’t multiply 4×8 and 8×3.',
    zh: 'Dot 无法将 4×8 与 8×3 相乘。',
    fixes: ['Set axes to 2 and 1'],
  },
  {
    kind: 'reshape',
    inputs: [[28, 28]],
    params: { targetShape: [14, 50] },
    code: 'reshape.countDiffers',
    en: 'Reshape can’t turn 28×28 into 14×50.',
    zh: 'Reshape 无法把 28×28 变成 14×50。',
    fixes: ['Set targetShape to 14×56'],
  },
  {
    kind: 'permute',
    inputs: [[4, 8, 2]],
    params: { dims: [2, 1] },
    code: 'permute.notAPermutation',
    en: 'The order 2, 1 doesn’t fit 4×8×2.',
    zh: '顺序 2、1 与 4×8×2 不符。',
    fixes: ['Set dims to 3, 2, 1'],
  },
  {
    kind: 'cropping2D',
    inputs: [[4, 8, 3]],
    params: { cropping: [1, 3, 2, 2] },
    code: 'cropping.nothingLeft',
    en: 'Nothing of 4×8×3 is left.',
    zh: '4×8×3 全部被裁掉了。',
    fixes: ['Set cropping to 1, 2, 2, 2'],
  },
  {
    kind: 'prelu',
    inputs: [[4, 8]],
    params: { sharedAxes: [1, 3] },
    code: 'prelu.sharedAxes',
    en: 'PReLU has no axis 3 to share in 4×8.',
    zh: 'PReLU：4×8 没有可共用的轴 3。',
    fixes: ['Set sharedAxes to 1'],
  },
  {
    kind: 'dropout',
    inputs: [[4, 8]],
    params: { noiseShape: [null, 3, 8] },
    code: 'dropout.noiseShape',
    en: 'The noise shape ?×3×8 doesn’t fit 4×8.',
    zh: '噪声形状 ?×3×8 与 4×8 不符。',
    fixes: ['Decide each number alone'],
  },
  {
    kind: 'layerNormalization',
    inputs: [[4, 8]],
    params: { axis: [-1, 1] },
    code: 'layerNormalization.axisOrder',
    en: 'The axes −1, 1 are not in rising order.',
    zh: '轴 −1、1 没有按升序排列。',
    fixes: ['Set axis to 1, 2'],
  },
  {
    kind: 'groupNormalization',
    inputs: [[4, 6]],
    params: { groups: 5 },
    code: 'groupNormalization.groups',
    en: '6 channels can’t make 5 equal groups.',
    zh: '6 个通道无法分成 5 个相等的组。',
    fixes: ['Set groups to 3'],
  },
  {
    kind: 'slice',
    inputs: [[6, 4]],
    params: { start: 2, end: -4 },
    code: 'slice.nothingLeft',
    en: 'Nothing of axis 1 of 6×4 is left.',
    zh: '6×4 的轴 1 什么也没有留下。',
    fixes: ['Keep all to the end'],
  },
  {
    kind: 'slice',
    inputs: [[6, 4]],
    params: { start: 6 },
    code: 'slice.nothingLeft',
    en: 'Nothing of axis 1 of 6×4 is left.',
    zh: '6×4 的轴 1 什么也没有留下。',
    fixes: ['Keep the whole axis'],
  },
  {
    kind: 'split',
    inputs: [[6, 9]],
    code: 'split.notEqual',
    en: '9 places can’t make 2 equal parts.',
    zh: '9 个位置无法分成 2 等份。',
    fixes: ['Set parts to 3'],
  },
  {
    kind: 'gather',
    inputs: [[6, 4]],
    params: { indices: [1, 4] },
    code: 'gather.outOfRange',
    en: 'There is no place 4 along axis −1.',
    zh: '轴 −1 上没有位置 4。',
    fixes: ['Set indices to 1'],
  },
  {
    kind: 'gather',
    inputs: [[6, 4]],
    params: { indices: [] },
    code: 'gather.noIndices',
    en: 'Gather takes nothing.',
    zh: 'Gather 什么也没有选取。',
    fixes: ['Set indices to 0'],
  },
  {
    kind: 'reduce',
    inputs: [[6, 4]],
    params: { axes: [1, -2] },
    code: 'reduce.axesTwice',
    en: 'The axes 1, −2 can’t be put together.',
    zh: '无法沿轴 1、−2 合并。',
    fixes: ['Set axes to 1'],
  },
  {
    kind: 'reduce',
    inputs: [[6, 4]],
    params: { axes: [1, 2] },
    code: 'reduce.nothingLeft',
    en: 'No axis of 6×4 is left.',
    zh: '6×4 没有剩下任何轴。',
    fixes: ['Keep the axes, with size 1'],
  },
  {
    kind: 'stack',
    inputs: [
      [6, 4],
      [6, 3],
    ],
    code: 'stack.shapesDiffer',
    en: 'Stack can’t put 6×4 and 6×3 side by side.',
    zh: 'Stack 无法把 6×4 和 6×3 并排。',
    fixes: [],
  },
  {
    kind: 'matMul',
    inputs: [
      [6, 4],
      [6, 4],
    ],
    code: 'matMul.shapesDiffer',
    en: 'MatMul can’t multiply 6×4 and 6×4.',
    zh: 'MatMul 无法将 6×4 与 6×4 相乘。',
    fixes: ['Transpose B only'],
  },
  {
    kind: 'positionEmbedding',
    inputs: [[60, 4]],
    params: { maxLength: 50 },
    code: 'positionEmbedding.tooLong',
    en: 'A sequence of 60 steps is longer than maxLength.',
    zh: '60 步的序列超过了 maxLength。',
    fixes: ['Set maxLength to 60'],
  },
  {
    kind: 'multiHeadAttention',
    inputs: [
      [6, 4],
      [5, 3],
      [4, 3],
    ],
    code: 'attention.stepsDiffer',
    en: 'MultiHeadAttention can’t look 5×3 up by 4×3.',
    zh: 'MultiHeadAttention 无法用键 4×3 查找值 5×3。',
    fixes: [],
  },
  {
    kind: 'attention',
    inputs: [
      [6, 4],
      [5, 3],
    ],
    code: 'attention.sizesDiffer',
    en: 'Attention can’t compare 6×4 with 5×3.',
    zh: 'Attention 无法比较 6×4 和 5×3。',
    fixes: [],
  },
];

describe.each(cases)('$kind: $code', ({ kind, inputs, params = {}, code, en, zh, fixes }) => {
  const layer = findLayer(kind);
  const values = parseParams(layer?.params ?? {}, params).values;
  const result = layer?.outputShape(inputs, values);
  const problem = result?.ok === false ? result.problem : undefined;

  test('is named with its values, in both languages', () => {
    expect(problem?.code).toBe(code);
    if (!problem || !layer?.messages) throw new Error('no problem');
    expect(describeProblem(problem, 'en', layer.messages).sentence).toBe(en);
    expect(describeProblem(problem, 'zh-CN', layer.messages).sentence).toBe(zh);
    for (const language of ['en', 'zh-CN'] as const) {
      const text = Object.values(describeProblem(problem, language, layer.messages)).join(' ');
      expect(text).not.toMatch(/[{}]/);
    }
  });

  test('each fix mends it', () => {
    expect((problem?.fixes ?? []).map(({ title }) => title.en)).toEqual(fixes);
    for (const fix of problem?.fixes ?? []) {
      expect(layer?.outputShape(inputs, { ...values, ...fix.params })).toMatchObject({ ok: true });
    }
  });
});

describe('problems of parameters', () => {
  const doc = { en: 'A parameter.', 'zh-CN': '一个参数。' };
  const table = {
    units: { type: 'integer', default: 8, min: 1, max: 100, doc },
    padding: { type: 'choice', default: 'valid', choices: ['valid', 'same'], doc },
    kernelSize: { type: 'integers', default: [3, 3], length: 2, doc },
  } as const satisfies ParamTable;

  test.each<[ParamValues, string, string]>([
    [{ units: 'many' }, 'units can’t be many.', 'units 不能是 many。'],
    [{ units: 0 }, 'units is 0, less than 1.', 'units 是 0，小于 1。'],
    [{ units: 101 }, 'units is 101, more than 100.', 'units 是 101，大于 100。'],
    [{ padding: 'full' }, 'padding can’t be full.', 'padding 不能是 full。'],
    [
      { kernelSize: [3] },
      'kernelSize has 1 numbers instead of 2.',
      'kernelSize 有 1 个数，应为 2 个。',
    ],
    [{ wings: 2 }, 'wings is not a parameter here.', '这里没有参数 wings。'],
  ])('%j: %s', (values, en, zh) => {
    const [problem] = parseParams(table, values).problems;
    if (!problem) throw new Error('no problem');
    expect(describeProblem(problem, 'en', paramMessages).sentence).toBe(en);
    expect(describeProblem(problem, 'zh-CN', paramMessages).sentence).toBe(zh);
    expect(Object.values(describeProblem(problem, 'en', paramMessages)).join(' ')).not.toMatch(
      /[{}]/,
    );
  });
});

test('every text of the catalogue is asserted here', () => {
  const all = new Set(layers.flatMap(({ messages }) => Object.keys(messages ?? layerMessages)));
  const seen = new Set([...cases.map(({ code }) => code), ...Object.keys(paramMessages)]);
  // graph/ reports it, since it depends on the layers before.
  seen.add('embedding.floatInput').add('categoryEncoding.floatInput');
  expect([...all].filter((code) => !seen.has(code))).toEqual([]);
});
