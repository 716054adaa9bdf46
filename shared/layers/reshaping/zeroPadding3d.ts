import { volumeAxes } from '#shared/layers/axisNames.ts';
import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { volumeFormatParam } from '#shared/layers/dataFormat.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import {
  explainSides,
  resized,
  volumeSides,
  sidesHighlight,
  withPairs,
} from '#shared/layers/reshaping/sides.ts';
import { ok } from '#shared/problems/problem.ts';

const params = {
  padding: {
    type: 'integers',
    length: 6,
    default: [1, 1, 1, 1, 1, 1],
    min: 0,
    entries: volumeSides,
    doc: {
      en: 'How many layers of zeros are added at each side: front, back, top, bottom, left, right.',
      'zh-CN': '每一侧补多少层零：依次为前、后、上、下、左、右。',
    },
  },
  dataFormat: volumeFormatParam,
} as const satisfies ParamTable;

/** Adds zeros on all sides: (batch, depth, height, width, channels), all three larger. */
export const zeroPadding3d = defineLayer({
  kind: 'zeroPadding3d',
  title: 'ZeroPadding3D',
  gloss: '三维补零层',
  family: 'reshaping',
  pictogram: 'reshape',
  doc: {
    en: 'Adds zeros around a volume.',
    'zh-CN': '在三维数据四周补零。',
  },
  link: 'https://keras.io/api/layers/reshaping_layers/zero_padding3d/',
  params,
  inputs: { min: 1, max: 1, ranks: [4] },
  outputShape: ([input = []], { padding, dataFormat }) =>
    ok([resized(input, padding, 1, dataFormat)]),
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ padding }) => [sidesHighlight(padding)],
  explain: ([input = []], { padding, dataFormat }) =>
    explainSides(input, padding, 1, volumeAxes, dataFormat),
  tfjs: (values) =>
    fromModule(
      withPairs(tfjsCall('zeroPadding3d', params, values), 'padding', values.padding, null),
      'sides',
      'zeroPadding3d',
    ),
  keras: (values) =>
    withPairs(
      kerasCall('layers.ZeroPadding3D', params, values, { dataFormat: 'channelsLast' }),
      'padding',
      values.padding,
      1,
    ),
});
