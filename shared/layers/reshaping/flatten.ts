import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireSize } from '#shared/layers/checks.ts';
import { dataFormatParam } from '#shared/layers/dataFormat.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import { elementCount, formatShape } from '#shared/shape/shape.ts';

const params = { dataFormat: dataFormatParam } as const satisfies ParamTable;

/** Lays all numbers of an example in one row: (batch, ...shape) → (batch, product of shape). */
export const flatten = defineLayer({
  kind: 'flatten',
  title: 'Flatten',
  gloss: '展平层',
  family: 'reshaping',
  pictogram: 'flatten',
  doc: {
    en: 'Lays all numbers of an example in one row, so that a Dense layer can use them together.',
    'zh-CN': '把一个样本的所有数排成一行，供 Dense 层一起使用。',
  },
  link: 'https://keras.io/api/layers/reshaping_layers/flatten/',
  params,
  // tfjs refuses inputs that are flat already; Keras passes them through.
  inputs: { min: 1, max: 1, ranks: [2, 3, 4, 5] },
  outputShape: ([input = []]) => {
    const unknown = input.indexOf(null);
    const problem = unknown < 0 ? null : requireSize('Flatten', input, unknown);
    return problem ? fail(problem) : ok([[elementCount(input)]]);
  },
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: () => [],
  explain: ([input = []]) => [
    {
      label: { en: 'Numbers', 'zh-CN': '数的个数' },
      formula: formatShape(input).replaceAll('×', ' × '),
      result: String(elementCount(input) ?? '?'),
    },
  ],
  tfjs: (values) => tfjsCall('layers.flatten', params, values, { dataFormat: 'channelsLast' }),
  keras: (values) => kerasCall('layers.Flatten', params, values, { dataFormat: 'channelsLast' }),
});
