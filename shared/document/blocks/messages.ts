import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems of making blocks. */
export const blockMessages: Messages = {
  'blocks.nothingChosen': {
    en: {
      sentence: 'There is nothing to make a block of.',
      cause: 'A block is made of layers; the inputs and outputs of the network stay outside.',
      remedy: 'Select one or more layers first.',
    },
    'zh-CN': {
      sentence: '没有可以组成模块的层。',
      cause: '模块由层组成，网络的输入和输出留在模块外面。',
      remedy: '请先选中一个或多个层。',
    },
  },
  'blocks.pathLeaves': {
    en: {
      sentence:
        'These layers cannot become a block: a path leaves them through {node} and comes back.',
      cause: 'A block would then wait for what it gives itself.',
      remedy: 'Select {node} as well, or fewer layers.',
    },
    'zh-CN': {
      sentence: '这些层不能组成模块：有一条路径经过 {node} 离开后又回来。',
      cause: '那样模块就会等待它自己的输出。',
      remedy: '请把 {node} 也选上，或少选几个层。',
    },
  },
  'blocks.weightsShared': {
    en: {
      sentence:
        'These layers cannot become a block: {node} uses the weights of {owner}, and only one of them is selected.',
      remedy: 'Select both, or give {node} weights of its own.',
    },
    'zh-CN': {
      sentence: '这些层不能组成模块：{node} 使用 {owner} 的权重，但只选中了其中一个。',
      remedy: '请把两个都选上，或让 {node} 使用自己的权重。',
    },
  },
};
