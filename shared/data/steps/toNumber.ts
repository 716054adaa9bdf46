import { toNumber as toNumberOf } from '#shared/data/arithmetic/toNumber.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { asNumbers } from '#shared/data/steps/asNumbers.ts';
import { refuseNumbers } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Text to number', 'zh-CN': '文本转数值' };

/** Reads numbers out of texts. */
export const toNumber = defineStep({
  kind: 'toNumber',
  title,
  doc: {
    en: 'Reads the number in a text, whatever stands around it: “1,234.5 kg”, “$12”, “(12)” for −12, “3.5万”. A text with no number, or with several, counts as missing afterwards.',
    'zh-CN':
      '读出文本中的数，不管前后有什么：“1,234.5 kg”“$12”“(12)”（即 −12）“3.5万”。没有数或有多个数的文本之后算作缺失。',
  },
  family: 'numbers',
  params: {
    decimal: {
      type: 'choice',
      default: 'point',
      choices: ['point', 'comma'],
      doc: {
        en: 'The sign before the fraction: 1,234.5 has a point, 1.234,5 a comma.',
        'zh-CN': '小数部分前的符号：1,234.5 用点，1.234,5 用逗号。',
      },
    },
  },
  accepts: ['text', 'category'],
  output: (feature) => refuseNumbers(title, feature) ?? ok(asNumbers(feature, [])),
  arguments: ({ decimal }) => [decimal],
  apply: toNumberOf,
});
