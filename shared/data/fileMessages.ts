import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems of folders, pictures, recordings, archives and arrays. */
export const fileMessages: Messages = {
  'data.folderMissing': {
    en: {
      sentence: 'There is no folder {file}.',
      cause: 'It was moved, renamed or deleted.',
      remedy: 'Choose the folder again.',
    },
    'zh-CN': {
      sentence: '找不到文件夹 {file}。',
      cause: '它可能已被移动、改名或删除。',
      remedy: '请重新选择文件夹。',
    },
  },
  'data.notAFolder': {
    en: {
      sentence: '{file} is a file, and a folder is needed.',
      remedy: 'Choose the folder that it lies in.',
    },
    'zh-CN': {
      sentence: '{file} 是文件，而这里需要文件夹。',
      remedy: '请选择它所在的文件夹。',
    },
  },
  'data.emptyFolder': {
    en: {
      sentence: 'The folder {file} holds no files of this kind.',
      cause: '{others} files of other kinds lie in it; hidden files are passed over.',
      remedy: 'Choose another folder, or another kind of source.',
    },
    'zh-CN': {
      sentence: '文件夹 {file} 中没有这类文件。',
      cause: '其中有 {others} 个其他类型的文件；隐藏文件会被忽略。',
      remedy: '请另选文件夹，或另选数据来源的类型。',
    },
  },
  'data.tooManyFiles': {
    en: {
      sentence: 'The folder {file} holds more than {limit} files.',
      remedy: 'Choose a folder further down.',
    },
    'zh-CN': {
      sentence: '文件夹 {file} 中的文件超过 {limit} 个。',
      remedy: '请选择更下一层的文件夹。',
    },
  },
  'data.linkLoop': {
    en: {
      sentence: 'The folder {file} is left out.',
      cause: 'It leads back to a folder that was read already, or lies too deep.',
      remedy: 'Nothing has to be done; remove the link if it was not meant.',
    },
    'zh-CN': {
      sentence: '已跳过文件夹 {file}。',
      cause: '它指回一个已读取过的文件夹，或层级过深。',
      remedy: '无需处理；如果这个链接不是有意建立的，请删除它。',
    },
  },
  'data.folderUnreadable': {
    en: {
      sentence: 'The folder {file} cannot be read and is left out.',
      cause: 'The system says: {reason}.',
      remedy: 'Check its permissions.',
    },
    'zh-CN': {
      sentence: '无法读取文件夹 {file}，已跳过。',
      cause: '系统提示：{reason}。',
      remedy: '请检查它的权限。',
    },
  },
  'data.strayFiles': {
    en: {
      sentence: '{count} files have no class and are left out, for example {file}.',
      cause: 'They lie beside the class folders, not in one of them.',
      remedy: 'Move them into a class folder if they belong to one.',
    },
    'zh-CN': {
      sentence: '有 {count} 个文件没有类别，已跳过，例如 {file}。',
      cause: '它们放在类别文件夹旁边，而不在某个类别文件夹里。',
      remedy: '如果它们属于某个类别，请移入相应的文件夹。',
    },
  },
  'data.moreWarnings': {
    en: { sentence: 'There are {count} more warnings of these kinds.' },
    'zh-CN': { sentence: '同类警告还有 {count} 条。' },
  },
  'data.fileEmpty': {
    en: {
      sentence: 'The file {file} is empty.',
      cause: 'It has 0 bytes.',
      remedy: 'Get it again, or leave it out.',
    },
    'zh-CN': {
      sentence: '文件 {file} 是空的。',
      cause: '它的大小为 0 字节。',
      remedy: '请重新获取该文件，或跳过它。',
    },
  },
  'data.pictureUnknown': {
    en: {
      sentence: '{file} is not a picture that can be read.',
      cause: 'By its content it is none of PNG, JPEG, WebP, GIF, BMP, TIFF and AVIF.',
      remedy: 'Save it as PNG or JPEG, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '{file} 不是可读取的图像。',
      cause: '从内容看，它不属于 PNG、JPEG、WebP、GIF、BMP、TIFF 或 AVIF。',
      remedy: '请另存为 PNG 或 JPEG，或选择跳过无法读取的文件。',
    },
  },
  'data.pictureBroken': {
    en: {
      sentence: 'The picture {file} is damaged or cut short.',
      cause: 'Decoding says: {reason}.',
      remedy: 'Get it again, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '图像 {file} 已损坏或不完整。',
      cause: '解码提示：{reason}。',
      remedy: '请重新获取该文件，或选择跳过无法读取的文件。',
    },
  },
  'data.pictureTooLarge': {
    en: {
      sentence: 'The picture {file} is too large.',
      cause:
        'It has {width} by {height} pixels ({megapixels} million); up to {limit} million are read.',
      remedy: 'Make it smaller, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '图像 {file} 过大。',
      cause: '它有 {width} × {height} 个像素（{megapixels} 百万），最多读取 {limit} 百万。',
      remedy: '请缩小该图像，或选择跳过无法读取的文件。',
    },
  },
  'data.pictureAnimated': {
    en: {
      sentence: '{file} is animated; only its first picture is used.',
      cause: 'It holds {frames} pictures.',
      remedy: 'Save the others as files of their own if they are needed.',
    },
    'zh-CN': {
      sentence: '{file} 是动图，只使用第一帧。',
      cause: '它包含 {frames} 帧。',
      remedy: '如果需要其他帧，请分别另存为文件。',
    },
  },
  'data.wavUnknown': {
    en: {
      sentence: '{file} is not a WAV recording.',
      cause: 'Its content does not begin as WAV files do.',
      remedy: 'Save it as WAV, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '{file} 不是 WAV 录音。',
      cause: '它的开头不符合 WAV 格式。',
      remedy: '请另存为 WAV，或选择跳过无法读取的文件。',
    },
  },
  'data.wavCoding': {
    en: {
      sentence: 'The recording {file} is kept in a way that is not read.',
      cause: 'Its coding has the number {type}; PCM (8, 16, 24, 32 bits) and floats are read.',
      remedy: 'Save it as WAV with PCM of 16 bits.',
    },
    'zh-CN': {
      sentence: '录音 {file} 的编码方式无法读取。',
      cause: '它的编码编号为 {type}；可读取 PCM（8、16、24、32 位）和浮点格式。',
      remedy: '请另存为 16 位 PCM 的 WAV。',
    },
  },
  'data.wavCutShort': {
    en: {
      sentence: 'The recording {file} is cut short.',
      cause: 'It has {actual} bytes, fewer than its head says.',
      remedy: 'Get it again, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '录音 {file} 不完整。',
      cause: '它只有 {actual} 字节，少于文件开头所写的长度。',
      remedy: '请重新获取该文件，或选择跳过无法读取的文件。',
    },
  },
  'data.wavEmpty': {
    en: {
      sentence: 'The recording {file} holds no sound.',
      cause: 'It has not a single sample.',
      remedy: 'Record it again, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '录音 {file} 中没有声音。',
      cause: '它不含任何采样。',
      remedy: '请重新录制，或选择跳过无法读取的文件。',
    },
  },
  'data.textBinary': {
    en: {
      sentence: '{file} is not a text.',
      cause: 'It holds bytes that no text has.',
      remedy: 'Remove it, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '{file} 不是文本。',
      cause: '其中含有文本不会有的字节。',
      remedy: '请移除它，或选择跳过无法读取的文件。',
    },
  },
  'data.archiveUnknown': {
    en: {
      sentence: '{file} is not an archive that can be unpacked.',
      cause: 'By its content it is none of zip, tar and tar.gz.',
      remedy: 'Unpack it yourself and choose the folder.',
    },
    'zh-CN': {
      sentence: '{file} 不是可以解压的压缩包。',
      cause: '从内容看，它不属于 zip、tar 或 tar.gz。',
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
      remedy: 'If you trust it, unpack it yourself and choose the folder.',
    },
    'zh-CN': {
      sentence: '压缩包 {file} 的压缩率可疑，未解压。',
      cause: '解压后会变成 {ratio} 倍大，上限为 {limit} 倍。',
      remedy: '如果信任它，请自行解压后选择文件夹。',
    },
  },
  'data.archiveTooLarge': {
    en: {
      sentence: 'There is not enough room to unpack {file}.',
      cause: 'It needs {needed} MB or more, and {available} MB can be used.',
      remedy: 'Make room on the disk, or unpack a part of it yourself.',
    },
    'zh-CN': {
      sentence: '空间不足，无法解压 {file}。',
      cause: '至少需要 {needed} MB，可用 {available} MB。',
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
  'data.pathLeaves': {
    en: {
      sentence: 'The path {file} is not followed.',
      cause: 'It leads out of the folder {folder}, or is empty.',
      remedy: 'Correct it in the table, or choose the folder from which paths count.',
    },
    'zh-CN': {
      sentence: '未读取路径 {file}。',
      cause: '它超出了文件夹 {folder}，或为空。',
      remedy: '请在表格中更正，或选择路径的起始文件夹。',
    },
  },
  'data.pathsMissing': {
    en: {
      sentence: 'The table {file} has no column with paths of pictures.',
      cause: 'Files were looked for in {folder}. Asked for: {column}',
      remedy: 'Name the column, or choose the folder from which paths count.',
    },
    'zh-CN': {
      sentence: '表格 {file} 中没有图像路径列。',
      cause: '查找的文件夹：{folder}。指定的列：{column}',
      remedy: '请指定列名，或选择路径的起始文件夹。',
    },
  },
};
