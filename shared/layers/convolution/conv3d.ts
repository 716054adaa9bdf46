import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import {
  gridConvolutionDefaults,
  volumeConvolution,
  volumeConvolutionParams,
} from '#shared/layers/convolution/gridConvolution.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';

/** Looks for patterns in a volume: (batch, depth, height, width, channels) → (batch, new depth, new height, new width, filters). */
export const conv3d = defineLayer({
  kind: 'conv3d',
  ...volumeConvolution('Conv3D'),
  gloss: '三维卷积层',
  doc: {
    en: 'Slides small kernels through a volume (a scan, a short film) and answers where each one’s pattern appears.',
    'zh-CN': '让小卷积核在三维数据（扫描、短片）中滑动，给出每种模式出现的位置。',
  },
  link: 'https://keras.io/api/layers/convolution_layers/convolution3d/',
  tfjs: (values) =>
    tfjsCall('layers.conv3d', volumeConvolutionParams, values, {
      ...gridConvolutionDefaults(values),
      kernelInitializer: { kind: 'glorotNormal' },
    }),
  keras: (values) =>
    kerasCall('layers.Conv3D', volumeConvolutionParams, values, {
      ...gridConvolutionDefaults(values),
      kernelInitializer: { kind: 'glorotUniform' },
    }),
});
