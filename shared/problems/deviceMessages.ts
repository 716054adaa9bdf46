import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems that devices have: which there are, their libraries, their hardware. */
export const deviceMessages: Messages = {
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
  'device.notInstalled': {
    en: {
      sentence: 'The library of this device is not installed.',
      remedy: 'Install it in the list of devices, or with: strata devices install {device}',
    },
    'zh-CN': {
      sentence: '该设备的库尚未安装。',
      remedy: '请在设备列表中安装，或运行：strata devices install {device}',
    },
  },
  'device.damaged': {
    en: {
      sentence: 'The library of this device has changed since it was installed.',
      cause: 'A file is missing, or has another size or time.',
      remedy: 'Install it again: only what is damaged is fetched.',
    },
    'zh-CN': {
      sentence: '该设备的库在安装后发生了变化。',
      cause: '有文件缺失，或大小、时间不同。',
      remedy: '请重新安装：只会下载损坏的部分。',
    },
  },
  'device.noPackage': {
    en: {
      sentence: 'This device does not exist for this system.',
      cause: 'This is {platform}.',
      remedy: 'Use another device.',
    },
    'zh-CN': {
      sentence: '该设备不支持当前系统。',
      cause: '当前系统是 {platform}。',
      remedy: '请使用其他设备。',
    },
  },
  'device.noGpu': {
    en: {
      sentence: 'No NVIDIA GPU answers on this machine.',
      cause: 'There is none, or its driver is not installed: nvidia-smi gives no answer.',
      remedy: 'With such a GPU, install NVIDIA’s driver; nothing else is needed.',
    },
    'zh-CN': {
      sentence: '本机没有可响应的 NVIDIA GPU。',
      cause: '没有这种 GPU，或没有安装驱动：nvidia-smi 没有回应。',
      remedy: '如果有这种 GPU，请安装 NVIDIA 驱动，不需要其他软件。',
    },
  },
  'device.gpuNotUsed': {
    en: {
      sentence: 'TensorFlow was loaded and found no GPU that it can use.',
      cause: 'The driver may be older than the CUDA libraries, or the GPU too old for them.',
      remedy: 'Update NVIDIA’s driver, or use another device.',
    },
    'zh-CN': {
      sentence: 'TensorFlow 已加载，但没有找到可用的 GPU。',
      cause: '驱动可能比 CUDA 库旧，或者 GPU 太旧。',
      remedy: '请更新 NVIDIA 驱动，或使用其他设备。',
    },
  },
  'device.libraryBroken': {
    en: {
      sentence: 'The library in {folder} cannot be loaded.',
      cause: '{reason}',
      remedy: 'Delete this folder and install the device again, or use another device.',
    },
    'zh-CN': {
      sentence: '无法加载 {folder} 中的库。',
      cause: '{reason}',
      remedy: '请删除该文件夹后重新安装该设备，或使用其他设备。',
    },
  },
  'device.otherLibrary': {
    en: {
      sentence: 'This process already uses the library in {folder}.',
      cause: 'One process can use one such library.',
      remedy: 'Start again with the other device.',
    },
    'zh-CN': {
      sentence: '此进程已在使用 {folder} 中的库。',
      cause: '一个进程只能使用一个这样的库。',
      remedy: '请用另一个设备重新开始。',
    },
  },
  'device.nothingToInstall': {
    en: {
      sentence: 'The device {device} has nothing to install.',
      remedy: 'If it cannot be used, the list of devices says why.',
    },
    'zh-CN': {
      sentence: '设备 {device} 没有需要安装的内容。',
      remedy: '如果它不可用，设备列表中有原因。',
    },
  },
};
