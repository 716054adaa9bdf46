import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems of documents as files, and of what crosses graph, data and training. */
export const documentMessages: Messages = {
  'document.notJson': {
    en: {
      sentence: 'This is not a Strata document.',
      cause: 'The file does not hold JSON.',
      remedy: 'Choose a file that Strata wrote.',
    },
    'zh-CN': {
      sentence: '这不是 Strata 文档。',
      cause: '文件内容不是 JSON。',
      remedy: '请选择由 Strata 写入的文件。',
    },
  },
};
