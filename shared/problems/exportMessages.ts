import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems that saved models and exports can have. */
export const exportMessages: Messages = {
  'export.unknownTarget': {
    en: { sentence: 'This program cannot export to {target}.' },
    'zh-CN': { sentence: '本程序不能导出为 {target}。' },
  },
  'format.notAModel': {
    en: {
      sentence: '{file} is not a TensorFlow.js model.',
      cause: 'A model.json names the files and shapes of its weights; this file does not.',
      remedy: 'Choose the folder of a saved model.',
    },
    'zh-CN': {
      sentence: '{file} 不是 TensorFlow.js 模型。',
      cause: 'model.json 应列出权重的文件与形状，而这个文件没有。',
      remedy: '请选择保存模型的文件夹。',
    },
  },
  'format.cutShort': {
    en: {
      sentence: 'The weights in {file} are not complete.',
      cause: 'The file has {actual} bytes; the model needs {expected}.',
      remedy: 'Copy the file again, or train the model again.',
    },
    'zh-CN': {
      sentence: '{file} 中的权重不完整。',
      cause: '文件有 {actual} 字节，而模型需要 {expected} 字节。',
      remedy: '请重新复制该文件，或重新训练模型。',
    },
  },
  'format.damaged': {
    en: {
      sentence: 'The weights in {file} are damaged.',
      cause: 'Their checksum is not the one that was written beside them.',
      remedy: 'Copy the files again, or train the model again.',
    },
    'zh-CN': {
      sentence: '{file} 中的权重已损坏。',
      cause: '它们的校验和与保存时写下的不一致。',
      remedy: '请重新复制这些文件，或重新训练模型。',
    },
  },
  'format.weightsDoNotFit': {
    en: {
      sentence: 'The saved weights do not fit this network.',
      cause: 'The weight {name} has the shape {actual} in the file and {expected} in the network.',
      remedy:
        'The network was changed after it was trained: train it again, or take the change back.',
    },
    'zh-CN': {
      sentence: '保存的权重与该网络不符。',
      cause: '权重 {name} 在文件中的形状是 {actual}，在网络中是 {expected}。',
      remedy: '网络在训练之后被修改过：请重新训练，或撤销修改。',
    },
  },
  'format.notLayers': {
    en: {
      sentence: 'The layers in {file} cannot be made.',
      cause: '{reason}',
      remedy: 'The model uses something that this version of TensorFlow.js does not know.',
    },
    'zh-CN': {
      sentence: '无法创建 {file} 中的层。',
      cause: '{reason}',
      remedy: '该模型使用了此版本 TensorFlow.js 不支持的内容。',
    },
  },
  'export.notAsked': {
    en: {
      sentence: 'The export was written but not checked.',
      remedy: 'Export it again with the check to know that it gives the same numbers.',
    },
    'zh-CN': {
      sentence: '已写出导出内容，但没有检查。',
      remedy: '如需确认结果一致，请带检查重新导出。',
    },
  },
  'export.pythonLacks': {
    en: {
      sentence: 'The project was not run, because Python lacks the package {module}.',
      cause: 'requirements.txt in the project lists what it needs.',
      remedy:
        'Install it (pip install -r requirements.txt) and export again, or run the project yourself.',
    },
    'zh-CN': {
      sentence: '没有试运行该项目，因为 Python 缺少包 {module}。',
      cause: '项目中的 requirements.txt 列出了所需的包。',
      remedy: '请先安装（pip install -r requirements.txt）再导出，或自行运行该项目。',
    },
  },
  'export.noPython': {
    en: {
      sentence: 'The export was written but not checked: there is no Python with Keras 3 here.',
      cause: 'To check it, the exported script is run with Keras.',
      remedy:
        'Install it with `pip install keras jax`, or name a Python in STRATA_PYTHON, and export again.',
    },
    'zh-CN': {
      sentence: '已写出导出内容，但没有检查：这里没有装有 Keras 3 的 Python。',
      cause: '检查时需要用 Keras 运行导出的脚本。',
      remedy: '请用 `pip install keras jax` 安装，或用 STRATA_PYTHON 指定 Python，然后重新导出。',
    },
  },
  'export.doesNotCompile': {
    en: {
      sentence: 'The exported project does not compile, so nothing was exported.',
      cause: '{output}',
      remedy: 'This is a fault of the program. Please report it with the network.',
    },
    'zh-CN': {
      sentence: '导出的项目无法编译，因此没有导出任何内容。',
      cause: '{output}',
      remedy: '这是程序的错误。请连同该网络一起反馈。',
    },
  },
  'export.doesNotRun': {
    en: {
      sentence: 'The exported code does not run, so nothing was exported.',
      cause: '{output}',
      remedy: 'This is a fault of the program. Please report it with the network.',
    },
    'zh-CN': {
      sentence: '导出的代码无法运行，因此没有导出任何内容。',
      cause: '{output}',
      remedy: '这是程序的错误。请连同该网络一起反馈。',
    },
  },
  'export.otherShapes': {
    en: {
      sentence: 'The exported model gives outputs of another shape, so nothing was exported.',
      cause: 'It gives {actual}; the network gives {expected}.',
      remedy: 'This is a fault of the program. Please report it with the network.',
    },
    'zh-CN': {
      sentence: '导出的模型给出的输出形状不同，因此没有导出任何内容。',
      cause: '它给出 {actual}，而网络给出 {expected}。',
      remedy: '这是程序的错误。请连同该网络一起反馈。',
    },
  },
  'export.notFinite': {
    en: {
      sentence: 'The output {output} is not a finite number, so the export cannot be compared.',
      cause: 'The weights have grown beyond what numbers can hold.',
      remedy: 'Train again with a smaller learning rate.',
    },
    'zh-CN': {
      sentence: '输出 {output} 不是有限数，无法比较导出结果。',
      cause: '权重已超出数值能表示的范围。',
      remedy: '请用更小的学习率重新训练。',
    },
  },
  'export.differs': {
    en: {
      sentence: 'The exported model gives other numbers, so nothing was exported.',
      cause: 'The largest difference is {maxDifference}; {tolerance} would be rounding.',
      remedy: 'This is a fault of the program. Please report it with the network.',
    },
    'zh-CN': {
      sentence: '导出的模型给出的数值不同，因此没有导出任何内容。',
      cause: '最大差值为 {maxDifference}；{tolerance} 以内属于舍入误差。',
      remedy: '这是程序的错误。请连同该网络一起反馈。',
    },
  },
};
