import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems that preparation steps find in their features. */
export const stepMessages: Messages = {
  'steps.manySizes': {
    en: {
      sentence: '{step} cannot take {feature}: its examples have different sizes.',
      cause: 'Numbers are worked out place by place, which needs one size.',
      remedy: 'Put a step before it that gives all examples one size.',
    },
    'zh-CN': {
      sentence: '“{stepChinese}”不能处理 {feature}：各样本的大小不一。',
      cause: '数值按位置逐个计算，因此需要统一的大小。',
      remedy: '请在它之前加入一个统一大小的步骤。',
    },
  },
  'steps.notSingle': {
    en: {
      sentence: '{step} cannot take {feature}: it is {shape}.',
      cause: 'It takes one number for each example.',
      remedy: 'Choose other features for the step, or remove it.',
    },
    'zh-CN': {
      sentence: '“{stepChinese}”不能处理 {feature}：它的形状是 {shape}。',
      cause: '该步骤要求每个样本只有一个数。',
      remedy: '请为该步骤另选特征，或去掉它。',
    },
  },
  'steps.alreadyNumbers': {
    en: {
      sentence: '{step} cannot take {feature}: it already holds numbers.',
      cause: 'The step turns texts into numbers.',
      remedy: 'Remove the step.',
    },
    'zh-CN': {
      sentence: '“{stepChinese}”不能处理 {feature}：它已经是数。',
      cause: '该步骤用来把文本变成数。',
      remedy: '请去掉该步骤。',
    },
  },
  'steps.needsNumbers': {
    en: {
      sentence: '{step} cannot take {feature}: it holds texts.',
      cause: 'The step works with numbers.',
      remedy: 'Put a step before it that turns {feature} into numbers, or remove it.',
    },
    'zh-CN': {
      sentence: '“{stepChinese}”不能处理 {feature}：它是文本。',
      cause: '该步骤只处理数。',
      remedy: '请在它之前加入把 {feature} 变成数的步骤，或去掉它。',
    },
  },
  'steps.noParts': {
    en: {
      sentence: 'No part of the date {feature} is chosen.',
      remedy: 'Choose at least one part, for example month or weekday.',
    },
    'zh-CN': {
      sentence: '没有选择日期 {feature} 的任何部分。',
      remedy: '请至少选择一个部分，例如月份或星期。',
    },
  },
  'steps.notADate': {
    en: {
      sentence: '{text} is not a date.',
      cause: 'The day that {feature} is counted from is written as year-month-day.',
      remedy:
        'Write it like 2020-01-31, or leave it empty for the earliest day of the training rows.',
    },
    'zh-CN': {
      sentence: '{text} 不是日期。',
      cause: '计算 {feature} 的起始日应写成“年-月-日”。',
      remedy: '请写成 2020-01-31 的形式，或留空以使用训练行中最早的一天。',
    },
  },
  'steps.turnedRound': {
    en: {
      sentence: '{step} has a lowest value of {low}, which is not below its highest, {high}.',
      remedy: 'Set the lowest value below the highest.',
    },
    'zh-CN': {
      sentence: '“{stepChinese}”的最小值 {low} 不小于最大值 {high}。',
      remedy: '请把最小值设得小于最大值。',
    },
  },
};
