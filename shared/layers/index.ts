import { activation } from '#shared/layers/activation/activation.ts';
import { elu } from '#shared/layers/activation/elu.ts';
import { leakyReLU } from '#shared/layers/activation/leakyReLU.ts';
import { prelu } from '#shared/layers/activation/prelu.ts';
import { reLU } from '#shared/layers/activation/reLU.ts';
import { softmax } from '#shared/layers/activation/softmax.ts';
import { thresholdedReLU } from '#shared/layers/activation/thresholdedReLU.ts';
import { conv1d } from '#shared/layers/convolution/conv1d.ts';
import { conv2d } from '#shared/layers/convolution/conv2d.ts';
import { conv2dTranspose } from '#shared/layers/convolution/conv2dTranspose.ts';
import { depthwiseConv2d } from '#shared/layers/convolution/depthwiseConv2d.ts';
import { separableConv2d } from '#shared/layers/convolution/separableConv2d.ts';
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
import { maximum } from '#shared/layers/merging/maximum.ts';
import { minimum } from '#shared/layers/merging/minimum.ts';
import { multiply } from '#shared/layers/merging/multiply.ts';
import { batchNormalization } from '#shared/layers/normalization/batchNormalization.ts';
import { layerNormalization } from '#shared/layers/normalization/layerNormalization.ts';
import { averagePooling1d } from '#shared/layers/pooling/averagePooling1d.ts';
import { averagePooling2d } from '#shared/layers/pooling/averagePooling2d.ts';
import { globalAveragePooling1d } from '#shared/layers/pooling/globalAveragePooling1d.ts';
import { globalAveragePooling2d } from '#shared/layers/pooling/globalAveragePooling2d.ts';
import { globalMaxPooling1d } from '#shared/layers/pooling/globalMaxPooling1d.ts';
import { globalMaxPooling2d } from '#shared/layers/pooling/globalMaxPooling2d.ts';
import { maxPooling1d } from '#shared/layers/pooling/maxPooling1d.ts';
import { maxPooling2d } from '#shared/layers/pooling/maxPooling2d.ts';
import { gru } from '#shared/layers/recurrent/gru.ts';
import { lstm } from '#shared/layers/recurrent/lstm.ts';
import { simpleRNN } from '#shared/layers/recurrent/simpleRNN.ts';
import { alphaDropout } from '#shared/layers/regularization/alphaDropout.ts';
import { dropout } from '#shared/layers/regularization/dropout.ts';
import { gaussianDropout } from '#shared/layers/regularization/gaussianDropout.ts';
import { gaussianNoise } from '#shared/layers/regularization/gaussianNoise.ts';
import { spatialDropout1d } from '#shared/layers/regularization/spatialDropout1d.ts';
import { cropping2D } from '#shared/layers/reshaping/cropping2D.ts';
import { flatten } from '#shared/layers/reshaping/flatten.ts';
import { permute } from '#shared/layers/reshaping/permute.ts';
import { repeatVector } from '#shared/layers/reshaping/repeatVector.ts';
import { reshape } from '#shared/layers/reshaping/reshape.ts';
import { upSampling2d } from '#shared/layers/reshaping/upSampling2d.ts';
import { zeroPadding2d } from '#shared/layers/reshaping/zeroPadding2d.ts';

/** Every layer the program knows, by family; the palette shows them in this order. */
export const layers: readonly LayerDefinition[] = [
  inputLayer,
  output,
  dense,
  embedding,
  masking,
  conv1d,
  conv2d,
  conv2dTranspose,
  depthwiseConv2d,
  separableConv2d,
  maxPooling1d,
  maxPooling2d,
  averagePooling1d,
  averagePooling2d,
  globalMaxPooling1d,
  globalMaxPooling2d,
  globalAveragePooling1d,
  globalAveragePooling2d,
  batchNormalization,
  layerNormalization,
  dropout,
  spatialDropout1d,
  gaussianNoise,
  gaussianDropout,
  alphaDropout,
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
  flatten,
  reshape,
  permute,
  repeatVector,
  zeroPadding2d,
  cropping2D,
  upSampling2d,
  add,
  multiply,
  average,
  maximum,
  minimum,
  concatenate,
  dot,
];

const byKind: ReadonlyMap<string, LayerDefinition> = new Map(
  layers.map((layer) => [layer.kind, layer]),
);

/** The layer of this kind; undefined for a kind that this version does not know. */
export function findLayer(kind: string): LayerDefinition | undefined {
  return byKind.get(kind);
}
