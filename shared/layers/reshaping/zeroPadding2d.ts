import { axisNames } from '#shared/layers/axisNames.ts';
import type { Call } from '#shared/layers/call.ts';
import { kerasCall, tfjsCall, withArguments } from '#shared/layers/callFromParams.ts';
import { dataFormatParam, fromChannelsLast, toChannelsLast } from '#shared/layers/dataFormat.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable, ValuesOf } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

const params = {
  padding: {
    type: 'integers',
    length: 4,
    default: [1, 1, 1, 1],
    min: 0,
    entries: [
      { en: 'top', 'zh-CN': '上' },
      { en: 'bottom', 'zh-CN': '下' },
      { en: 'left', 'zh-CN': '左' },
      { en: 'right', 'zh-CN': '右' },
    ],
    doc: {
      en: 'How many rows or columns of zeros are added at each side.',
      'zh-CN': '每一侧补多少行或列的零。',
    },
  },
  dataFormat: dataFormatParam,
} as const satisfies ParamTable;

type Values = ValuesOf<typeof params>;

function padded(input: Shape, { padding, dataFormat }: Values): Shape {
  const [top = 0, bottom = 0, left = 0, right = 0] = padding;
  const [height = null, width = null, channels = null] = toChannelsLast(input, dataFormat);
  return fromChannelsLast(
    [
      height === null ? null : height + top + bottom,
      width === null ? null : width + left + right,
      channels,
    ],
    dataFormat,
  );
}

/** Both libraries take the padding as `[[top, bottom], [left, right]]`. */
function inPairs(call: Call, { padding }: Values): Call {
  const [top = 0, bottom = 0, left = 0, right = 0] = padding;
  const pairs = [
    [top, bottom],
    [left, right],
  ];
  const ones = [
    [1, 1],
    [1, 1],
  ];
  return withArguments(call, { padding: pairs }, { padding: ones });
}

/** Adds rows and columns of zeros: (batch, height, width, channels), larger height and width. */
export const zeroPadding2d = defineLayer({
  kind: 'zeroPadding2d',
  title: 'ZeroPadding2D',
  gloss: '二维补零层',
  family: 'reshaping',
  pictogram: 'reshape',
  doc: {
    en: 'Adds rows and columns of zeros around an image.',
    'zh-CN': '在图像四周补上若干行和列的零。',
  },
  link: 'https://keras.io/api/layers/reshaping_layers/zero_padding2d/',
  params,
  inputs: { min: 1, max: 1, ranks: [3] },
  outputShape: ([input = []], values) => ok([padded(input, values)]),
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ padding }) => [
    padding.every((size) => size === padding[0]) ? String(padding[0] ?? 0) : padding.join(', '),
  ],
  explain: ([input = []], values) => {
    const [top = 0, bottom = 0, left = 0, right = 0] = values.padding;
    const [height, width] = toChannelsLast(input, values.dataFormat);
    const [newHeight, newWidth] = toChannelsLast(padded(input, values), values.dataFormat);
    return [
      {
        label: axisNames.height,
        formula: `${height ?? '?'} + ${top} + ${bottom}`,
        result: String(newHeight ?? '?'),
      },
      {
        label: axisNames.width,
        formula: `${width ?? '?'} + ${left} + ${right}`,
        result: String(newWidth ?? '?'),
      },
    ];
  },
  tfjs: (values) =>
    inPairs(
      tfjsCall('layers.zeroPadding2d', params, values, { dataFormat: 'channelsLast' }),
      values,
    ),
  keras: (values) =>
    inPairs(
      kerasCall('layers.ZeroPadding2D', params, values, { dataFormat: 'channelsLast' }),
      values,
    ),
});
