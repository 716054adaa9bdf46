import type { Messages } from '#shared/problems/problem.ts';

/** Texts of what the checks of data find, and of the set that a document holds itself. */
export const dataCheckMessages: Messages = {
  'check.leak': {
    en: {
      sentence: '{feature} gives away {target}.',
      cause:
        'It says the same as {target} in all of {rows} rows. A network would learn nothing else.',
      remedy: 'Leave it out, unless it is known at the time of a prediction.',
    },
    'zh-CN': {
      sentence: '{feature} 泄露了 {target}。',
      cause: '在全部 {rows} 行中，它与 {target} 说的是同一件事，网络不会再学别的。',
      remedy: '请不要使用它，除非预测时确实已经知道它的值。',
    },
  },
  'check.leakHandled': {
    en: {
      sentence: 'Target leak handled.',
      cause: '{feature} says the same as {target} in all of {rows} rows. It is left out.',
    },
    'zh-CN': {
      sentence: '目标泄露已处理。',
      cause: '{feature} 在全部 {rows} 行中与 {target} 说的是同一件事，已不使用。',
    },
  },
  'check.wrongWeights': {
    en: {
      sentence: '{feature} cannot weigh examples as it is.',
      cause: 'It is missing in {missing} rows and is {min} at the least; a weight is 0 or more.',
      remedy: 'Fill or clip it by a step, or leave it out.',
    },
    'zh-CN': {
      sentence: '{feature} 目前不能作为样本权重。',
      cause: '它在 {missing} 行中缺失，最小值为 {min}；权重不能小于 0。',
      remedy: '请用步骤填补或截断，或不使用它。',
    },
  },
  'check.weighed': {
    en: {
      sentence: 'Examples are weighed by {feature}.',
      cause:
        'The loss of each example is multiplied by it; metrics are not. It is {mean} on average: at 1 the loss keeps its size.',
    },
    'zh-CN': {
      sentence: '样本按 {feature} 加权。',
      cause: '每个样本的损失会乘以它，指标不受影响。其平均值为 {mean}；为 1 时损失的大小不变。',
    },
  },
  'check.groupsApart': {
    en: {
      sentence: 'Rows of the same {feature} lie in different parts.',
      cause:
        'The test then asks about {groups} groups that training has seen, and the score looks better than it is.',
      remedy: 'Divide by {feature}, so that the rows of a group stay together.',
    },
    'zh-CN': {
      sentence: '{feature} 相同的行分在了不同部分。',
      cause: '一共 {groups} 组，测试会用到训练时见过的组，成绩会比实际的好看。',
      remedy: '请按 {feature} 划分，让同一组的行留在一起。',
    },
  },
  'check.groupsTogether': {
    en: { sentence: 'Groups stay together.', cause: 'Rows of the same {feature} lie in one part.' },
    'zh-CN': { sentence: '同组的行在一起。', cause: '{feature} 相同的行都在同一部分。' },
  },
  'check.duplicates': {
    en: {
      sentence: '{duplicates} rows are repeated ({share}).',
      cause: 'A row that lies both in training and in test makes the score look better than it is.',
      remedy: 'Remove the repeated rows, unless they are true repetitions.',
    },
    'zh-CN': {
      sentence: '有 {duplicates} 行是重复的（{share}）。',
      cause: '同一行既在训练集又在测试集时，成绩会比实际的好看。',
      remedy: '请去掉重复的行，除非它们确实是各自独立的观测。',
    },
  },
  'check.duplicatesHandled': {
    en: { sentence: 'Repeated rows handled.', cause: '{duplicates} rows ({share}) are removed.' },
    'zh-CN': { sentence: '重复的行已处理。', cause: '{duplicates} 行（{share}）已去掉。' },
  },
  'check.mostlyEmpty': {
    en: {
      sentence: '{feature} is mostly empty.',
      cause: 'It is missing in {missing} rows ({share}): what fills them would be made up.',
      remedy: 'Leave it out.',
    },
    'zh-CN': {
      sentence: '{feature} 大部分是空的。',
      cause: '有 {missing} 行（{share}）缺失，填进去的值都是编出来的。',
      remedy: '请不要使用它。',
    },
  },
  'check.mostlyEmptyHandled': {
    en: {
      sentence: 'Mostly empty column handled.',
      cause: '{feature} is missing in {missing} rows ({share}). It is left out.',
    },
    'zh-CN': {
      sentence: '大部分为空的列已处理。',
      cause: '{feature} 有 {missing} 行（{share}）缺失，已不使用。',
    },
  },
  'check.constant': {
    en: {
      sentence: '{feature} is the same in every row: {value}.',
      cause: 'What never changes cannot tell anything apart.',
      remedy: 'Leave it out.',
    },
    'zh-CN': {
      sentence: '{feature} 在每一行都相同：{value}。',
      cause: '从不变化的列无法区分任何东西。',
      remedy: '请不要使用它。',
    },
  },
  'check.constantHandled': {
    en: {
      sentence: 'Constant column handled.',
      cause: '{feature} is always {value}. It is left out.',
    },
    'zh-CN': { sentence: '恒定的列已处理。', cause: '{feature} 总是 {value}，已不使用。' },
  },
  'check.gaps': {
    en: {
      sentence: '{feature} is missing in {missing} rows.',
      cause: 'Nothing in the recipe fills these gaps, and a network cannot calculate with them.',
      remedy: 'Fill them, or leave those rows out.',
    },
    'zh-CN': {
      sentence: '{feature} 有 {missing} 行缺失。',
      cause: '预处理中没有步骤填补这些空缺，而网络无法用空值计算。',
      remedy: '请填补，或去掉这些行。',
    },
  },
  'check.oneClass': {
    en: {
      sentence: '{target} is always {class}.',
      cause: 'With one answer there is nothing to learn.',
      remedy: 'Choose another target, or add examples of other classes.',
    },
    'zh-CN': {
      sentence: '{target} 总是 {class}。',
      cause: '只有一种答案，就没有可学的。',
      remedy: '请另选目标，或加入其他类别的样本。',
    },
  },
  'check.fewExamples': {
    en: {
      sentence: '{count} classes of {target} have fewer than {rows} rows: {classes}.',
      cause: 'The smallest has {least}. So few can hardly be learned, nor measured.',
      remedy: 'Add examples, join classes, or leave these rows out.',
    },
    'zh-CN': {
      sentence: '{target} 有 {count} 个类别不足 {rows} 行：{classes}。',
      cause: '最少的只有 {least} 行，既很难学会，也很难评估。',
      remedy: '请补充样本、合并类别，或去掉这些行。',
    },
  },
  'check.imbalance': {
    en: {
      sentence: 'The classes of {target} are far from balanced.',
      cause: 'Always guessing {class} is right for {share} of rows; {least} has {leastShare}.',
      remedy:
        'Look at precision and recall beside accuracy, and give every part the same share of each class.',
    },
    'zh-CN': {
      sentence: '{target} 的类别很不均衡。',
      cause: '总是猜 {class} 就能对 {share} 的行；{least} 只占 {leastShare}。',
      remedy: '除准确率外，请同时看精确率和召回率，并让每一部分中各类占比相同。',
    },
  },
  'check.balanced': {
    en: {
      sentence: 'Classes are balanced enough.',
      cause:
        'Always guessing {class} is right for {share} of rows. A useful network must beat that.',
    },
    'zh-CN': {
      sentence: '类别足够均衡。',
      cause: '总是猜 {class} 就能对 {share} 的行。有用的网络必须超过它。',
    },
  },
  'check.meanBaseline': {
    en: {
      sentence: '{target} has a mean of {mean}.',
      cause:
        'Always saying {mean} is off by {deviation} (root mean square), a squared error of {variance}.',
      remedy: 'A useful network must beat that.',
    },
    'zh-CN': {
      sentence: '{target} 的均值是 {mean}。',
      cause: '总是猜 {mean}，误差（均方根）为 {deviation}，均方误差为 {variance}。',
      remedy: '有用的网络必须超过它。',
    },
  },
  'check.unscaled': {
    en: {
      sentence: '{feature} goes from {min} to {max}, and nothing scales it.',
      cause: 'Numbers far from 0 make training slow, or let it fail.',
      remedy:
        'Standardize them: mean 0, deviation 1. A target that is standardized is predicted in deviations.',
    },
    'zh-CN': {
      sentence: '{feature} 的取值从 {min} 到 {max}，没有经过缩放。',
      cause: '离 0 很远的数会使训练很慢，甚至失败。',
      remedy: '请做标准化：均值 0，标准差 1。目标标准化后，预测值以标准差为单位。',
    },
  },
  'check.dateAsInput': {
    en: {
      sentence: '{feature} is a date, and a network sees nothing but a growing number.',
      cause: 'What comes again (the month, the weekday, the hour) is what can be learned from.',
      remedy: 'Take it apart, or leave it out.',
    },
    'zh-CN': {
      sentence: '{feature} 是日期，在网络看来只是一个不断增大的数。',
      cause: '能学到规律的是会重复出现的部分：月份、星期、小时。',
      remedy: '请把它拆成几个部分，或不使用它。',
    },
  },
  'data.drawingsUnreadable': {
    en: {
      sentence: 'The drawings of this document cannot be read.',
      cause:
        'The bitmaps and the labels do not belong together: the file was changed outside the program.',
      remedy: 'Undo the change, or draw anew.',
    },
    'zh-CN': {
      sentence: '无法读取此文档里的手绘图。',
      cause: '位图与标签对不上：文件在程序之外被改动过。',
      remedy: '请撤销改动，或重新绘制。',
    },
  },
};
