import { axisNames } from '#shared/layers/axisNames.ts';
import { channelsIndex, dataFormatParam } from '#shared/layers/dataFormat.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';

/** Parameters of the global pooling layers over images. */
export const globalImagePoolingParams = {
  dataFormat: dataFormatParam,
} as const satisfies ParamTable;

/** All that global pooling layers over images share: (batch, height, width, channels) → (batch, channels). */
export function globalImagePooling(title: string) {
  return {
    title,
    family: 'pooling',
    pictogram: 'pool',
    params: globalImagePoolingParams,
    inputs: { min: 1, max: 1, ranks: [3] },
    outputShape: ([input = []], { dataFormat }) =>
      ok([[input[channelsIndex(input, dataFormat)] ?? null]]),
    weights: () => [],
    multiplyAdds: () => 0,
    highlights: () => [],
    explain: ([input = []], { dataFormat }) => [
      {
        label: axisNames.channels,
        formula: String(input[channelsIndex(input, dataFormat)] ?? '?'),
        result: String(input[channelsIndex(input, dataFormat)] ?? '?'),
      },
    ],
  } as const satisfies Partial<LayerDefinition<typeof globalImagePoolingParams>>;
}

const noParams = {} as const satisfies ParamTable;

/** All that global pooling layers over sequences share: (batch, steps, channels) → (batch, channels). */
export function globalSequencePooling(title: string) {
  return {
    title,
    family: 'pooling',
    pictogram: 'pool',
    params: noParams,
    inputs: { min: 1, max: 1, ranks: [2] },
    outputShape: ([input = []]) => ok([input.slice(-1)]),
    weights: () => [],
    multiplyAdds: () => 0,
    highlights: () => [],
    explain: ([input = []]) => [
      {
        label: axisNames.channels,
        formula: String(input[1] ?? '?'),
        result: String(input[1] ?? '?'),
      },
    ],
  } as const satisfies Partial<LayerDefinition<typeof noParams>>;
}
