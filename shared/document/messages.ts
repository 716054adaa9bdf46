import { checkMessages } from '#shared/document/checks/messages.ts';
import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems of documents as files, and of what crosses graph, data and training. */
export const documentMessages: Messages = {
  ...checkMessages,
  'document.tooLarge': {
    en: {
      sentence: 'The file is too large for a network: {size}.',
      cause: 'Documents hold layers and settings, not data; at most {limit} are read.',
      remedy: 'Choose a file that Strata wrote.',
    },
    'zh-CN': {
      sentence: '文件太大，不像是网络：{size}。',
      cause: '文档只保存层和设置，不含数据；最多读取 {limit}。',
      remedy: '请选择由 Strata 写入的文件。',
    },
  },
  'document.notJson': {
    en: {
      sentence: 'This is not a Strata document.',
      cause: 'The file does not hold JSON, or it was cut short.',
      remedy: 'Choose a file that Strata wrote, or the backup beside it.',
    },
    'zh-CN': {
      sentence: '这不是 Strata 文档。',
      cause: '文件内容不是 JSON，或者文件不完整。',
      remedy: '请选择由 Strata 写入的文件，或它旁边的备份。',
    },
  },
  'document.notStrata': {
    en: {
      sentence: 'This is not a Strata document.',
      cause: 'The file holds JSON, but of another kind.',
      remedy: 'Choose a file that Strata wrote.',
    },
    'zh-CN': {
      sentence: '这不是 Strata 文档。',
      cause: '文件是 JSON，但属于其他类型。',
      remedy: '请选择由 Strata 写入的文件。',
    },
  },
  'document.tooDeep': {
    en: {
      sentence: 'The document cannot be read.',
      cause: 'Lists and objects stand deeper in each other than in any network.',
      remedy: 'Choose a file that Strata wrote.',
    },
    'zh-CN': {
      sentence: '无法读取该文档。',
      cause: '列表与对象的嵌套层数超出了任何网络的需要。',
      remedy: '请选择由 Strata 写入的文件。',
    },
  },
  'document.tooManyNodes': {
    en: {
      sentence: 'The network is too large: {count} layers.',
      cause: 'At most {limit} layers can be shown and trained.',
      remedy: 'Use blocks for parts that repeat.',
    },
    'zh-CN': {
      sentence: '网络太大：{count} 个层。',
      cause: '最多能显示和训练 {limit} 个层。',
      remedy: '请用模块表示重复的部分。',
    },
  },
  'document.tooManyEdges': {
    en: {
      sentence: 'The network is too large: {count} connections.',
      cause: 'At most {limit} connections can be shown.',
      remedy: 'Use blocks for parts that repeat.',
    },
    'zh-CN': {
      sentence: '网络太大：{count} 条连线。',
      cause: '最多能显示 {limit} 条连线。',
      remedy: '请用模块表示重复的部分。',
    },
  },
  'document.oldVersion': {
    en: {
      sentence: 'The document has version {version}, which this program no longer reads.',
      cause: 'It reads version {known}.',
      remedy: 'Open and save the file with an older Strata first.',
    },
    'zh-CN': {
      sentence: '文档版本为 {version}，本程序已不再支持。',
      cause: '本程序读取的版本是 {known}。',
      remedy: '请先用旧版 Strata 打开并保存。',
    },
  },
  'document.newerVersion': {
    en: {
      sentence: 'The document was written by a newer Strata and is open for reading only.',
      cause:
        'It has version {version}; this program writes version {known} and would lose what is new.',
      remedy: 'Update Strata to change it.',
    },
    'zh-CN': {
      sentence: '文档由更新版本的 Strata 写入，只能查看。',
      cause: '文档版本为 {version}，本程序写入版本 {known}，会丢失新的内容。',
      remedy: '请更新 Strata 后再修改。',
    },
  },
  'document.newerUnreadable': {
    en: {
      sentence: 'The document was written by a newer Strata that this program cannot read.',
      cause: 'It has version {version}; this program reads version {known}.',
      remedy: 'Update Strata.',
    },
    'zh-CN': {
      sentence: '文档由更新版本的 Strata 写入，本程序无法读取。',
      cause: '文档版本为 {version}，本程序读取版本 {known}。',
      remedy: '请更新 Strata。',
    },
  },
  'document.wrongForm': {
    en: {
      sentence: 'The document is damaged: {place} does not hold what it should.',
      remedy: 'Open the backup beside it, or mend the file in a text editor.',
    },
    'zh-CN': {
      sentence: '文档已损坏：{place} 的内容不正确。',
      remedy: '请打开它旁边的备份，或用文本编辑器修正。',
    },
  },
  'document.unknownLayers': {
    en: {
      sentence:
        'The document has layers that this program does not know and is open for reading only.',
      cause: 'Unknown: {kinds}. They are shown and kept as they are.',
      remedy: 'Open it with the version that wrote it.',
    },
    'zh-CN': {
      sentence: '文档含有本程序不认识的层，只能查看。',
      cause: '不认识的层：{kinds}。它们会照样显示并原样保留。',
      remedy: '请用写入它的版本打开。',
    },
  },
  'document.partMissing': {
    en: {
      sentence: 'A part of the document was missing and was set to its usual values: {example}.',
    },
    'zh-CN': { sentence: '文档缺少一部分，已设为通常的值：{example}。' },
  },
  'document.strangerRemoved': {
    en: {
      sentence: 'Settings of nodes that are not in the network were removed: {count}.',
      cause: 'The first belonged to {example}.',
    },
    'zh-CN': {
      sentence: '已去掉不在网络中的节点的设置：{count} 处。',
      cause: '第一处属于 {example}。',
    },
  },
  'document.idRepeated': {
    en: {
      sentence: 'Nodes with an id that was taken got a new one: {count}.',
      cause: 'The first id was {example}.',
    },
    'zh-CN': {
      sentence: '编号重复的节点已获得新编号：{count} 个。',
      cause: '第一个编号是 {example}。',
    },
  },
  'document.positionMissing': {
    en: {
      sentence: 'Layers without a place on the canvas got one: {count}.',
      cause: 'The first is {example}.',
    },
    'zh-CN': {
      sentence: '没有位置的层已放到画布上：{count} 个。',
      cause: '第一个是 {example}。',
    },
  },
  'document.edgeDangling': {
    en: {
      sentence: 'Connections that lead nowhere were removed: {count}.',
      cause: 'The first was number {example} of the file.',
    },
    'zh-CN': {
      sentence: '已去掉没有着落的连线：{count} 条。',
      cause: '第一条是文件中的第 {example} 条。',
    },
  },
  'document.portTakenTwice': {
    en: {
      sentence: 'Second connections to an input that was taken were removed: {count}.',
      cause: 'The first led to {example}.',
    },
    'zh-CN': {
      sentence: '已去掉接到同一输入的多余连线：{count} 条。',
      cause: '第一条通向 {example}。',
    },
  },
};
