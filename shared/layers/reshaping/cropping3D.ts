import { volumeAxes } from '#shared/layers/axisNames.ts';
import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { volumeFormatParam } from '#shared/layers/dataFormat.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { checkCropping, croppingMessages } from '#shared/layers/reshaping/cropping.ts';
import {
  explainSides,
  resized,
  volumeSides,
  sidesHighlight,
  withPairs,
} from '#shared/layers/reshaping/sides.ts';
import { fail, ok } from '#shared/problems/problem.ts';

const params = {
  cropping: {
    type: 'integers',
    length: 6,
    default: [1, 1, 1, 1, 1, 1],
    min: 0,
    entries: volumeSides,
    doc: {
      en: 'How much is cut off at each side: front, back, top, bottom, left, right.',
      'zh-CN': '每一侧裁掉多少：依次为前、后、上、下、左、右。',
    },
  },
  dataFormat: volumeFormatParam,
} as const satisfies ParamTable;

/** Cuts off on all sides: (batch, depth, height, width, channels), all three smaller. */
export const cropping3D = defineLayer({
  kind: 'cropping3D',
  title: 'Cropping3D',
  gloss: '三维裁剪层',
  family: 'reshaping',
  pictogram: 'crop',
  doc: {
    en: 'Cuts off what lies at the sides of a volume.',
    'zh-CN': '从三维数据的各侧裁掉若干层。',
  },
  link: 'https://keras.io/api/layers/reshaping_layers/cropping3d/',
  params,
  inputs: { min: 1, max: 1, ranks: [4] },
  outputShape: ([input = []], { cropping, dataFormat }) => {
    const problem = checkCropping('Cropping3D', input, cropping, dataFormat);
    return problem ? fail(problem) : ok([resized(input, cropping, -1, dataFormat)]);
  },
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ cropping }) => [sidesHighlight(cropping)],
  explain: ([input = []], { cropping, dataFormat }) =>
    explainSides(input, cropping, -1, volumeAxes, dataFormat),
  tfjs: (values) =>
    fromModule(
      withPairs(tfjsCall('cropping3D', params, values), 'cropping', values.cropping, null),
      'sides',
      'cropping3D',
    ),
  keras: (values) =>
    withPairs(
      kerasCall('layers.Cropping3D', params, values, { dataFormat: 'channelsLast' }),
      'cropping',
      values.cropping,
      1,
    ),
  messages: croppingMessages,
});
