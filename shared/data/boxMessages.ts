import type { Messages } from '#shared/problems/problem.ts';

/** Texts of what can be wrong with boxes of objects in pictures. */
export const boxMessages: Messages = {
  'boxes.badLine': {
    en: {
      sentence: 'Line {line} of {file} is no box: “{text}”.',
      cause:
        'A line holds the number of a class and four parts of the picture between 0 and 1: middle (x, y), width and height.',
      remedy: 'Correct the line, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '{file} 第 {line} 行不是一个框：“{text}”。',
      cause: '每行是一个类别编号和四个 0 到 1 之间的数：中心（x、y）、宽和高（占图像的比例）。',
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
  'boxes.badBox': {
    en: {
      sentence: 'The annotation {id} in {file} is no box in a picture.',
      cause: 'Its box, its picture or its category is missing or not possible.',
      remedy: 'Correct it, or leave out what cannot be read.',
    },
    'zh-CN': {
      sentence: '{file} 中的标注 {id} 不是图像中的框。',
      cause: '它的框、图像或类别缺失或不可能。',
      remedy: '请更正，或选择跳过无法读取的内容。',
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
