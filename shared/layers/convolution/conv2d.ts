import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import {
  gridConvolutionDefaults,
  imageConvolution,
  imageConvolutionParams,
} from '#shared/layers/convolution/gridConvolution.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';

/** Looks for patterns in an image: (batch, height, width, channels) → (batch, new height, new width, filters). */
export const conv2d = defineLayer({
  kind: 'conv2d',
  ...imageConvolution('Conv2D'),
  gloss: '二维卷积层',
  doc: {
    en: 'Slides small kernels over an image and answers where each one’s pattern appears.',
    'zh-CN': '让小卷积核在图像上滑动，给出每种模式出现的位置。',
  },
  link: 'https://keras.io/api/layers/convolution_layers/convolution2d/',
  tfjs: (values) =>
    tfjsCall('layers.conv2d', imageConvolutionParams, values, {
      ...gridConvolutionDefaults(values),
      kernelInitializer: { kind: 'glorotNormal' },
    }),
  keras: (values) =>
    kerasCall('layers.Conv2D', imageConvolutionParams, values, {
      ...gridConvolutionDefaults(values),
      kernelInitializer: { kind: 'glorotUniform' },
    }),
});
