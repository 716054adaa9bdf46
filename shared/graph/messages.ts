import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems that a graph can have. */
export const graphMessages: Messages = {
  'graph.missingInput': {
    en: {
      sentence: '{node} has no input.',
      cause: 'It needs what another layer gives before its output can be known.',
      remedy: 'Draw a line to it from the layer that comes before it.',
    },
    'zh-CN': {
      sentence: '{node} 没有输入。',
      cause: '要先接上前一层的输出，才能知道它的输出形状。',
      remedy: '从它前面的层拉一条线过来。',
    },
  },
  'graph.missingInputs': {
    en: {
      sentence: '{node} needs {expected} inputs and has {given}.',
      cause: 'It combines what several layers give.',
      remedy: 'Draw a line to it from each layer that it is to combine.',
    },
    'zh-CN': {
      sentence: '{node} 需要 {expected} 个输入，现在有 {given} 个。',
      cause: '它把几个层的输出合在一起。',
      remedy: '从每个要合并的层各拉一条线过来。',
    },
  },
  'graph.tooManyInputs': {
    en: {
      sentence: '{node} takes {expected} inputs and has {given}.',
      remedy: 'Remove a line, or combine the layers first.',
    },
    'zh-CN': {
      sentence: '{node} 只接受 {expected} 个输入，现在有 {given} 个。',
      remedy: '去掉多余的连线，或先把那些层合并。',
    },
  },
  'graph.unknownLayer': {
    en: {
      sentence: 'This program does not know the layer {kind}.',
      cause: '{node} was written by another version. It is kept as it is.',
      remedy: 'Open the file with the version that wrote it, or replace the layer.',
    },
    'zh-CN': {
      sentence: '本程序不认识层 {kind}。',
      cause: '{node} 由其他版本写入，已原样保留。',
      remedy: '请用写入它的版本打开文件，或换成别的层。',
    },
  },
  'graph.unknownBlock': {
    en: {
      sentence: '{node} stands for a block that is not in the document.',
      remedy: 'Remove it, or add the block again.',
    },
    'zh-CN': {
      sentence: '{node} 所代表的模块不在文档里。',
      remedy: '删除它，或重新加入该模块。',
    },
  },
  'graph.blockInsideItself': {
    en: {
      sentence: 'The block {block} contains itself.',
      cause: '{node} stands inside the block that it stands for, so the network would never end.',
      remedy: 'Remove {node}.',
    },
    'zh-CN': {
      sentence: '模块 {block} 包含了它自己。',
      cause: '{node} 位于它所代表的模块内部，网络会没有尽头。',
      remedy: '删除 {node}。',
    },
  },
  'graph.blockHasProblems': {
    en: {
      sentence: 'The block {block} does not work with what arrives at {node}.',
      cause: 'A layer inside it has a problem, or an output of it is not connected.',
    },
    'zh-CN': {
      sentence: '模块 {block} 无法处理传入 {node} 的数据。',
      cause: '模块内部有层存在问题，或有输出没有接上。',
    },
  },
  'graph.unknownBlockParam': {
    en: {
      sentence: '{node} refers to the block parameter {reference}, which does not exist.',
      cause: 'The value of {param} is to come from the enclosing block.',
      remedy: 'Enter a value for {param}.',
    },
    'zh-CN': {
      sentence: '{node} 引用的模块参数 {reference} 不存在。',
      cause: '{param} 的值本应来自外层模块。',
      remedy: '请为 {param} 填入一个值。',
    },
  },
  'graph.sharedNodeMissing': {
    en: {
      sentence: '{node} uses the weights of a layer that is not there.',
      remedy: 'Give it weights of its own, or choose another layer.',
    },
    'zh-CN': {
      sentence: '{node} 共用权重的那个层不存在。',
      remedy: '让它使用自己的权重，或另选一层。',
    },
  },
  'graph.sharedKindDiffers': {
    en: {
      sentence: '{node} cannot use the weights of {other}.',
      cause: '{node} is of the kind {kind}, {other} of the kind {otherKind}.',
      remedy: 'Layers share weights only when they are of the same kind.',
    },
    'zh-CN': {
      sentence: '{node} 不能共用 {other} 的权重。',
      cause: '{node} 的类型是 {kind}，{other} 的类型是 {otherKind}。',
      remedy: '只有同类的层才能共用权重。',
    },
  },
  'graph.sharedShapeDiffers': {
    en: {
      sentence: '{node} cannot use the weights of {other}: the shapes differ.',
      cause: 'With its input, {node} needs a {weight} of {needed}; {other} has one of {shape}.',
      remedy: 'Give both the same input shape, or give {node} weights of its own.',
    },
    'zh-CN': {
      sentence: '{node} 不能共用 {other} 的权重：形状不同。',
      cause: '按现在的输入，{node} 需要形状为 {needed} 的 {weight}，而 {other} 的是 {shape}。',
      remedy: '让两者的输入形状相同，或让 {node} 使用自己的权重。',
    },
  },
  'graph.cycle': {
    en: {
      sentence: 'The lines form a circle: {nodes}.',
      cause: 'Data would run round {count} layers without end, so their shapes cannot be known.',
      remedy: 'Remove one of the lines.',
    },
    'zh-CN': {
      sentence: '连线形成了环：{nodes}。',
      cause: '数据会在 {count} 个层之间无休止地循环，无法得出它们的形状。',
      remedy: '去掉其中一条连线。',
    },
  },
  'graph.wouldCycle': {
    en: {
      sentence: 'A line from {from} to {to} would close a circle.',
      cause: '{from} already depends on {to}.',
    },
    'zh-CN': {
      sentence: '从 {from} 到 {to} 的连线会形成环。',
      cause: '{from} 已经依赖 {to}。',
    },
  },
  'graph.noSuchPort': {
    en: { sentence: '{node} has no place for this line.' },
    'zh-CN': { sentence: '{node} 没有可接这条线的端口。' },
  },
  'graph.takesNoInput': {
    en: { sentence: '{node} is an input of the network: nothing leads into it.' },
    'zh-CN': { sentence: '{node} 是网络的输入，前面不能再接层。' },
  },
  'graph.givesNoOutput': {
    en: { sentence: '{node} is an output of the network: nothing follows it.' },
    'zh-CN': { sentence: '{node} 是网络的输出，后面不能再接层。' },
  },
};
