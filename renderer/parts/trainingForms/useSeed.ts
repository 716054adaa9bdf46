import type { IntegerParam, ParamValue } from '#shared/layers/params.ts';
import type { LocalText } from '#shared/problems/problem.ts';
import { useStrata } from '#renderer/store/store.ts';

/** The document's seed, as a field changes it: one undo step for what is typed. `doc`: what it decides there. */
export function useSeed(doc: LocalText): {
  readonly param: IntegerParam;
  readonly value: number;
  readonly isDisabled: boolean;
  readonly onChange: (value: ParamValue) => void;
} {
  const value = useStrata((state) => state.document.seed);
  const edit = useStrata((state) => state.edit);
  const isDisabled = useStrata((state) => state.readOnly !== null);
  return {
    param: { type: 'integer', default: 0, min: 0, max: 2 ** 31 - 1, doc },
    value,
    isDisabled,
    onChange: (seed) => {
      if (typeof seed === 'number') edit({ type: 'setSeed', seed }, { merge: 'seed' });
    },
  };
}
