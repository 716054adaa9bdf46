import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import {
  gridConvolutionDefaults,
  imageTranspose,
  imageTransposeParams,
} from '#shared/layers/convolution/gridConvolution.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';

/** Enlarges an image by trained kernels: (batch, height, width, channels) → (batch, larger height, larger width, filters). */
export const conv2dTranspose = defineLayer({
  kind: 'conv2dTranspose',
  ...imageTranspose('Conv2DTranspose'),
  gloss: '二维转置卷积层',
  doc: {
    en: 'A convolution the other way round: with strides above 1 it makes images larger. Used in generators and for segmentation.',
    'zh-CN': '反方向的卷积：步幅大于 1 时放大图像，用于生成网络和分割。',
  },
  link: 'https://keras.io/api/layers/convolution_layers/convolution2d_transpose/',
  tfjs: (values) =>
    tfjsCall('layers.conv2dTranspose', imageTransposeParams, values, {
      ...gridConvolutionDefaults(values),
      kernelInitializer: { kind: 'glorotNormal' },
    }),
  keras: (values) =>
    kerasCall('layers.Conv2DTranspose', imageTransposeParams, values, {
      ...gridConvolutionDefaults(values),
      kernelInitializer: { kind: 'glorotUniform' },
    }),
});
