import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import {
  gridConvolutionDefaults,
  volumeTranspose,
  volumeTransposeParams,
} from '#shared/layers/convolution/gridConvolution.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';

/** Enlarges a volume by trained kernels: (batch, depth, height, width, channels) → (batch, larger depth, larger height, larger width, filters). */
export const conv3dTranspose = defineLayer({
  kind: 'conv3dTranspose',
  ...volumeTranspose('Conv3DTranspose'),
  gloss: '三维转置卷积层',
  doc: {
    en: 'A convolution the other way round: with strides above 1 it makes volumes larger. Used in generators and for segmentation.',
    'zh-CN': '反方向的卷积：步幅大于 1 时放大三维数据，用于生成网络和分割。',
  },
  link: 'https://keras.io/api/layers/convolution_layers/convolution3d_transpose/',
  tfjs: (values) =>
    tfjsCall('layers.conv3dTranspose', volumeTransposeParams, values, {
      ...gridConvolutionDefaults(values),
      kernelInitializer: { kind: 'glorotNormal' },
    }),
  keras: (values) =>
    kerasCall('layers.Conv3DTranspose', volumeTransposeParams, values, {
      ...gridConvolutionDefaults(values),
      kernelInitializer: { kind: 'glorotUniform' },
    }),
});
