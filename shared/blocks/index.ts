import { denseConvolution } from '#shared/blocks/denseConvolution.ts';
import { inception } from '#shared/blocks/inception.ts';
import { invertedResidual, invertedResidualDown } from '#shared/blocks/invertedResidual.ts';
import type { ReadyBlock } from '#shared/blocks/readyBlock.ts';
import {
  residualBasic,
  residualBasicDown,
  residualBottleneck,
  residualBottleneckDown,
} from '#shared/blocks/residual.ts';
import { squeezeExcitation } from '#shared/blocks/squeezeExcitation.ts';
import { unetDown, unetUp } from '#shared/blocks/unet.ts';

/** The blocks that come with the program; the palette shows them in this order. */
export const readyBlocks: readonly ReadyBlock[] = [
  residualBasic,
  residualBasicDown,
  residualBottleneck,
  residualBottleneckDown,
  invertedResidual,
  invertedResidualDown,
  inception,
  denseConvolution,
  squeezeExcitation,
  unetDown,
  unetUp,
];
