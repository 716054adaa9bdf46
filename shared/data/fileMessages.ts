import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems of folders, pictures, recordings and texts. */
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
