import { imageAxes, volumeAxes } from '#shared/layers/axisNames.ts';
import {
  dataFormatParam,
  fromChannelsLast,
  toChannelsLast,
  volumeFormatParam,
} from '#shared/layers/dataFormat.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { sizesHighlight, strideHighlight } from '#shared/layers/highlights.ts';
import type { ParamTable, ParamValues, ValuesOf } from '#shared/layers/params.ts';
import { imagePool, volumePool } from '#shared/layers/pooling/poolingParams.ts';
import {
  checkPool,
  explainPool,
  pooledShape,
  poolingMessages,
  poolWindows,
} from '#shared/layers/pooling/poolingShape.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import type { LocalText } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Parameters of MaxPooling2D and AveragePooling2D. */
export const imagePoolingParams = {
  ...imagePool,
  dataFormat: dataFormatParam,
} as const satisfies ParamTable;

/** Parameters of MaxPooling3D and AveragePooling3D. */
export const volumePoolingParams = {
  ...volumePool,
  dataFormat: volumeFormatParam,
} as const satisfies ParamTable;

type Values = ValuesOf<typeof imagePoolingParams>;

/** The arguments as the libraries get them: `strides` is always a number. */
export function gridPoolingValues(values: Values): Values {
  return { ...values, strides: values.strides ?? values.poolSize };
}

/** What both libraries take for absent arguments; `strides` falls back to the pool size. Keras's averages have no default size. */
export function gridPoolingDefaults({ poolSize }: Values): ParamValues {
  return { strides: poolSize, padding: 'valid', dataFormat: 'channelsLast' };
}

function windows({ poolSize, strides, padding }: Values) {
  return poolWindows(poolSize, strides, padding);
}

function pooled(input: Shape, values: Values): Shape {
  const channelsLast = toChannelsLast(input, values.dataFormat);
  return fromChannelsLast(pooledShape(channelsLast, windows(values)), values.dataFormat);
}

/** What pooling over images and over volumes has in common. */
function gridPooling(title: string, axes: readonly LocalText[]) {
  return {
    title,
    family: 'pooling',
    pictogram: 'pool',
    outputShape: ([input = []]: readonly Shape[], values: Values) => {
      const channelsLast = toChannelsLast(input, values.dataFormat);
      const problem = checkPool(title, channelsLast, windows(values), (poolSize) => ({ poolSize }));
      return problem ? fail(problem) : ok([pooled(input, values)]);
    },
    weights: () => [],
    multiplyAdds: () => 0,
    highlights: ({ poolSize, strides, padding }: Values) => [
      sizesHighlight(poolSize),
      ...(strides && strides.join() !== poolSize.join() ? strideHighlight(strides) : []),
      ...(padding === 'same' ? ['same'] : []),
    ],
    explain: ([input = []]: readonly Shape[], values: Values) =>
      explainPool(toChannelsLast(input, values.dataFormat), windows(values), axes),
    messages: poolingMessages,
  } as const;
}

/** All that MaxPooling2D and AveragePooling2D share: (batch, height, width, channels), smaller height and width. */
export function imagePooling(title: string) {
  return {
    ...gridPooling(title, imageAxes),
    params: imagePoolingParams,
    inputs: { min: 1, max: 1, ranks: [3] },
  } as const satisfies Partial<LayerDefinition<typeof imagePoolingParams>>;
}

/** All that MaxPooling3D and AveragePooling3D share: (batch, depth, height, width, channels), all three smaller. */
export function volumePooling(title: string) {
  return {
    ...gridPooling(title, volumeAxes),
    params: volumePoolingParams,
    inputs: { min: 1, max: 1, ranks: [4] },
  } as const satisfies Partial<LayerDefinition<typeof volumePoolingParams>>;
}
