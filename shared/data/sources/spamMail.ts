import { defineSource } from '#shared/data/catalogue.ts';

/** 6,046 mails of the SpamAssassin public corpus: spam or not. */
export const spamMail = defineSource({
  kind: 'spamMail',
  title: { en: 'Spam mail', 'zh-CN': '垃圾邮件' },
  doc: {
    en: '6,046 mails of 2002 and 2003 in English, subject and body, 1,896 of them spam. Comes with the program.',
    'zh-CN':
      '2002 至 2003 年的 6046 封英文邮件（主题和正文），其中 1896 封是垃圾邮件。随程序提供。',
  },
  license: 'ODC PDDL 1.0 and CC0 1.0, SpamAssassin public mail corpus',
  params: {},
  features: () => [
    { name: 'text', role: 'input', kind: 'text', shape: [], dtype: 'text', classes: null },
    {
      name: 'label',
      role: 'target',
      kind: 'category',
      shape: [],
      dtype: 'text',
      classes: 2,
      classNames: ['ham', 'spam'],
    },
  ],
  counts: () => ({ train: 6046, test: 0 }),
  missing: () => [],
});
