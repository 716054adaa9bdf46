import { linear } from '#shared/data/arithmetic/linear.ts';
import type { JsonValue, UndoCall } from '#shared/data/catalogue.ts';
import { columnsOf } from '#shared/data/steps/perChannel.ts';

/**
 * Undoes a step that learned two numbers of each channel and moved values along a line: `back` gives, of the two, the factor and
 * the offset that lead back.
 */
export function undoLinear<Params>(
  back: (
    first: number,
    second: number,
    params: Params,
  ) => readonly [factor: number, offset: number],
): UndoCall<Params> {
  return {
    kind: 'linear',
    arguments: (params, fitted): readonly JsonValue[] => {
      const rows = (fitted ?? []) as readonly (readonly number[])[];
      return columnsOf(
        rows.map(([first = 0, second = 0]) => back(first, second, params)),
        2,
      );
    },
    apply: linear,
  };
}
