import { sequenceAxes } from '#shared/layers/axisNames.ts';
import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import {
  explainSides,
  resized,
  sequenceSides,
  sidesHighlight,
  withPairs,
} from '#shared/layers/reshaping/sides.ts';
import { ok } from '#shared/problems/problem.ts';

const params = {
  padding: {
    type: 'integers',
    length: 2,
    default: [1, 1],
    min: 0,
    entries: sequenceSides,
    doc: {
      en: 'How many steps of zeros are added before and after.',
      'zh-CN': '前后各补多少步零。',
    },
  },
} as const satisfies ParamTable;

/** Adds steps of zeros: (batch, steps, channels), more steps. */
export const zeroPadding1d = defineLayer({
  kind: 'zeroPadding1d',
  title: 'ZeroPadding1D',
  gloss: '一维补零层',
  family: 'reshaping',
  pictogram: 'reshape',
  doc: {
    en: 'Adds steps of zeros before and after a sequence.',
    'zh-CN': '在序列前后补上若干步零。',
  },
  link: 'https://keras.io/api/layers/reshaping_layers/zero_padding1d/',
  params,
  inputs: { min: 1, max: 1, ranks: [2] },
  outputShape: ([input = []], { padding }) => ok([resized(input, padding, 1)]),
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ padding }) => [sidesHighlight(padding)],
  explain: ([input = []], { padding }) => explainSides(input, padding, 1, sequenceAxes),
  tfjs: (values) =>
    fromModule(
      withPairs(tfjsCall('zeroPadding1d', params, values), 'padding', values.padding, null),
      'sides',
      'zeroPadding1d',
    ),
  keras: (values) =>
    withPairs(kerasCall('layers.ZeroPadding1D', params, values), 'padding', values.padding, 1),
});
