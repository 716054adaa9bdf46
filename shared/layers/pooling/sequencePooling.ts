import { sequenceAxes } from '#shared/layers/axisNames.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { strideHighlight } from '#shared/layers/highlights.ts';
import type { ParamValues, ValuesOf } from '#shared/layers/params.ts';
import { sequencePool } from '#shared/layers/pooling/poolingParams.ts';
import {
  checkPool,
  explainPool,
  pooledShape,
  poolingMessages,
  poolWindows,
} from '#shared/layers/pooling/poolingShape.ts';
import { fail, ok } from '#shared/problems/problem.ts';

/** Parameters of MaxPooling1D and AveragePooling1D. */
export const sequencePoolingParams = sequencePool;

type Values = ValuesOf<typeof sequencePoolingParams>;

/** The arguments as the libraries get them: `strides` is always a number. */
export function sequencePoolingValues(values: Values): Values {
  return { ...values, strides: values.strides ?? values.poolSize };
}

/** What both libraries take for absent arguments; `strides` falls back to the pool size. Keras's averages have no default size. */
export function sequencePoolingDefaults({ poolSize }: Values): ParamValues {
  return { strides: poolSize, padding: 'valid' };
}

function windows({ poolSize, strides, padding }: Values) {
  return poolWindows([poolSize], strides === null ? null : [strides], padding);
}

/** All that MaxPooling1D and AveragePooling1D share: (batch, steps, channels) → (batch, fewer steps, channels). */
export function sequencePooling(title: string) {
  return {
    title,
    family: 'pooling',
    pictogram: 'pool',
    params: sequencePoolingParams,
    inputs: { min: 1, max: 1, ranks: [2] },
    outputShape: ([input = []], values) => {
      const problem = checkPool(title, input, windows(values), ([poolSize = 1]) => ({ poolSize }));
      return problem ? fail(problem) : ok([pooledShape(input, windows(values))]);
    },
    weights: () => [],
    multiplyAdds: () => 0,
    highlights: ({ poolSize, strides, padding }) => [
      String(poolSize),
      ...(strides !== null && strides !== poolSize ? strideHighlight([strides]) : []),
      ...(padding === 'same' ? ['same'] : []),
    ],
    explain: ([input = []], values) => explainPool(input, windows(values), sequenceAxes),
    messages: poolingMessages,
  } as const satisfies Partial<LayerDefinition<typeof sequencePoolingParams>>;
}
