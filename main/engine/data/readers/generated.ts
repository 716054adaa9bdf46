import { arraysSource } from '#main/engine/data/source/arraysSource.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import type { Values } from '#main/engine/data/source/table.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { PointsFigure } from '#shared/data/generators/generatedPoints.ts';
import { generatedPoints } from '#shared/data/generators/generatedPoints.ts';
import { generatedTable } from '#shared/data/generators/generatedTable.ts';
import { generatedText } from '#shared/data/generators/generatedText.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';
import { ok } from '#shared/problems/problem.ts';

/** Rows of eight numbers, in one input or in two. */
export const generatedTableReader: Reader = {
  kind: 'generatedTable',
  open(params, { features }) {
    const rows = Number(params['rows']);
    const { columns, labels } = generatedTable(
      mulberry32(Number(params['seed'])),
      rows,
      Number(params['noise']),
    );
    const groups =
      params['layout'] === 'two'
        ? [columnsOf(columns, 8, 0, 5), columnsOf(columns, 8, 5, 8)]
        : [columns];
    return whole(features, rows, [...groups, labels]);
  },
};

/** Texts of token ids. */
export const generatedTextReader: Reader = {
  kind: 'generatedText',
  open(params, { features }) {
    const texts = Number(params['texts']);
    const { tokens, labels } = generatedText(
      mulberry32(Number(params['seed'])),
      texts,
      Number(params['length']),
      Number(params['vocabulary']),
    );
    return whole(features, texts, [tokens, labels]);
  },
};

/** Points of the plane. */
export const generatedPointsReader: Reader = {
  kind: 'generatedPoints',
  open(params, { features }) {
    const count = Number(params['count']);
    const { points, labels } = generatedPoints(
      mulberry32(Number(params['seed'])),
      params['figure'] as PointsFigure,
      count,
      Number(params['noise']),
    );
    return whole(features, count, [points, labels]);
  },
};

/** Arrays whose examples are rows; generated sources have no test part of their own. */
function whole(features: readonly Feature[], count: number, arrays: readonly Values[]) {
  const train = arrays.map((values) => ({ shape: [count, values.length / count], values }));
  return Promise.resolve(ok(arraysSource(features, train, null)));
}

function columnsOf(values: Float32Array, width: number, from: number, to: number): Float32Array {
  const count = values.length / width;
  const chosen = new Float32Array(count * (to - from));
  for (let row = 0; row < count; row++) {
    chosen.set(values.subarray(row * width + from, row * width + to), row * (to - from));
  }
  return chosen;
}
