import type { Messages } from '#shared/problems/problem.ts';

/** Texts of what can be wrong with boxes of objects in pictures. */
export const boxMessages: Messages = {
  'boxes.badLine': {
    en: {
      sentence: 'Line {line} of {file} is no box: “{text}”.',
      cause:
        'A line holds the number of a class and four parts of the picture between 0 and 1: middle (x, y), width and height; or the corners of an outline.',
      remedy: 'Correct the line, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '{file} 第 {line} 行不是一个框：“{text}”。',
      cause:
        '每行是一个类别编号和四个 0 到 1 之间的数：中心（x、y）、宽和高（占图像的比例）；也可以是轮廓各顶点的坐标。',
      remedy: '请更正该行，或选择跳过无法读取的内容。',
    },
  },
  'boxes.badFile': {
    en: {
      sentence: '{file} does not describe objects in pictures as COCO does.',
      cause: '{reason}',
      remedy:
        'It needs the lists images, annotations and categories. Export it again, or choose another file.',
    },
    'zh-CN': {
      sentence: '{file} 不是 COCO 格式的目标标注。',
      cause: '{reason}',
      remedy: '文件须含有 images、annotations 和 categories 三个列表。请重新导出，或选择其他文件。',
    },
  },
  'boxes.badXml': {
    en: {
      sentence: '{file} cannot be read as XML: line {line}, “{text}”.',
      cause:
        'Elements have to close in order; a document type and entities of its own are not read.',
      remedy: 'Export it again, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '{file} 无法作为 XML 读取：第 {line} 行，“{text}”。',
      cause: '元素须按顺序闭合；不读取文档类型声明和自定义实体。',
      remedy: '请重新导出，或选择跳过无法读取的内容。',
    },
  },
  'boxes.notVoc': {
    en: {
      sentence: '{file} does not describe a picture as Pascal VOC does.',
      cause: 'Its root element is {root}, not annotation.',
      remedy: 'Export it again, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '{file} 不是 Pascal VOC 格式的图像标注。',
      cause: '它的根元素是 {root}，而不是 annotation。',
      remedy: '请重新导出，或选择跳过无法读取的内容。',
    },
  },
  'boxes.incomplete': {
    en: {
      sentence: '{entry} of {file} says no box.',
      cause: 'It needs a class and four numbers, and the width and height of the picture.',
      remedy: 'Complete it, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '{file} {entryChinese}没有给出框。',
      cause: '它需要类别和四个数，以及图像的宽和高。',
      remedy: '请补全，或选择跳过无法读取的内容。',
    },
  },
  'boxes.outside': {
    en: {
      sentence: '{entry} of {file}: the box {box} lies outside of its picture.',
      cause:
        'As parts of the picture (middle x, y, width, height) it may reach from 0 to 1; a hundredth more is taken for rounding.',
      remedy: 'Correct it, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '{file} {entryChinese}：框 {box} 超出了图像。',
      cause:
        '按占图像的比例（中心 x、y、宽、高），框应在 0 到 1 之间；超出百分之一以内视为舍入误差。',
      remedy: '请更正，或选择跳过无法读取的内容。',
    },
  },
  'boxes.negative': {
    en: {
      sentence: '{entry} of {file}: the box {box} has a negative width or height.',
      cause: 'These are parts of the picture: middle x, y, width, height.',
      remedy: 'Correct it, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '{file} {entryChinese}：框 {box} 的宽或高是负数。',
      cause: '这四个数是占图像的比例：中心 x、y、宽、高。',
      remedy: '请更正，或选择跳过无法读取的内容。',
    },
  },
  'boxes.unknownClass': {
    en: {
      sentence: '{entry} of {file}: there is no class {class}.',
      cause: 'There are {count}: {names}.',
      remedy:
        'Correct it, or add its name to those of the classes and open the data again, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '{file} {entryChinese}：没有类别 {class}。',
      cause: '共有 {count} 个类别：{names}。',
      remedy: '请更正；或把它加入类别名称后重新打开数据；或选择跳过无法读取的内容。',
    },
  },
  'boxes.unlisted': {
    en: {
      sentence: '{entry} of {file} belongs to the picture {image}, which is not listed.',
      cause: 'The list images has no entry with this id.',
      remedy: 'Add the picture or remove the annotation, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '{file} {entryChinese}属于图像 {image}，但文件没有列出该图像。',
      cause: 'images 列表中没有这个 id。',
      remedy: '请补上图像或删除标注，或选择跳过无法读取的内容。',
    },
  },
  'boxes.noPicture': {
    en: {
      sentence: '{file} belongs to no picture.',
      cause: 'There is no picture of this name.',
      remedy: 'Add the picture, or remove the file. The other pictures can be used as they are.',
    },
    'zh-CN': {
      sentence: '{file} 没有对应的图像。',
      cause: '找不到同名的图像。',
      remedy: '请补上图像，或删除该文件。其余图像可照常使用。',
    },
  },
  'boxes.moved': {
    en: {
      sentence:
        '{title} moves what is in the picture, and the boxes of {feature} would stay where they are.',
      cause: 'The network would learn wrong places.',
      remedy:
        'Remove {title}, or use one that leaves objects in their places (brightness, contrast, noise).',
    },
    'zh-CN': {
      sentence: '“{titleChinese}”会移动图像中的内容，而 {feature} 的框不会跟着移动。',
      cause: '网络会学到错误的位置。',
      remedy: '请去掉“{titleChinese}”，或改用不移动目标的增强（亮度、对比度、噪声）。',
    },
  },
};
