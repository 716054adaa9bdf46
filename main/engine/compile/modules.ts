import { additiveAttention, attention } from '#main/engine/layers/attention.ts';
import { batchNormalizationOverAxis } from '#main/engine/layers/batchNormalizationOverAxis.ts';
import { bilinearUpSampling2d } from '#main/engine/layers/bilinearUpSampling2d.ts';
import { categoryEncoding } from '#main/engine/layers/categoryEncoding.ts';
import { conv1dTranspose } from '#main/engine/layers/conv1dTranspose.ts';
import { depthwiseConv1d, separableConv1d } from '#main/engine/layers/depthwiseConv1d.ts';
import { dilatedDepthwiseConv2d } from '#main/engine/layers/dilatedDepthwiseConv2d.ts';
import { globalAveragePooling3d, globalMaxPooling3d } from '#main/engine/layers/globalPooling3d.ts';
import { centerCrop, resizing } from '#main/engine/layers/imageSizes.ts';
import { multiHeadAttention } from '#main/engine/layers/multiHeadAttention.ts';
import {
  groupNormalization,
  rmsNormalization,
  unitNormalization,
} from '#main/engine/layers/normalizations.ts';
import {
  gather,
  matMul,
  reduce,
  slice,
  split,
  stack,
  subtract,
} from '#main/engine/layers/operations.ts';
import { orthogonal } from '#main/engine/layers/orthogonal.ts';
import { positionEmbedding, sinusoidalPositionEncoding } from '#main/engine/layers/positions.ts';
import { precision } from '#main/engine/layers/precision.ts';
import { recall } from '#main/engine/layers/recall.ts';
import {
  regularizedBidirectional,
  regularizedConvLstm2d,
  regularizedGru,
  regularizedLstm,
  regularizedSimpleRNN,
} from '#main/engine/layers/regularizedRecurrent.ts';
import { zeroPadding1d, zeroPadding3d, cropping1D, cropping3D } from '#main/engine/layers/sides.ts';
import { spatialDropout2d, spatialDropout3d } from '#main/engine/layers/spatialDropout.ts';
import { thresholdedReLU } from '#main/engine/layers/thresholdedReLU.ts';
import { upSampling1d, upSampling3d } from '#main/engine/layers/upSampling.ts';

/** Our own modules that calls may name, by file name: what tfjs lacks or gets wrong. Exports carry their sources. */
export const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  attention: { additiveAttention, attention },
  batchNormalizationOverAxis: { batchNormalizationOverAxis },
  bilinearUpSampling2d: { bilinearUpSampling2d },
  categoryEncoding: { categoryEncoding },
  conv1dTranspose: { conv1dTranspose },
  depthwiseConv1d: { depthwiseConv1d, separableConv1d },
  dilatedDepthwiseConv2d: { dilatedDepthwiseConv2d },
  globalPooling3d: { globalAveragePooling3d, globalMaxPooling3d },
  imageSizes: { centerCrop, resizing },
  multiHeadAttention: { multiHeadAttention },
  normalizations: { groupNormalization, rmsNormalization, unitNormalization },
  operations: { gather, matMul, reduce, slice, split, stack, subtract },
  orthogonal: { orthogonal },
  positions: { positionEmbedding, sinusoidalPositionEncoding },
  precision: { precision },
  recall: { recall },
  regularizedRecurrent: {
    regularizedBidirectional,
    regularizedConvLstm2d,
    regularizedGru,
    regularizedLstm,
    regularizedSimpleRNN,
  },
  sides: { zeroPadding1d, zeroPadding3d, cropping1D, cropping3D },
  spatialDropout: { spatialDropout2d, spatialDropout3d },
  thresholdedReLU: { thresholdedReLU },
  upSampling: { upSampling1d, upSampling3d },
};
