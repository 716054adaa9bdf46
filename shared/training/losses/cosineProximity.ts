import { defineLoss } from '#shared/training/catalogue.ts';
import { fitsAlways } from '#shared/training/losses/fits.ts';

/** How well the directions of output and target agree, whatever their lengths. */
export const cosineProximity = defineLoss({
  kind: 'cosineProximity',
  title: 'CosineSimilarity',
  gloss: '余弦相似度',
  doc: {
    en: 'How well the directions of output and target agree, whatever their lengths. Smaller (down to −1) is better.',
    'zh-CN': '输出与目标方向的一致程度，与长度无关。越小越好（最小为 −1）。',
  },
  link: 'https://keras.io/api/losses/regression_losses/#cosinesimilarity-class',
  params: {},
  target: 'values',
  activations: null,
  fits: fitsAlways,
  tfjs: () => 'cosineProximity',
  keras: () => 'cosine_similarity',
});
