import { cellsSource } from '#main/engine/data/source/cellsSource.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import type { NumberCells, NumberValues } from '#shared/data/arithmetic/cells.ts';
import { generatedNoise as makeNoise } from '#shared/data/generators/generatedNoise.ts';
import { generatedRegression as makeRegression } from '#shared/data/generators/generatedRegression.ts';
import { generatedSeries as makeSeries } from '#shared/data/generators/generatedSeries.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';
import type { SourceDefinition } from '#shared/data/catalogue.ts';
import { generatedNoise } from '#shared/data/sources/generatedNoise.ts';
import { generatedRegression } from '#shared/data/sources/generatedRegression.ts';
import { generatedSeries } from '#shared/data/sources/generatedSeries.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';

/** Rows of ten numbers with a number to predict. */
export const generatedRegressionReader = reader(generatedRegression, 'rows', (random, params) => {
  const made = makeRegression(random, Number(params['rows']), Number(params['noise']));
  return { columns: cells([10], made.columns), target: cells([], made.targets) };
});

/** Waves with noise. */
export const generatedSeriesReader = reader(generatedSeries, 'steps', (random, params) => {
  const [steps, period, noise] = ['steps', 'period', 'noise'].map((name) => Number(params[name]));
  return { value: cells([], makeSeries(random, steps ?? 0, period ?? 1, noise ?? 0)) };
});

/** Rows of eight numbers with labels that have nothing to do with them. */
export const generatedNoiseReader = reader(generatedNoise, 'rows', (random, params) => {
  const made = makeNoise(random, Number(params['rows']));
  return { columns: cells([8], made.columns), label: cells([1], made.labels) };
});

/** A reader that makes its cells from the parameters alone; `count` names the parameter that says how many rows. */
function reader(
  source: SourceDefinition,
  count: string,
  make: (random: () => number, params: ParamValues) => Readonly<Record<string, NumberCells>>,
): Reader {
  return {
    kind: source.kind,
    open: (params) => {
      const made = make(mulberry32(Number(params['seed'])), params);
      const fingerprint = `${source.kind} ${JSON.stringify(params)}`;
      return Promise.resolve(
        ok(
          cellsSource(source.features?.(params) ?? [], Number(params[count]), made, {
            fingerprint,
            bytes: null,
          }),
        ),
      );
    },
  };
}

function cells(shape: readonly number[], values: NumberValues): NumberCells {
  return { type: 'numbers', shape, values };
}
