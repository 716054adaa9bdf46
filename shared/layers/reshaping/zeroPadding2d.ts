import { imageAxes } from '#shared/layers/axisNames.ts';
import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { dataFormatParam } from '#shared/layers/dataFormat.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import {
  explainSides,
  imageSides,
  resized,
  sidesHighlight,
  withPairs,
} from '#shared/layers/reshaping/sides.ts';
import { ok } from '#shared/problems/problem.ts';

const params = {
  padding: {
    type: 'integers',
    length: 4,
    default: [1, 1, 1, 1],
    min: 0,
    entries: imageSides,
    doc: {
      en: 'How many rows or columns of zeros are added at each side.',
      'zh-CN': '每一侧补多少行或列的零。',
    },
  },
  dataFormat: dataFormatParam,
} as const satisfies ParamTable;

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
  outputShape: ([input = []], { padding, dataFormat }) =>
    ok([resized(input, padding, 1, dataFormat)]),
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ padding }) => [sidesHighlight(padding)],
  explain: ([input = []], { padding, dataFormat }) =>
    explainSides(input, padding, 1, imageAxes, dataFormat),
  tfjs: (values) =>
    withPairs(
      tfjsCall('layers.zeroPadding2d', params, values, { dataFormat: 'channelsLast' }),
      'padding',
      values.padding,
      1,
    ),
  keras: (values) =>
    withPairs(
      kerasCall('layers.ZeroPadding2D', params, values, { dataFormat: 'channelsLast' }),
      'padding',
      values.padding,
      1,
    ),
});
