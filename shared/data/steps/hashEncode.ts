import { hashEncode as hashEncodeCells } from '#shared/data/arithmetic/hashEncode.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { asNumbers } from '#shared/data/steps/asNumbers.ts';
import { refuseNumbers } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Hash', 'zh-CN': '哈希编码' };

/** Puts categories into buckets by a hash. */
export const hashEncode = defineStep({
  kind: 'hashEncode',
  title,
  doc: {
    en: 'Puts categories into a fixed number of buckets by a hash, for names or codes of which there are too many to list. Different ones may share a bucket. One-hot or an Embedding can follow.',
    'zh-CN':
      '用哈希把类别放进固定数目的桶，适合多得无法列出的名称或代码。不同的类别可能落入同一个桶，后面可接独热编码或 Embedding。',
  },
  family: 'encoding',
  params: {
    buckets: {
      type: 'integer',
      default: 64,
      min: 2,
      max: 1_000_000,
      doc: {
        en: 'How many buckets there are; more mean fewer categories that share one.',
        'zh-CN': '桶的数目；越多，共用同一个桶的类别越少。',
      },
    },
  },
  accepts: ['category', 'text'],
  output: (feature, { buckets }) =>
    refuseNumbers(title, feature) ??
    ok({ ...asNumbers(feature, []), dtype: 'int32', classes: buckets }),
  arguments: ({ buckets }) => [buckets],
  apply: hashEncodeCells,
});
