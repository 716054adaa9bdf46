import { axisNames } from '#shared/layers/axisNames.ts';
import type { Call } from '#shared/layers/call.ts';
import { kerasCall, tfjsCall, withArguments } from '#shared/layers/callFromParams.ts';
import { dataFormatParam, fromChannelsLast, toChannelsLast } from '#shared/layers/dataFormat.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import { sizesHighlight } from '#shared/layers/highlights.ts';
import type { ParamTable, ParamValues, ValuesOf } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

const params = {
  size: {
    type: 'integers',
    length: 2,
    default: [2, 2],
    min: 1,
    entries: [axisNames.height, axisNames.width],
    doc: {
      en: 'How many times each row and each column is repeated.',
      'zh-CN': '每行和每列重复多少次。',
    },
  },
  dataFormat: dataFormatParam,
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = { size: [2, 2], dataFormat: 'channelsLast' };

function enlarged(input: Shape, { size, dataFormat }: ValuesOf<typeof params>): Shape {
  const [rows = 1, columns = 1] = size;
  const [height = null, width = null, channels = null] = toChannelsLast(input, dataFormat);
  return fromChannelsLast(
    [height === null ? null : height * rows, width === null ? null : width * columns, channels],
    dataFormat,
  );
}

function nearest(call: Call): Call {
  return withArguments(call, { interpolation: 'nearest' }, { interpolation: 'nearest' });
}

/** Repeats rows and columns: (batch, height, width, channels), larger height and width. */
export const upSampling2d = defineLayer({
  kind: 'upSampling2d',
  title: 'UpSampling2D',
  gloss: '二维上采样层',
  family: 'reshaping',
  pictogram: 'reshape',
  doc: {
    en: 'Makes an image larger by repeating its rows and columns. Nothing to train.',
    'zh-CN': '通过重复行和列放大图像，没有可训练的参数。',
  },
  link: 'https://keras.io/api/layers/reshaping_layers/up_sampling2d/',
  params,
  inputs: { min: 1, max: 1, ranks: [3] },
  outputShape: ([input = []], values) => ok([enlarged(input, values)]),
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ size }) => [sizesHighlight(size)],
  explain: ([input = []], values) => {
    const [rows = 1, columns = 1] = values.size;
    const [height, width] = toChannelsLast(input, values.dataFormat);
    const [newHeight, newWidth] = toChannelsLast(enlarged(input, values), values.dataFormat);
    return [
      {
        label: axisNames.height,
        formula: `${height ?? '?'} × ${rows}`,
        result: String(newHeight ?? '?'),
      },
      {
        label: axisNames.width,
        formula: `${width ?? '?'} × ${columns}`,
        result: String(newWidth ?? '?'),
      },
    ];
  },
  tfjs: (values) => nearest(tfjsCall('layers.upSampling2d', params, values, libraryDefaults)),
  keras: (values) => nearest(kerasCall('layers.UpSampling2D', params, values, libraryDefaults)),
  differences: {
    en: 'Bilinear interpolation is not offered: tfjs and Keras place the pixels differently.',
    'zh-CN': '不提供双线性插值：tfjs 与 Keras 的像素位置不同。',
  },
});
