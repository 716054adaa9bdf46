import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems of archives, arrays and the files of CIFAR. */
export const archiveMessages: Messages = {
  'data.archiveUnknown': {
    en: {
      sentence: '{file} is not an archive that can be unpacked.',
      cause: 'By its content it is none of zip, tar and gzip.',
      remedy: 'Unpack it yourself and choose the folder.',
    },
    'zh-CN': {
      sentence: '{file} 不是可以解压的压缩包。',
      cause: '从内容看，它不属于 zip、tar 或 gzip。',
      remedy: '请自行解压后选择文件夹。',
    },
  },
  'data.archiveBroken': {
    en: {
      sentence: 'The archive {file} is damaged or cut short.',
      cause: 'Unpacking says: {reason}.',
      remedy: 'Get it again.',
    },
    'zh-CN': {
      sentence: '压缩包 {file} 已损坏或不完整。',
      cause: '解压提示：{reason}。',
      remedy: '请重新获取该文件。',
    },
  },
  'data.archiveUnsafe': {
    en: {
      sentence: 'The archive {file} is not unpacked, for it is not safe.',
      cause: 'Its entry {entry} would be written outside of the folder that it is unpacked to.',
      remedy: 'Get the data from somebody you trust.',
    },
    'zh-CN': {
      sentence: '压缩包 {file} 不安全，未解压。',
      cause: '其中的 {entry} 会写到解压文件夹之外。',
      remedy: '请从可信的来源获取数据。',
    },
  },
  'data.archiveEncrypted': {
    en: {
      sentence: 'The archive {file} is locked with a password.',
      cause: 'Its entry {entry} is encrypted.',
      remedy: 'Unpack it yourself and choose the folder.',
    },
    'zh-CN': {
      sentence: '压缩包 {file} 设有密码。',
      cause: '其中的 {entry} 已加密。',
      remedy: '请自行解压后选择文件夹。',
    },
  },
  'data.archiveMethod': {
    en: {
      sentence: 'The archive {file} is packed in a way that is not known here.',
      cause: 'Its entry {entry} uses method {method}; stored and deflated entries are read.',
      remedy: 'Unpack it yourself and choose the folder.',
    },
    'zh-CN': {
      sentence: '压缩包 {file} 使用了未知的压缩方式。',
      cause: '其中的 {entry} 使用方式 {method}；可读取 store 和 deflate。',
      remedy: '请自行解压后选择文件夹。',
    },
  },
  'data.archiveTooMany': {
    en: {
      sentence: 'The archive {file} holds too many files.',
      cause: 'There are more than {entries}.',
      remedy: 'Unpack a part of it yourself and choose the folder.',
    },
    'zh-CN': {
      sentence: '压缩包 {file} 中的文件过多。',
      cause: '超过了 {entries} 个。',
      remedy: '请自行解压其中一部分后选择文件夹。',
    },
  },
  'data.archiveBomb': {
    en: {
      sentence: 'The archive {file} is not unpacked, for it is packed suspiciously tight.',
      cause: 'It would become {ratio} times as large, and {limit} times is the limit.',
      remedy: 'If you trust it, unpack it yourself and choose what was in it.',
    },
    'zh-CN': {
      sentence: '压缩包 {file} 的压缩率可疑，未解压。',
      cause: '解压后会变成 {ratio} 倍大，上限为 {limit} 倍。',
      remedy: '如果信任它，请自行解压后选择其中的内容。',
    },
  },
  'data.archiveTooLarge': {
    en: {
      sentence: 'There is not enough room to unpack {file}.',
      cause: 'It needs {needed} or more, and {available} can be used.',
      remedy: 'Make room on the disk, or unpack a part of it yourself.',
    },
    'zh-CN': {
      sentence: '空间不足，无法解压 {file}。',
      cause: '至少需要 {needed}，可用 {available}。',
      remedy: '请清理磁盘空间，或自行解压其中一部分。',
    },
  },
  'data.archiveNoRoom': {
    en: {
      sentence: 'The disk became full while {file} was unpacked.',
      remedy: 'Make room on the disk and try again.',
    },
    'zh-CN': {
      sentence: '解压 {file} 时磁盘已满。',
      remedy: '请清理磁盘空间后重试。',
    },
  },
  'data.archiveNothing': {
    en: {
      sentence: 'Nothing in the archive {file} can be read as data.',
      cause: 'Neither its folders nor its files were recognised. Asked for: {inside}',
      remedy: 'Name the file or folder inside that is meant, or unpack it and look.',
    },
    'zh-CN': {
      sentence: '压缩包 {file} 中没有可读取的数据。',
      cause: '其中的文件夹和文件都无法识别。指定的位置：{inside}',
      remedy: '请指定其中要读取的文件或文件夹，或解压后查看。',
    },
  },
  'data.archiveLinks': {
    en: {
      sentence: '{count} links in the archive {file} are left out.',
      cause: 'Links could lead out of the folder that it is unpacked to.',
      remedy: 'Nothing has to be done unless files are missing.',
    },
    'zh-CN': {
      sentence: '已跳过压缩包 {file} 中的 {count} 个链接。',
      cause: '链接可能指向解压文件夹之外。',
      remedy: '如果没有缺少文件，则无需处理。',
    },
  },
  'data.arraysNone': {
    en: {
      sentence: '{file} holds no arrays with examples.',
      cause: 'An array needs a first axis, along which its examples lie.',
      remedy: 'Choose another file.',
    },
    'zh-CN': {
      sentence: '{file} 中没有含样本的数组。',
      cause: '数组的第一个轴应为样本。',
      remedy: '请另选文件。',
    },
  },
  'data.arrayLeftOut': {
    en: {
      sentence: 'The array {name} is left out.',
      cause: 'It is {shape}, and the others have {count} examples.',
      remedy: 'Nothing has to be done unless it is needed.',
    },
    'zh-CN': {
      sentence: '已跳过数组 {name}。',
      cause: '它的形状是 {shape}，而其他数组有 {count} 个样本。',
      remedy: '如果不需要它，则无需处理。',
    },
  },
  'data.arraysTestMissing': {
    en: {
      sentence: 'The test part has no array {name} that fits.',
      cause: 'Each array of the training part needs one of the same name and number of examples.',
      remedy: 'Add it, or leave the test part out.',
    },
    'zh-CN': {
      sentence: '测试部分没有匹配的数组 {name}。',
      cause: '训练部分的每个数组都需要一个同名且样本数一致的测试数组。',
      remedy: '请补上它，或不使用测试部分。',
    },
  },
  'data.arraysTestShape': {
    en: {
      sentence: 'The array {name} differs between the parts.',
      cause: 'An example is {train} in the training part and {test} in the test part.',
      remedy: 'Make them the same, or leave the test part out.',
    },
    'zh-CN': {
      sentence: '数组 {name} 在两部分中形状不同。',
      cause: '每个样本在训练部分为 {train}，在测试部分为 {test}。',
      remedy: '请统一形状，或不使用测试部分。',
    },
  },
  'data.pickleRefused': {
    en: {
      sentence: 'The file {file} is not read, for it is more than data.',
      cause:
        'A pickle can run programs. This one asks for {detail}, which the files of CIFAR do not hold.',
      remedy: 'Get the files from the authors of CIFAR, or use the binary version.',
    },
    'zh-CN': {
      sentence: '未读取文件 {file}，因为它不只是数据。',
      cause: 'pickle 文件可以运行程序。它要求 {detail}，而 CIFAR 的文件中没有这种内容。',
      remedy: '请从 CIFAR 作者处获取文件，或使用二进制版。',
    },
  },
  'data.cifarContent': {
    en: {
      sentence: 'The file {file} does not hold what a file of CIFAR holds.',
      cause: 'It needs data of 3072 bytes an image and as many {labels}.',
      remedy: 'Choose the folder of the published version.',
    },
    'zh-CN': {
      sentence: '文件 {file} 的内容不符合 CIFAR 的格式。',
      cause: '需要每张图像 3072 字节的 data，以及同样数量的 {labels}。',
      remedy: '请选择官方版本的文件夹。',
    },
  },
};
