import { imageAxes } from '#shared/layers/axisNames.ts';
import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { dataFormatParam } from '#shared/layers/dataFormat.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { checkCropping, croppingDoc, croppingMessages } from '#shared/layers/reshaping/cropping.ts';
import {
  explainSides,
  imageSides,
  resized,
  sidesHighlight,
  withPairs,
} from '#shared/layers/reshaping/sides.ts';
import { fail, ok } from '#shared/problems/problem.ts';

const params = {
  cropping: {
    type: 'integers',
    length: 4,
    default: [1, 1, 1, 1],
    min: 0,
    entries: imageSides,
    doc: croppingDoc,
  },
  dataFormat: dataFormatParam,
} as const satisfies ParamTable;

/** Cuts rows and columns off: (batch, height, width, channels), smaller height and width. */
export const cropping2D = defineLayer({
  kind: 'cropping2D',
  title: 'Cropping2D',
  gloss: '二维裁剪层',
  family: 'reshaping',
  pictogram: 'crop',
  doc: {
    en: 'Cuts rows and columns off at the sides of an image.',
    'zh-CN': '从图像四周裁掉若干行和列。',
  },
  link: 'https://keras.io/api/layers/reshaping_layers/cropping2d/',
  params,
  inputs: { min: 1, max: 1, ranks: [3] },
  outputShape: ([input = []], { cropping, dataFormat }) => {
    const problem = checkCropping('Cropping2D', input, cropping, dataFormat);
    return problem ? fail(problem) : ok([resized(input, cropping, -1, dataFormat)]);
  },
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ cropping }) => [sidesHighlight(cropping)],
  explain: ([input = []], { cropping, dataFormat }) =>
    explainSides(input, cropping, -1, imageAxes, dataFormat),
  tfjs: (values) =>
    withPairs(
      tfjsCall('layers.cropping2D', params, values, { dataFormat: 'channelsLast' }),
      'cropping',
      values.cropping,
      null,
    ),
  keras: (values) =>
    withPairs(
      kerasCall('layers.Cropping2D', params, values, { dataFormat: 'channelsLast' }),
      'cropping',
      values.cropping,
      0,
    ),
  messages: croppingMessages,
});
