import { useMemo } from 'react';
import type { DataReport } from '#shared/data/report.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { columnsOf, type DataColumn } from '#renderer/data/columns.ts';
import { useStrata } from '#renderer/store/store.ts';

/** What is known of the document's source. */
export interface SourceReport {
  /** The last report; of an earlier reading of the same source while a new one is made. null: none yet. */
  readonly report: DataReport | null;
  readonly problem: Problem | null;
  readonly isReading: boolean;
}

/** What the document's source holds, as far as it was read. */
export function useReport(): SourceReport {
  const answer = useStrata((state) => state.dataReport?.answer ?? null);
  const isReading = useStrata((state) => state.isReadingReport);
  if (answer === null) return { report: null, problem: null, isReading };
  return answer.ok
    ? { report: answer.value, problem: null, isReading }
    : { report: null, problem: answer.problem, isReading };
}

/** The columns of the document's data with what is known of them. */
export function useColumns(): readonly DataColumn[] {
  const recipe = useStrata((state) => state.document.data);
  const { report } = useReport();
  return useMemo(() => columnsOf(recipe, report), [recipe, report]);
}
