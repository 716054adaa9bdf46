import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems that an engine process meets: memory, runs, models, predictions. */
export const engineMessages: Messages = {
  'engine.internal': {
    en: {
      sentence: 'The training engine failed.',
      cause: '{detail}',
      remedy: 'This is a fault of the program. Try again; please report it if it comes back.',
    },
    'zh-CN': {
      sentence: '训练引擎出错。',
      cause: '{detail}',
      remedy: '这是程序自身的问题。请重试；如再次出现，请反馈给我们。',
    },
  },
  'engine.outOfMemory': {
    en: {
      sentence: 'There is not enough memory for this model and batch size.',
      cause: '{detail}',
      remedy: 'Choose a smaller batch size, or make the largest layers smaller.',
    },
    'zh-CN': {
      sentence: '内存不足，无法容纳这个模型和批大小。',
      cause: '{detail}',
      remedy: '请减小批大小，或缩小最大的几个层。',
    },
  },
  'engine.modelTooLarge': {
    en: {
      sentence: 'This model does not fit into memory with a batch size of {batchSize}.',
      cause:
        'It needs about {needed}, of which {weights} do not depend on the batch; the device has {available}.',
      remedy: 'Choose a smaller batch size, or make the largest layers smaller.',
    },
    'zh-CN': {
      sentence: '批大小为 {batchSize} 时，内存放不下这个模型。',
      cause: '大约需要 {needed}，其中 {weights} 与批大小无关；设备有 {available}。',
      remedy: '请减小批大小，或缩小最大的几个层。',
    },
  },
  'run.none': {
    en: { sentence: 'Nothing is being trained at the moment.' },
    'zh-CN': { sentence: '目前没有正在进行的训练。' },
  },
  'run.notRecorded': {
    en: {
      sentence: 'Training runs operation by operation, not as one graph, and is slower for it.',
      cause: 'The reason: {reason}.',
    },
    'zh-CN': {
      sentence: '训练逐个运算执行，未能合成一张计算图，因此较慢。',
      cause: '原因：{reason}。',
    },
  },
  'run.rowsAtRest': {
    en: {
      sentence: 'Rows of {weight} that a batch does not use stay as they are in that step.',
      cause:
        'The table is large, so {optimizer} updates only what was used; updating all rows would move the others a little further.',
    },
    'zh-CN': {
      sentence: '{weight} 中某一批没有用到的行，在这一步保持不变。',
      cause: '该表很大，因此 {optimizer} 只更新用到的行；若更新整张表，其余的行也会略微移动。',
    },
  },
  'run.dataChanged': {
    en: {
      sentence: 'The data have changed since this run began: it cannot go on.',
      cause:
        'It learned from {before} examples, and there are {now} now. Examples that were held back to validate could now be learned from.',
      remedy: 'Bring back the data as they were, or start a new run.',
    },
    'zh-CN': {
      sentence: '这次训练开始后数据发生了变化，无法继续。',
      cause: '当时的训练样本有 {before} 个，现在有 {now} 个；原本留作验证的样本可能会被用于训练。',
      remedy: '请恢复原来的数据，或开始新的训练。',
    },
  },
  'run.checkpointUnfit': {
    en: {
      sentence: 'The run’s checkpoint does not fit its network.',
      cause: 'They differ in {name}: the run’s document was changed after it was trained.',
      remedy: 'Start a new run.',
    },
    'zh-CN': {
      sentence: '检查点与网络不匹配。',
      cause: '两者在 {name} 上不同：训练之后，训练记录中的文档被修改过。',
      remedy: '请开始新的训练。',
    },
  },
  'run.lossNotFinite': {
    en: {
      sentence: 'Training stopped: the loss is no longer a number.',
      cause: 'It happened in epoch {epoch}, batch {batch}, with a learning rate of {learningRate}.',
      remedy:
        'Choose a smaller learning rate, and check that the data are scaled and that the loss fits the last layer.',
    },
    'zh-CN': {
      sentence: '训练已停止：损失不再是有效数值。',
      cause: '发生在第 {epoch} 轮第 {batch} 批，学习率为 {learningRate}。',
      remedy: '请减小学习率，并检查数据是否已缩放、损失是否适合最后一层。',
    },
  },
  'model.noInput': {
    en: {
      sentence: 'The network has no input.',
      remedy: 'Add an Input and connect it to the first layer.',
    },
    'zh-CN': {
      sentence: '网络没有输入。',
      remedy: '请添加 Input，并连接到第一层。',
    },
  },
  'model.noOutput': {
    en: {
      sentence: 'The network has no output.',
      remedy: 'Add an Output and connect the last layer to it.',
    },
    'zh-CN': {
      sentence: '网络没有输出。',
      remedy: '请添加 Output，并把最后一层连接过去。',
    },
  },
  'model.layerFailed': {
    en: {
      sentence: 'The layer {layer} could not be made.',
      cause: '{reason}',
      remedy: 'Change its parameters, or what is connected to it.',
    },
    'zh-CN': {
      sentence: '无法创建层 {layer}。',
      cause: '{reason}',
      remedy: '请修改它的参数，或与它相连的部分。',
    },
  },
  'training.unknown': {
    en: {
      sentence: 'This program does not know {kind}.',
      cause: 'The recipe names an optimizer, a loss, a metric or a schedule of another version.',
      remedy: 'Choose another one.',
    },
    'zh-CN': {
      sentence: '本程序不认识 {kind}。',
      cause: '训练设置引用了其他版本中的优化器、损失、指标或学习率计划。',
      remedy: '请另选一个。',
    },
  },
  'training.noLoss': {
    en: {
      sentence: 'The output {output} has no loss.',
      cause: 'Training needs to know how wrong each output is.',
      remedy: 'Choose a loss for it.',
    },
    'zh-CN': {
      sentence: '输出 {output} 没有设置损失。',
      cause: '训练需要知道每个输出错了多少。',
      remedy: '请为它选择损失。',
    },
  },
  'predict.columnMissing': {
    en: {
      sentence: '{file} has no {feature}.',
      cause: 'The network takes {feature} as an input.',
      remedy: 'Choose a file with the same columns as the training data.',
    },
    'zh-CN': {
      sentence: '{file} 中没有 {feature}。',
      cause: '网络把 {feature} 作为输入。',
      remedy: '请选择与训练数据列相同的文件。',
    },
  },
  'predict.tooFewRows': {
    en: {
      sentence: 'There are {count} rows, too few for a prediction.',
      cause: 'An example is a window of {needed} rows.',
      remedy: 'Choose a file with more rows.',
    },
    'zh-CN': {
      sentence: '只有 {count} 行，不足以预测。',
      cause: '一个样本是 {needed} 行的窗口。',
      remedy: '请选择行数更多的文件。',
    },
  },
  'predict.shapeDiffers': {
    en: {
      sentence: '{file} does not fit the input of the network.',
      cause: 'It holds {found}, and the network takes {expected}.',
      remedy: 'Bring the examples into that shape.',
    },
    'zh-CN': {
      sentence: '{file} 与网络的输入不符。',
      cause: '文件中是 {found}，而网络接受 {expected}。',
      remedy: '请把样本整理成该形状。',
    },
  },
};
