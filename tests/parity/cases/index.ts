import { activationCases } from './activation.ts';
import { attentionCases } from './attention.ts';
import { convolutionCases } from './convolution.ts';
import { coreCases } from './core.ts';
import { mergingCases } from './merging.ts';
import { normalizationCases } from './normalization.ts';
import { poolingCases } from './pooling.ts';
import { recurrentCases } from './recurrent.ts';
import { regularizationCases } from './regularization.ts';
import { reshapingCases } from './reshaping.ts';
import type { ParityCases } from './parityCase.ts';

/** Cases by layer. Initializers, regularizers and constraints get a case of their own in the test. */
export const cases: ParityCases = {
  ...coreCases,
  ...convolutionCases,
  ...poolingCases,
  ...normalizationCases,
  ...regularizationCases,
  ...activationCases,
  ...recurrentCases,
  ...attentionCases,
  ...reshapingCases,
  ...mergingCases,
};
