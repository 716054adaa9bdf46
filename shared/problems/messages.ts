import type { Messages } from '#shared/problems/problem.ts';

/** Texts that several rooms use. A text that only one layer needs lives in that layer's file. */
export const commonMessages: Messages = {
  'common.internal': {
    en: {
      sentence: 'Something in the program itself went wrong.',
      cause: '{detail}',
      remedy: 'Your work is kept. Try again; if it happens again, restart the program.',
    },
    'zh-CN': {
      sentence: '程序自身出了问题。',
      cause: '{detail}',
      remedy: '您的内容已保留。请重试；如果再次发生，请重启程序。',
    },
  },
};
