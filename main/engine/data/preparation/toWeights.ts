import type { ExamplePort } from '#main/engine/train/examples.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Examples that are looked through at a time. */
const checkedAtOnce = 4096;

/**
 * Makes weights of examples of a column: one number of 0 or more for each. `rows`: places of those of a part; `rowOf`: the row of the
 * source that the weight at a place is of. Problems: `data.weightNotNumber`, `data.wrongWeight`.
 */
export async function toWeights(
  feature: string,
  port: ExamplePort,
  rows: Uint32Array,
  rowOf: (place: number) => number,
): Promise<Result<ExamplePort>> {
  if (port.shape.some((size) => size !== 1)) return refuse('data.weightNotNumber', { feature });
  for (let start = 0; start < rows.length; start += checkedAtOnce) {
    const some = rows.subarray(start, start + checkedAtOnce);
    const weights = await port.values(some);
    for (const [index, value] of weights.entries()) {
      if (value >= 0 && value < Infinity) continue;
      return refuse('data.wrongWeight', { feature, value, row: rowOf(some[index] ?? 0) + 1 });
    }
  }
  return ok({ ...port, shape: [], dtype: 'float32' });
}
