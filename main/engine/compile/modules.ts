import { batchNormalizationOverAxis } from '#main/engine/layers/batchNormalizationOverAxis.ts';
import { bilinearUpSampling2d } from '#main/engine/layers/bilinearUpSampling2d.ts';
import { dilatedDepthwiseConv2d } from '#main/engine/layers/dilatedDepthwiseConv2d.ts';
import { orthogonal } from '#main/engine/layers/orthogonal.ts';
import { precision } from '#main/engine/layers/precision.ts';
import { recall } from '#main/engine/layers/recall.ts';
import {
  regularizedBidirectional,
  regularizedGru,
  regularizedLstm,
  regularizedSimpleRNN,
} from '#main/engine/layers/regularizedRecurrent.ts';
import { thresholdedReLU } from '#main/engine/layers/thresholdedReLU.ts';

/** Our own modules that calls may name, by file name: what tfjs lacks or gets wrong. Exports carry their sources. */
export const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  batchNormalizationOverAxis: { batchNormalizationOverAxis },
  bilinearUpSampling2d: { bilinearUpSampling2d },
  dilatedDepthwiseConv2d: { dilatedDepthwiseConv2d },
  orthogonal: { orthogonal },
  precision: { precision },
  recall: { recall },
  regularizedRecurrent: {
    regularizedBidirectional,
    regularizedGru,
    regularizedLstm,
    regularizedSimpleRNN,
  },
  thresholdedReLU: { thresholdedReLU },
};
