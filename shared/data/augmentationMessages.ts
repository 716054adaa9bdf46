import type { Messages } from '#shared/problems/problem.ts';

/** Texts of what can be wrong with augmentations. */
export const augmentationMessages: Messages = {
  'data.unknownAugmentation': {
    en: {
      sentence: 'This program does not know the augmentation {kind}.',
      remedy: 'Remove it, or open the file with the version that wrote it.',
    },
    'zh-CN': {
      sentence: '本程序不认识数据增强 {kind}。',
      remedy: '请去掉它，或用写入它的版本打开文件。',
    },
  },
  'data.noAugmentedFeature': {
    en: {
      sentence: 'The augmentation {title} changes {feature}, which the data does not have.',
      remedy: 'Remove it, or choose another feature for it.',
    },
    'zh-CN': {
      sentence: '数据增强“{titleChinese}”要改变的 {feature} 不在数据里。',
      remedy: '请去掉它，或为它另选一个特征。',
    },
  },
  'data.mixedNames': {
    en: {
      sentence: '{title} cannot blend {feature}.',
      cause:
        'It blends whole examples, and the numbers of {feature} are names (classes or tokens), not amounts.',
      remedy:
        'Add a One-hot step for it and train with categorical crossentropy, or remove {title}.',
    },
    'zh-CN': {
      sentence: '“{titleChinese}”不能混合 {feature}。',
      cause: '它混合整个样本，而 {feature} 的数字是名称（类别或词元），不是数量。',
      remedy: '请为它添加独热编码步骤并使用分类交叉熵，或去掉“{titleChinese}”。',
    },
  },
  'data.wrongAugmentation': {
    en: {
      sentence: 'The augmentation {title} cannot change {feature}.',
      cause:
        'After the steps, {feature} is of the kind {kind} and the shape {shape}, which it is not made for.',
      remedy: 'Remove it, or choose another feature for it.',
    },
    'zh-CN': {
      sentence: '数据增强“{titleChinese}”不能改变 {feature}。',
      cause: '经过各步骤后，{feature} 的类型是 {kind}，形状是 {shape}，它不适用于这样的特征。',
      remedy: '请去掉它，或为它另选一个特征。',
    },
  },
};
