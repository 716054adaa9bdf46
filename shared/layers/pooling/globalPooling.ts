import { axisNames } from '#shared/layers/axisNames.ts';
import { channelsIndex, dataFormatParam, volumeFormatParam } from '#shared/layers/dataFormat.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { ParamTable, ValuesOf } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Parameters of the global pooling layers over images. */
export const globalImagePoolingParams = {
  dataFormat: dataFormatParam,
} as const satisfies ParamTable;

/** Parameters of the global pooling layers over volumes. */
export const globalVolumePoolingParams = {
  dataFormat: volumeFormatParam,
} as const satisfies ParamTable;

type Values = ValuesOf<typeof globalImagePoolingParams>;

/** What global pooling over images and over volumes has in common. */
function globalGridPooling(title: string) {
  const channels = (input: Shape, { dataFormat }: Values) =>
    input[channelsIndex(input, dataFormat)] ?? null;
  return {
    title,
    family: 'pooling',
    pictogram: 'pool',
    outputShape: ([input = []]: readonly Shape[], values: Values) =>
      ok([[channels(input, values)]]),
    weights: () => [],
    multiplyAdds: () => 0,
    highlights: () => [],
    explain: ([input = []]: readonly Shape[], values: Values) => [
      {
        label: axisNames.channels,
        formula: String(channels(input, values) ?? '?'),
        result: String(channels(input, values) ?? '?'),
      },
    ],
  } as const;
}

/** All that global pooling layers over images share: (batch, height, width, channels) → (batch, channels). */
export function globalImagePooling(title: string) {
  return {
    ...globalGridPooling(title),
    params: globalImagePoolingParams,
    inputs: { min: 1, max: 1, ranks: [3] },
  } as const satisfies Partial<LayerDefinition<typeof globalImagePoolingParams>>;
}

/** All that global pooling layers over volumes share: (batch, depth, height, width, channels) → (batch, channels). */
export function globalVolumePooling(title: string) {
  return {
    ...globalGridPooling(title),
    params: globalVolumePoolingParams,
    inputs: { min: 1, max: 1, ranks: [4] },
  } as const satisfies Partial<LayerDefinition<typeof globalVolumePoolingParams>>;
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
