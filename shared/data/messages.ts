import { augmentationMessages } from '#shared/data/augmentationMessages.ts';
import { stepMessages } from '#shared/data/stepMessages.ts';
import { weightMessages } from '#shared/data/weightMessages.ts';
import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems that a data recipe can have. */
export const dataMessages: Messages = {
  ...augmentationMessages,
  ...stepMessages,
  ...weightMessages,
  'feed.noSpace': {
    en: {
      sentence: 'The prepared data need {needed} on disk, and {free} can be used.',
      cause: 'They do not fit into memory, and their source can only be read in order.',
      remedy: 'Free some space, use fewer columns, or make pictures smaller.',
    },
    'zh-CN': {
      sentence: '预处理后的数据需要 {needed} 磁盘空间，可用的只有 {free}。',
      cause: '数据放不进内存，而数据源只能按顺序读取。',
      remedy: '请释放一些空间、减少使用的列，或缩小图像。',
    },
  },
  'data.unknownOutput': {
    en: {
      sentence: 'Prepared data cannot be written as {file}.',
      cause: 'The ending of the name says the format.',
      remedy: 'Use one of: {endings}.',
    },
    'zh-CN': {
      sentence: '无法把预处理后的数据写成 {file}。',
      cause: '文件名的后缀决定格式。',
      remedy: '请使用以下后缀之一：{endings}。',
    },
  },
  'data.noSuchTarget': {
    en: {
      sentence: 'The data have no feature {name}.',
      cause: 'They have: {names}.',
      remedy: 'Choose one of them to predict.',
    },
    'zh-CN': {
      sentence: '数据中没有名为 {name} 的特征。',
      cause: '现有特征：{names}。',
      remedy: '请选择其中一个作为预测目标。',
    },
  },
  'data.cancelled': {
    en: { sentence: 'Cancelled.', remedy: 'Nothing was written.' },
    'zh-CN': { sentence: '已取消。', remedy: '没有写入任何内容。' },
  },
  'data.noSource': {
    en: {
      sentence: 'No data is chosen.',
      cause: 'Training needs examples.',
      remedy: 'Choose where the examples come from.',
    },
    'zh-CN': {
      sentence: '还没有选择数据。',
      cause: '训练需要样本。',
      remedy: '请选择样本的来源。',
    },
  },
  'data.unknownSource': {
    en: {
      sentence: 'This program does not know the data source {kind}.',
      cause: 'The file was written by another version. Its recipe is kept as it is.',
      remedy: 'Choose other data, or open the file with the version that wrote it.',
    },
    'zh-CN': {
      sentence: '本程序不认识数据来源 {kind}。',
      cause: '文件由其他版本写入，其中的数据设置已原样保留。',
      remedy: '请另选数据，或用写入它的版本打开文件。',
    },
  },
  'data.sourceIncomplete': {
    en: {
      sentence: '{source} is not complete: {params} is missing.',
      remedy: 'Choose the file or folder.',
    },
    'zh-CN': {
      sentence: '{sourceChinese} 还不完整：缺少 {params}。',
      remedy: '请选择文件或文件夹。',
    },
  },
  'data.unknownStep': {
    en: {
      sentence: 'This program does not know the preparation step {kind}.',
      remedy: 'Remove the step, or open the file with the version that wrote it.',
    },
    'zh-CN': {
      sentence: '本程序不认识预处理步骤 {kind}。',
      remedy: '请去掉该步骤，或用写入它的版本打开文件。',
    },
  },
  'data.noSuchFeature': {
    en: {
      sentence: 'The step {step} works on {feature}, which the data does not have.',
      remedy: 'Remove the step, or choose another feature for it.',
    },
    'zh-CN': {
      sentence: '步骤“{stepChinese}”处理的 {feature} 不在数据里。',
      remedy: '请去掉该步骤，或为它另选一个特征。',
    },
  },
  'data.notRead': {
    en: {
      sentence: 'What {source} holds is not known yet.',
      cause: 'The features of a file are found by reading it.',
      remedy: 'Read the data in the Data step.',
    },
    'zh-CN': {
      sentence: '还不知道 {sourceChinese} 里有什么。',
      cause: '文件的特征要读取后才能得知。',
      remedy: '请在“数据”一步读取数据。',
    },
  },
  'data.wrongKind': {
    en: {
      sentence: 'The step {step} cannot take {feature}.',
      cause: '{feature} is of the kind {kind}, which the step is not made for.',
      remedy: 'Take {feature} out of the step, or set its kind.',
    },
    'zh-CN': {
      sentence: '步骤“{stepChinese}”不能处理 {feature}。',
      cause: '{feature} 的类型是 {kind}，该步骤不适用于它。',
      remedy: '请把 {feature} 移出该步骤，或修改它的类型。',
    },
  },
  'data.textNotNumbers': {
    en: {
      sentence: '{node} cannot be fed with {feature}: it is text.',
      cause: 'A network computes with numbers.',
      remedy: 'Add a step that turns {feature} into numbers.',
    },
    'zh-CN': {
      sentence: '{node} 不能使用 {feature}：它是文本。',
      cause: '网络只能计算数值。',
      remedy: '请添加把 {feature} 变成数值的步骤。',
    },
  },
  'data.missingValue': {
    en: {
      sentence: '{feature} is missing in row {row}.',
      cause: 'A network needs a number for every feature of every row.',
      remedy: 'Add a step that fills gaps, or one that drops rows with gaps.',
    },
    'zh-CN': {
      sentence: '第 {row} 行缺少 {feature}。',
      cause: '网络需要每一行的每个特征都有数值。',
      remedy: '请添加填补缺失值的步骤，或去掉有缺失的行。',
    },
  },
  'data.unknownClass': {
    en: {
      sentence: '{feature} is “{value}” in row {row}, which is none of its classes.',
      cause: 'The classes were found when the data were read.',
      remedy: 'Read the data again, or correct the row.',
    },
    'zh-CN': {
      sentence: '第 {row} 行的 {feature} 为“{value}”，不属于已知类别。',
      cause: '类别是在读取数据时确定的。',
      remedy: '请重新读取数据，或更正该行。',
    },
  },
  'data.classesNotKnown': {
    en: {
      sentence: 'The classes of {feature} are not known.',
      cause: 'A category becomes the number of its class.',
      remedy: 'Read the data again, or make {feature} a text.',
    },
    'zh-CN': {
      sentence: '还不知道 {feature} 有哪些类别。',
      cause: '类别要变成它的编号。',
      remedy: '请重新读取数据，或把 {feature} 设为文本。',
    },
  },
  'data.stillText': {
    en: {
      sentence: '{feature} is still text when it reaches the network.',
      cause: 'A network computes with numbers.',
      remedy: 'Add a step that turns {feature} into numbers, or make it a category.',
    },
    'zh-CN': {
      sentence: '{feature} 到达网络时仍是文本。',
      cause: '网络只能计算数值。',
      remedy: '请添加把 {feature} 变成数值的步骤，或把它设为类别。',
    },
  },
  'data.sizesDiffer': {
    en: {
      sentence: '{feature} is {found} in row {row}, others are {expected}.',
      cause: 'A network takes examples of one size.',
      remedy: 'Add a step that brings {feature} to one size.',
    },
    'zh-CN': {
      sentence: '第 {row} 行的 {feature} 是 {found}，其他行是 {expected}。',
      cause: '网络只接受同样大小的样本。',
      remedy: '请添加把 {feature} 统一大小的步骤。',
    },
  },
  'data.noTrainingRows': {
    en: {
      sentence: 'No rows are left to train with.',
      cause: 'Steps left rows out, or all rows went into the other parts.',
      remedy: 'Look at the steps that drop rows, the windows and the split.',
    },
    'zh-CN': {
      sentence: '没有剩下可用于训练的行。',
      cause: '这些行被步骤去掉了，或全部分到了其他部分。',
      remedy: '请检查去掉行的步骤、窗口和划分方式。',
    },
  },
  'data.rowsAfterLearning': {
    en: {
      sentence: 'The step {step} comes too late for {feature}.',
      cause:
        'It looks at all rows before they are divided, and an earlier step learns {feature} from the training rows.',
      remedy: 'Move it before the steps that learn.',
    },
    'zh-CN': {
      sentence: '步骤“{stepChinese}”对 {feature} 来说太晚了。',
      cause: '它要在划分之前查看所有行，而更早的步骤要从训练行学习 {feature}。',
      remedy: '请把它移到需要学习的步骤之前。',
    },
  },
  'data.splitNeedsFeature': {
    en: {
      sentence: 'Nothing is chosen to divide by.',
      cause: '“{method}” looks at a feature of every row.',
      remedy: 'Choose the feature, or divide in another way.',
    },
    'zh-CN': {
      sentence: '还没有选择按什么划分。',
      cause: '“{methodChinese}”要查看每一行的某个特征。',
      remedy: '请选择该特征，或改用其他划分方式。',
    },
  },
  'data.noSplitFeature': {
    en: {
      sentence: 'The rows are divided by {feature}, which the data does not have.',
      remedy: 'Choose another feature, or divide in another way.',
    },
    'zh-CN': {
      sentence: '各行按 {feature} 划分，而数据里没有它。',
      remedy: '请另选一个特征，或改用其他划分方式。',
    },
  },
  'data.noFolds': {
    en: {
      sentence: 'The document has no cross-validation.',
      cause: 'Its data are divided once.',
      remedy: 'Say how many rounds: --folds 5.',
    },
    'zh-CN': {
      sentence: '该文档没有设置交叉验证。',
      cause: '其中的数据只划分一次。',
      remedy: '请指定轮数：--folds 5。',
    },
  },
  'data.noSuchFold': {
    en: {
      sentence: 'There is no round {fold}: the cross-validation has {folds}.',
      remedy: 'Choose a round from 1 to {folds}.',
    },
    'zh-CN': {
      sentence: '没有第 {fold} 轮：交叉验证共 {folds} 轮。',
      remedy: '请选择 1 到 {folds} 之间的一轮。',
    },
  },
  'data.foldsByColumn': {
    en: {
      sentence: 'Rows that are divided “{method}” cannot be cross-validated.',
      cause: 'A column says which part each row belongs to.',
      remedy: 'Divide the rows in another way.',
    },
    'zh-CN': {
      sentence: '按“{methodChinese}”划分的行不能做交叉验证。',
      cause: '每一行属于哪一部分由某一列决定。',
      remedy: '请改用其他划分方式。',
    },
  },
  'data.noSeriesFeature': {
    en: {
      sentence: 'Windows tell series apart by {feature}, which the data does not have.',
      remedy: 'Choose another feature, or take all rows for one series.',
    },
    'zh-CN': {
      sentence: '窗口按 {feature} 区分序列，而数据里没有它。',
      remedy: '请另选一个特征，或把所有行视为一个序列。',
    },
  },
  'data.preparationBroken': {
    en: {
      sentence: 'What the run has learned of its data cannot be read.',
      cause: '{file} is not as the program wrote it.',
      remedy: 'Train again.',
    },
    'zh-CN': {
      sentence: '无法读取该训练从数据中学到的内容。',
      cause: '{file} 与程序写入时不同。',
      remedy: '请重新训练。',
    },
  },
  'data.notLearned': {
    en: {
      sentence: 'The run has not kept what the step {step} learned.',
      cause: 'Its preparation is missing or belongs to other steps.',
      remedy: 'Train again.',
    },
    'zh-CN': {
      sentence: '该训练没有保存步骤“{stepChinese}”学到的内容。',
      cause: '预处理记录缺失，或属于其他步骤。',
      remedy: '请重新训练。',
    },
  },
  'data.oneHotNeedsNumber': {
    en: {
      sentence: 'One-hot cannot take {feature}: it is {shape}.',
      cause: 'It turns one class number for each example into a row.',
      remedy: 'Remove the step.',
    },
    'zh-CN': {
      sentence: '独热编码不能处理 {feature}：它的形状是 {shape}。',
      cause: '该步骤把每个样本的一个类别编号变成一行。',
      remedy: '请去掉该步骤。',
    },
  },
  'data.oneHotTooFewClasses': {
    en: {
      sentence: 'One-hot has {classes} classes, and {feature} has {found}.',
      cause: 'Examples of the other classes would have no class at all.',
      remedy: 'Set classes to {found}.',
    },
    'zh-CN': {
      sentence: '独热编码设为 {classes} 个类别，而 {feature} 有 {found} 个。',
      cause: '其余类别的样本会没有类别。',
      remedy: '把 classes 设为 {found}。',
    },
  },
};
