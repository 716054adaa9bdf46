import { sequenceAxes } from '#shared/layers/axisNames.ts';
import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { checkCropping, croppingDoc, croppingMessages } from '#shared/layers/reshaping/cropping.ts';
import {
  explainSides,
  resized,
  sequenceSides,
  sidesHighlight,
  withPairs,
} from '#shared/layers/reshaping/sides.ts';
import { fail, ok } from '#shared/problems/problem.ts';

const params = {
  cropping: {
    type: 'integers',
    length: 2,
    default: [1, 1],
    min: 0,
    entries: sequenceSides,
    doc: croppingDoc,
  },
} as const satisfies ParamTable;

/** Cuts steps off: (batch, steps, channels), fewer steps. */
export const cropping1D = defineLayer({
  kind: 'cropping1D',
  title: 'Cropping1D',
  gloss: '一维裁剪层',
  family: 'reshaping',
  pictogram: 'crop',
  doc: {
    en: 'Cuts steps off at both ends of a sequence.',
    'zh-CN': '从序列两端裁掉若干步。',
  },
  link: 'https://keras.io/api/layers/reshaping_layers/cropping1d/',
  params,
  inputs: { min: 1, max: 1, ranks: [2] },
  outputShape: ([input = []], { cropping }) => {
    const problem = checkCropping('Cropping1D', input, cropping);
    return problem ? fail(problem) : ok([resized(input, cropping, -1)]);
  },
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ cropping }) => [sidesHighlight(cropping)],
  explain: ([input = []], { cropping }) => explainSides(input, cropping, -1, sequenceAxes),
  tfjs: (values) =>
    fromModule(
      withPairs(tfjsCall('cropping1D', params, values), 'cropping', values.cropping, null),
      'sides',
      'cropping1D',
    ),
  keras: (values) =>
    withPairs(kerasCall('layers.Cropping1D', params, values), 'cropping', values.cropping, 1),
  messages: croppingMessages,
});
