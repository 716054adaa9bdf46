/**
 * What people usually put after a layer, the likeliest first. A hint of the palette, nothing more; a test checks that
 * every name is in the catalogue.
 */
const followers: Readonly<Record<string, readonly string[]>> = {
  inputLayer: ['conv2d', 'dense', 'embedding', 'flatten'],
  dense: ['dropout', 'dense', 'output'],
  embedding: ['lstm', 'gru', 'globalAveragePooling1d'],
  conv1d: ['maxPooling1d', 'batchNormalization', 'globalMaxPooling1d'],
  conv2d: ['maxPooling2d', 'batchNormalization', 'dropout'],
  conv2dTranspose: ['batchNormalization', 'conv2d', 'activation'],
  depthwiseConv2d: ['batchNormalization', 'conv2d', 'activation'],
  separableConv2d: ['batchNormalization', 'maxPooling2d', 'activation'],
  maxPooling1d: ['conv1d', 'lstm', 'flatten'],
  maxPooling2d: ['conv2d', 'flatten', 'dropout'],
  averagePooling1d: ['conv1d', 'flatten'],
  averagePooling2d: ['conv2d', 'flatten'],
  globalAveragePooling1d: ['dense', 'dropout'],
  globalAveragePooling2d: ['dense', 'dropout'],
  globalMaxPooling1d: ['dense', 'dropout'],
  globalMaxPooling2d: ['dense', 'dropout'],
  flatten: ['dense', 'dropout'],
  reshape: ['conv2dTranspose', 'conv2d', 'dense'],
  permute: ['lstm', 'dense'],
  dropout: ['dense', 'conv2d', 'output'],
  spatialDropout1d: ['lstm', 'gru', 'conv1d'],
  batchNormalization: ['activation', 'conv2d', 'maxPooling2d'],
  layerNormalization: ['dense', 'dropout'],
  activation: ['maxPooling2d', 'conv2d', 'dropout'],
  leakyReLU: ['maxPooling2d', 'conv2d', 'dropout'],
  softmax: ['output'],
  simpleRNN: ['dense', 'dropout'],
  lstm: ['dense', 'dropout', 'lstm'],
  gru: ['dense', 'dropout', 'gru'],
  add: ['activation', 'batchNormalization', 'dropout'],
  multiply: ['dense', 'activation'],
  average: ['dense', 'output'],
  maximum: ['dense', 'activation'],
  concatenate: ['dense', 'conv2d', 'batchNormalization'],
  dot: ['dense', 'activation'],
  zeroPadding2d: ['conv2d', 'depthwiseConv2d'],
  upSampling2d: ['conv2d', 'concatenate'],
};

/** Kinds of layers that often follow this kind; empty where nothing is usual. */
export function oftenAfter(kind: string): readonly string[] {
  return followers[kind] ?? [];
}
