import { useEffect } from 'react';
import { prepareFeatures } from '#shared/data/prepareFeatures.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import { useStrata } from '#renderer/store/store.ts';

/** How many examples the parts of the data hold. */
export interface DataCounts {
  /** null: not known. */
  readonly train: number | null;
  readonly validation: number | null;
  readonly test: number | null;
  /** The inputs are pictures, so that they can be called so. */
  readonly areImages: boolean;
  /** Why the data could not be read; null: it could, or was not yet. */
  readonly problem: Problem | null;
  readonly isReading: boolean;
}

/** Counts of the open document's data: computed where its source tells, read by the program where it does not. */
export function useDataCounts(): DataCounts {
  const data = useStrata((state) => state.document.data);
  const inspected = useStrata((state) => state.inspected);
  const isReading = useStrata((state) => state.isInspectingData);
  const inspectData = useStrata((state) => state.inspectData);
  const { counts, features, problems } = prepareFeatures(data);
  const mustRead = counts === null && problems.length === 0;
  useEffect(() => {
    if (!mustRead) return undefined;
    // A path is typed letter by letter.
    const timer = setTimeout(() => void inspectData(), 500);
    return () => {
      clearTimeout(timer);
    };
  }, [mustRead, data, inspectData]);

  const areImages = features.some(({ role, shape }) => role === 'input' && shape?.length === 3);
  const nothing = { train: null, validation: null, test: null, areImages, problem: null };
  if (counts !== null) {
    return { ...nothing, ...splitCounts(data, counts), isReading: false };
  }
  const answer = inspected?.data === data ? inspected.answer : null;
  if (answer === null) return { ...nothing, isReading: mustRead && isReading };
  if (!answer.ok) return { ...nothing, problem: answer.problem, isReading: false };
  const { trainCount, validationCount, testCount } = answer.value;
  return {
    ...nothing,
    train: trainCount,
    validation: validationCount,
    test: testCount,
    isReading: false,
  };
}

/** Divides a source's examples as the recipe says; the engine does the same with the examples themselves. */
export function splitCounts(
  { split }: Pick<DataRecipe, 'split'>,
  counts: { readonly train: number; readonly test: number },
): { readonly train: number; readonly validation: number; readonly test: number } {
  const hasTest = counts.test > 0;
  const test = hasTest ? counts.test : Math.round(counts.train * split.testFraction);
  const held =
    split.validation === 'split' ? Math.round(counts.train * split.validationFraction) : 0;
  return {
    train: Math.max(1, counts.train - held - (hasTest ? 0 : test)),
    validation: split.validation === 'test' ? test : held,
    test,
  };
}
