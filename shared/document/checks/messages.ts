import type { Messages } from '#shared/problems/problem.ts';

/** Texts of what the checks of a document find, where graph, data and training meet. */
export const checkMessages: Messages = {
  'document.empty': {
    en: {
      sentence: 'The network is empty.',
      remedy: 'Add an input, some layers and an output.',
    },
    'zh-CN': {
      sentence: '网络是空的。',
      remedy: '请添加输入、若干层和输出。',
    },
  },
  'document.noInput': {
    en: {
      sentence: 'The network has no input.',
      cause: 'Examples have to enter somewhere.',
      remedy: 'Add an Input before the first layer.',
    },
    'zh-CN': {
      sentence: '网络没有输入。',
      cause: '样本需要一个入口。',
      remedy: '请在第一层之前添加 Input。',
    },
  },
  'document.noOutput': {
    en: {
      sentence: 'The network has no output.',
      cause: 'Training compares what leaves the network with the targets.',
      remedy: 'Add an Output after the last layer.',
    },
    'zh-CN': {
      sentence: '网络没有输出。',
      cause: '训练要把网络给出的结果与目标比较。',
      remedy: '请在最后一层之后添加 Output。',
    },
  },
  'document.unusedLayer': {
    en: {
      sentence: '{node} leads to no output.',
      cause: 'What it computes is not used, so it is left out of the model.',
      remedy: 'Connect it, or delete it.',
    },
    'zh-CN': {
      sentence: '{node} 没有通向任何输出。',
      cause: '它的结果没有被使用，因此不会进入模型。',
      remedy: '请把它接上，或删除它。',
    },
  },
  'document.nameInvalid': {
    en: {
      sentence: '“{name}” cannot be the name of a layer.',
      cause:
        'Names begin with a letter, go on with letters, digits and _, and have at most {limit} characters.',
    },
    'zh-CN': {
      sentence: '“{name}”不能作为层的名称。',
      cause: '名称以英文字母开头，后面是字母、数字或 _，最多 {limit} 个字符。',
    },
  },
  'document.nameTwice': {
    en: {
      sentence: 'Two layers are named {name}.',
      cause: 'Weights are kept under the names of their layers.',
      remedy: 'Give one of them another name.',
    },
    'zh-CN': {
      sentence: '有两个层都叫 {name}。',
      cause: '权重按层的名称保存。',
      remedy: '请给其中一个换个名称。',
    },
  },
  'document.maskFails': {
    en: {
      sentence: '{node} cannot run while {maker} marks padding.',
      cause: 'The layer takes the marks for a mask of its own numbers, and tfjs stops.',
      remedy: 'Use an Activation layer in its place, or do without the marks.',
    },
    'zh-CN': {
      sentence: '{maker} 标记填充时，{node} 无法运行。',
      cause: '该层会把填充标记当作自己数值的掩码，tfjs 会因此停止。',
      remedy: '请改用 Activation 层，或不标记填充。',
    },
  },
  'document.maskMissing': {
    en: {
      sentence: '{node} would get the padding marks of {maker}, which do not belong to its steps.',
      cause:
        'Layers between them do not carry the marks, and tfjs hands the latest ones to every layer that can use some.',
      remedy:
        'Do without the marks, or put nothing but Dense, Dropout, normalization or recurrent layers between.',
    },
    'zh-CN': {
      sentence: '{node} 会得到 {maker} 的填充标记，而这些标记不属于它的时间步。',
      cause: '两者之间的层不传递标记，而 tfjs 会把最近的标记交给每个能使用标记的层。',
      remedy: '请不标记填充，或两者之间只放 Dense、Dropout、归一化或循环层。',
    },
  },
  'document.maskMissed': {
    en: {
      sentence: '{node} would need the padding marks of {maker}, and cannot get them.',
      cause:
        'It has several inputs, and tfjs hands over the marks of the first one only: it would attend to padding.',
      remedy: 'Do without the marks.',
    },
    'zh-CN': {
      sentence: '{node} 需要 {maker} 的填充标记，但无法得到。',
      cause: '它有多个输入，而 tfjs 只传递第一个输入的标记：它会关注到填充。',
      remedy: '请不标记填充。',
    },
  },
  'document.maskUnused': {
    en: {
      sentence: 'Nothing uses the padding marks of {node}.',
      cause: 'Only recurrent layers and attention skip padding, and the marks reach none.',
      remedy: 'Do without the marks.',
    },
    'zh-CN': {
      sentence: '{node} 的填充标记没有被使用。',
      cause: '只有循环层和注意力层会跳过填充，而标记没有到达任何这样的层。',
      remedy: '请不标记填充。',
    },
  },
  'document.channelsDiffer': {
    en: {
      sentence: '{layer} can’t combine {first} and {second}.',
      cause:
        '{layer} works number by number, so its inputs need the same shape. Height and width match, but {firstNode} makes {firstSize} channels and {secondNode} makes {secondSize}.',
    },
    'zh-CN': {
      sentence: '{layer} 无法合并 {first} 和 {second}。',
      cause:
        '{layer} 逐个数地计算，各输入的形状必须相同。高和宽一致，但 {firstNode} 给出 {firstSize} 个通道，{secondNode} 给出 {secondSize} 个。',
    },
  },
  'document.lastSizesDiffer': {
    en: {
      sentence: '{layer} can’t combine {first} and {second}.',
      cause:
        '{layer} works number by number, so its inputs need the same shape. {firstNode} gives {firstSize} numbers and {secondNode} gives {secondSize}.',
    },
    'zh-CN': {
      sentence: '{layer} 无法合并 {first} 和 {second}。',
      cause:
        '{layer} 逐个数地计算，各输入的形状必须相同。{firstNode} 给出 {firstSize} 个数，{secondNode} 给出 {secondSize} 个。',
    },
  },
  'data.inputUnbound': {
    en: {
      sentence: 'Nothing feeds {node}.',
      cause: 'An input needs a part of the data.',
      remedy: 'Choose which part of the data goes there.',
    },
    'zh-CN': {
      sentence: '{node} 没有数据。',
      cause: '每个输入都要对应数据的一部分。',
      remedy: '请选择哪部分数据送到这里。',
    },
  },
  'data.inputShapeDiffers': {
    en: {
      sentence: '{node} takes {shape}, but {feature} is {given}.',
      cause: 'The examples would not fit into the network.',
      remedy: 'Set the shape of the input to that of the data.',
    },
    'zh-CN': {
      sentence: '{node} 接受 {shape}，而 {feature} 是 {given}。',
      cause: '样本放不进这个网络。',
      remedy: '请把输入的形状设为数据的形状。',
    },
  },
  'data.outputUnbound': {
    en: {
      sentence: '{node} is not compared with anything.',
      cause: 'Training needs to know what the output should be.',
      remedy: 'Choose a target of the data for it.',
    },
    'zh-CN': {
      sentence: '{node} 没有可比较的目标。',
      cause: '训练需要知道输出应该是什么。',
      remedy: '请为它选择数据中的一个目标。',
    },
  },
  'data.noTestPart': {
    en: {
      sentence: 'The data has no test part to validate with.',
      cause: 'Validation is set to the test part, and the source brings none.',
      remedy: 'Hold back a part of the training examples.',
    },
    'zh-CN': {
      sentence: '数据没有可用于验证的测试部分。',
      cause: '验证设为使用测试部分，而该来源没有。',
      remedy: '请从训练样本中留出一部分。',
    },
  },
  'training.outputWithoutLoss': {
    en: {
      sentence: '{node} has no loss.',
      cause: 'Without one, training does not know what is better or worse.',
      remedy: 'Choose a loss for it.',
    },
    'zh-CN': {
      sentence: '{node} 没有损失。',
      cause: '没有损失，训练就无法判断好坏。',
      remedy: '请为它选择一个损失。',
    },
  },
  'training.unknownKind': {
    en: {
      sentence: 'This program does not know {kind}.',
      cause: 'The training settings were written by another version.',
      remedy: 'Choose another one.',
    },
    'zh-CN': {
      sentence: '本程序不认识 {kind}。',
      cause: '训练设置由其他版本写入。',
      remedy: '请另选一个。',
    },
  },
  'training.softmaxOfOne': {
    en: {
      sentence: '{node} would always be 1.',
      cause: 'softmax shares 1 among its outputs, and here there is only one ({shape}).',
      remedy: 'Use sigmoid for yes or no, or more units.',
    },
    'zh-CN': {
      sentence: '{node} 会始终为 1。',
      cause: 'softmax 把 1 分给各个输出，而这里只有一个（{shape}）。',
      remedy: '“是或否”请用 sigmoid，或增加单元数。',
    },
  },
  'training.binaryNeedsTwoClasses': {
    en: {
      sentence: '{loss} tells two classes apart, and {feature} has {classes}.',
      remedy: 'Use one output for each class with softmax and a crossentropy for classes.',
    },
    'zh-CN': {
      sentence: '{loss} 只区分两类，而 {feature} 有 {classes} 类。',
      remedy: '请为每个类别设一个输出，用 softmax 和分类交叉熵。',
    },
  },
  'training.unitsNotClasses': {
    en: {
      sentence: '{node} has {units} outputs, and {feature} has {classes} classes.',
      cause: 'Every class needs an output of its own.',
      remedy: 'Set the units of the last layer to {classes}.',
    },
    'zh-CN': {
      sentence: '{node} 有 {units} 个输出，而 {feature} 有 {classes} 个类别。',
      cause: '每个类别都需要一个输出。',
      remedy: '请把最后一层的单元数设为 {classes}。',
    },
  },
  'training.targetDiffers': {
    en: {
      sentence: '{node} cannot be compared with {feature}.',
      cause:
        'The output is {shape}; {loss} compares it with {expected}, and {feature} is {target}.',
    },
    'zh-CN': {
      sentence: '{node} 无法与 {feature} 比较。',
      cause: '输出是 {shape}，{loss} 要求目标为 {expected}，而 {feature} 是 {target}。',
    },
  },
  'training.metricDoesNotFit': {
    en: {
      sentence: '{metric} means nothing together with {loss}.',
      cause: 'It is made for other targets.',
      remedy: 'Remove it.',
    },
    'zh-CN': {
      sentence: '{metric} 与 {loss} 一起没有意义。',
      cause: '它适用于其他类型的目标。',
      remedy: '请去掉它。',
    },
  },
  'training.batchLargerThanData': {
    en: {
      sentence: 'A batch of {batchSize} is larger than the training data.',
      cause: 'There are {count} examples to train with, so every epoch is a single step.',
      remedy: 'Use a smaller batch.',
    },
    'zh-CN': {
      sentence: '批大小 {batchSize} 超过了训练数据。',
      cause: '训练样本只有 {count} 个，每轮只有一步。',
      remedy: '请用更小的批。',
    },
  },
  'training.monitorMissing': {
    en: {
      sentence: 'Early stopping watches {monitor}, which is not measured.',
      cause: 'There is no validation.',
      remedy: 'Turn validation on, or watch the training loss.',
    },
    'zh-CN': {
      sentence: '提前停止监视的 {monitor} 没有被测量。',
      cause: '没有验证集。',
      remedy: '请启用验证，或改为监视训练损失。',
    },
  },
};
