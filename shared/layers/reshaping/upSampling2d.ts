import { axisNames } from '#shared/layers/axisNames.ts';
import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
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
      en: 'How many times larger it becomes.',
      'zh-CN': '放大多少倍。',
    },
  },
  interpolation: {
    type: 'choice',
    default: 'nearest',
    choices: ['nearest', 'bilinear'],
    doc: {
      en: 'nearest: repeats each pixel. bilinear: goes over smoothly from one pixel to the next.',
      'zh-CN': 'nearest：重复每个像素。bilinear：在相邻像素之间平滑过渡。',
    },
  },
  dataFormat: dataFormatParam,
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = {
  size: [2, 2],
  interpolation: 'nearest',
  dataFormat: 'channelsLast',
};

function enlarged(input: Shape, { size, dataFormat }: ValuesOf<typeof params>): Shape {
  const [rows = 1, columns = 1] = size;
  const [height = null, width = null, channels = null] = toChannelsLast(input, dataFormat);
  return fromChannelsLast(
    [height === null ? null : height * rows, width === null ? null : width * columns, channels],
    dataFormat,
  );
}

/** Makes images larger: (batch, height, width, channels), larger height and width. */
export const upSampling2d = defineLayer({
  kind: 'upSampling2d',
  title: 'UpSampling2D',
  gloss: '二维上采样层',
  family: 'reshaping',
  pictogram: 'reshape',
  doc: {
    en: 'Makes an image larger by repeating its rows and columns, or by what lies between them. Nothing to train.',
    'zh-CN': '通过重复行和列或在其间插值来放大图像，没有可训练的参数。',
  },
  link: 'https://keras.io/api/layers/reshaping_layers/up_sampling2d/',
  params,
  inputs: { min: 1, max: 1, ranks: [3] },
  outputShape: ([input = []], values) => ok([enlarged(input, values)]),
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ size, interpolation }) => [
    sizesHighlight(size),
    ...(interpolation === 'bilinear' ? ['bilinear'] : []),
  ],
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
  tfjs: (values) => {
    const call = tfjsCall('layers.upSampling2d', params, values, libraryDefaults);
    return values.interpolation === 'bilinear' ? fromModule(call, 'bilinearUpSampling2d') : call;
  },
  keras: (values) => kerasCall('layers.UpSampling2D', params, values, libraryDefaults),
  differences: {
    en: 'For bilinear, tfjs places the pixels otherwise than Keras; the code here brings a layer of its own that does as Keras does.',
    'zh-CN':
      '使用 bilinear 时，tfjs 的像素位置与 Keras 不同；这里的代码自带一个与 Keras 一致的层。',
  },
});
