import { activation } from '#shared/layers/activation/activation.ts';
import { elu } from '#shared/layers/activation/elu.ts';
import { leakyReLU } from '#shared/layers/activation/leakyReLU.ts';
import { prelu } from '#shared/layers/activation/prelu.ts';
import { reLU } from '#shared/layers/activation/reLU.ts';
import { softmax } from '#shared/layers/activation/softmax.ts';
import { thresholdedReLU } from '#shared/layers/activation/thresholdedReLU.ts';
import { additiveAttention } from '#shared/layers/attention/additiveAttention.ts';
import { attention } from '#shared/layers/attention/attention.ts';
import { multiHeadAttention } from '#shared/layers/attention/multiHeadAttention.ts';
import { positionEmbedding } from '#shared/layers/attention/positionEmbedding.ts';
import { sinusoidalPositionEncoding } from '#shared/layers/attention/sinusoidalPositionEncoding.ts';
import { conv1d } from '#shared/layers/convolution/conv1d.ts';
import { conv1dTranspose } from '#shared/layers/convolution/conv1dTranspose.ts';
import { conv2d } from '#shared/layers/convolution/conv2d.ts';
import { conv2dTranspose } from '#shared/layers/convolution/conv2dTranspose.ts';
import { conv3d } from '#shared/layers/convolution/conv3d.ts';
import { conv3dTranspose } from '#shared/layers/convolution/conv3dTranspose.ts';
import { depthwiseConv1d } from '#shared/layers/convolution/depthwiseConv1d.ts';
import { depthwiseConv2d } from '#shared/layers/convolution/depthwiseConv2d.ts';
import { separableConv1d } from '#shared/layers/convolution/separableConv1d.ts';
import { separableConv2d } from '#shared/layers/convolution/separableConv2d.ts';
import { categoryEncoding } from '#shared/layers/core/categoryEncoding.ts';
import { dense } from '#shared/layers/core/dense.ts';
import { embedding } from '#shared/layers/core/embedding.ts';
import { masking } from '#shared/layers/core/masking.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { inputLayer } from '#shared/layers/io/inputLayer.ts';
import { output } from '#shared/layers/io/output.ts';
import { add } from '#shared/layers/merging/add.ts';
import { average } from '#shared/layers/merging/average.ts';
import { concatenate } from '#shared/layers/merging/concatenate.ts';
import { dot } from '#shared/layers/merging/dot.ts';
import { matMul } from '#shared/layers/merging/matMul.ts';
import { maximum } from '#shared/layers/merging/maximum.ts';
import { minimum } from '#shared/layers/merging/minimum.ts';
import { multiply } from '#shared/layers/merging/multiply.ts';
import { stack } from '#shared/layers/merging/stack.ts';
import { subtract } from '#shared/layers/merging/subtract.ts';
import { batchNormalization } from '#shared/layers/normalization/batchNormalization.ts';
import { groupNormalization } from '#shared/layers/normalization/groupNormalization.ts';
import { layerNormalization } from '#shared/layers/normalization/layerNormalization.ts';
import { rescaling } from '#shared/layers/normalization/rescaling.ts';
import { rmsNormalization } from '#shared/layers/normalization/rmsNormalization.ts';
import { unitNormalization } from '#shared/layers/normalization/unitNormalization.ts';
import { averagePooling1d } from '#shared/layers/pooling/averagePooling1d.ts';
import { averagePooling2d } from '#shared/layers/pooling/averagePooling2d.ts';
import { averagePooling3d } from '#shared/layers/pooling/averagePooling3d.ts';
import { globalAveragePooling1d } from '#shared/layers/pooling/globalAveragePooling1d.ts';
import { globalAveragePooling2d } from '#shared/layers/pooling/globalAveragePooling2d.ts';
import { globalAveragePooling3d } from '#shared/layers/pooling/globalAveragePooling3d.ts';
import { globalMaxPooling1d } from '#shared/layers/pooling/globalMaxPooling1d.ts';
import { globalMaxPooling2d } from '#shared/layers/pooling/globalMaxPooling2d.ts';
import { globalMaxPooling3d } from '#shared/layers/pooling/globalMaxPooling3d.ts';
import { maxPooling1d } from '#shared/layers/pooling/maxPooling1d.ts';
import { maxPooling2d } from '#shared/layers/pooling/maxPooling2d.ts';
import { maxPooling3d } from '#shared/layers/pooling/maxPooling3d.ts';
import { reduce } from '#shared/layers/pooling/reduce.ts';
import { convLstm2d } from '#shared/layers/recurrent/convLstm2d.ts';
import { gru } from '#shared/layers/recurrent/gru.ts';
import { lstm } from '#shared/layers/recurrent/lstm.ts';
import { simpleRNN } from '#shared/layers/recurrent/simpleRNN.ts';
import { alphaDropout } from '#shared/layers/regularization/alphaDropout.ts';
import { dropout } from '#shared/layers/regularization/dropout.ts';
import { gaussianDropout } from '#shared/layers/regularization/gaussianDropout.ts';
import { gaussianNoise } from '#shared/layers/regularization/gaussianNoise.ts';
import { spatialDropout1d } from '#shared/layers/regularization/spatialDropout1d.ts';
import { spatialDropout2d } from '#shared/layers/regularization/spatialDropout2d.ts';
import { spatialDropout3d } from '#shared/layers/regularization/spatialDropout3d.ts';
import { stochasticDepth } from '#shared/layers/regularization/stochasticDepth.ts';
import { centerCrop } from '#shared/layers/reshaping/centerCrop.ts';
import { cropping1D } from '#shared/layers/reshaping/cropping1D.ts';
import { cropping2D } from '#shared/layers/reshaping/cropping2D.ts';
import { cropping3D } from '#shared/layers/reshaping/cropping3D.ts';
import { flatten } from '#shared/layers/reshaping/flatten.ts';
import { gather } from '#shared/layers/reshaping/gather.ts';
import { permute } from '#shared/layers/reshaping/permute.ts';
import { repeatVector } from '#shared/layers/reshaping/repeatVector.ts';
import { reshape } from '#shared/layers/reshaping/reshape.ts';
import { resizing } from '#shared/layers/reshaping/resizing.ts';
import { slice } from '#shared/layers/reshaping/slice.ts';
import { split } from '#shared/layers/reshaping/split.ts';
import { upSampling1d } from '#shared/layers/reshaping/upSampling1d.ts';
import { upSampling2d } from '#shared/layers/reshaping/upSampling2d.ts';
import { upSampling3d } from '#shared/layers/reshaping/upSampling3d.ts';
import { zeroPadding1d } from '#shared/layers/reshaping/zeroPadding1d.ts';
import { zeroPadding2d } from '#shared/layers/reshaping/zeroPadding2d.ts';
import { zeroPadding3d } from '#shared/layers/reshaping/zeroPadding3d.ts';

/** Every layer the program knows, by family; the palette shows them in this order. */
export const layers: readonly LayerDefinition[] = [
  inputLayer,
  output,
  dense,
  embedding,
  categoryEncoding,
  masking,
  conv1d,
  conv2d,
  conv3d,
  conv1dTranspose,
  conv2dTranspose,
  conv3dTranspose,
  depthwiseConv1d,
  depthwiseConv2d,
  separableConv1d,
  separableConv2d,
  maxPooling1d,
  maxPooling2d,
  maxPooling3d,
  averagePooling1d,
  averagePooling2d,
  averagePooling3d,
  globalMaxPooling1d,
  globalMaxPooling2d,
  globalMaxPooling3d,
  globalAveragePooling1d,
  globalAveragePooling2d,
  globalAveragePooling3d,
  reduce,
  batchNormalization,
  layerNormalization,
  groupNormalization,
  rmsNormalization,
  unitNormalization,
  rescaling,
  dropout,
  spatialDropout1d,
  spatialDropout2d,
  spatialDropout3d,
  gaussianNoise,
  gaussianDropout,
  alphaDropout,
  stochasticDepth,
  activation,
  reLU,
  leakyReLU,
  prelu,
  elu,
  thresholdedReLU,
  softmax,
  simpleRNN,
  lstm,
  gru,
  convLstm2d,
  multiHeadAttention,
  attention,
  additiveAttention,
  positionEmbedding,
  sinusoidalPositionEncoding,
  flatten,
  reshape,
  permute,
  slice,
  split,
  gather,
  repeatVector,
  zeroPadding1d,
  zeroPadding2d,
  zeroPadding3d,
  cropping1D,
  cropping2D,
  cropping3D,
  resizing,
  centerCrop,
  upSampling1d,
  upSampling2d,
  upSampling3d,
  add,
  subtract,
  multiply,
  average,
  maximum,
  minimum,
  concatenate,
  stack,
  dot,
  matMul,
];

const byKind: ReadonlyMap<string, LayerDefinition> = new Map(
  layers.map((layer) => [layer.kind, layer]),
);

/** The layer of this kind; undefined for a kind that this version does not know. */
export function findLayer(kind: string): LayerDefinition | undefined {
  return byKind.get(kind);
}
