import { useEffect } from 'react';
import type { FeatureReport } from '#shared/data/report.ts';
import { useDataState } from '#renderer/data/dataState.ts';
import { usePreview, wantRows, type LoadedRows } from '#renderer/data/previewState.ts';
import { useReport } from '#renderer/data/useReport.ts';
import { useVisibleRows } from '#renderer/data/visibleRows.ts';

/** Rows as they are shown now: as they were read, or as the recipe makes them. */
export interface ShownRows {
  readonly version: 'original' | 'prepared';
  /** Rows in all; most of them were never asked for. */
  readonly count: number;
  /** As they were read, and those of `version`, as far as they came; null: none yet. */
  readonly original: LoadedRows | null;
  readonly loaded: LoadedRows | null;
  /** Columns that the recipe makes; null: not known yet. */
  readonly reportAfter: readonly FeatureReport[] | null;
  /** Newer ones are on their way. */
  readonly isStale: boolean;
  /** What is shown was made by an older recipe. */
  readonly isOld: boolean;
}

/** The rows of the version that was chosen. */
export function useShownRows(): ShownRows {
  const version = useDataState((state) => state.version);
  const preview = usePreview((state) => state.recipe);
  const isStale = usePreview((state) => state.isStale);
  const { report } = useReport();
  const original = preview?.before ?? null;
  return {
    version,
    count: report?.trainCount ?? 0,
    original,
    loaded: version === 'original' ? original : (preview?.after ?? null),
    reportAfter: preview?.reportAfter ?? null,
    isStale,
    isOld: isStale && version === 'prepared',
  };
}

/** Says which rows are in view, `from` (0-based) to before `to`, and sees to it that they come. null: nothing is drawn yet. */
export function useRowsInView(from: number | null, to: number): void {
  const isReady = usePreview((state) => state.recipe !== null && !state.isStale);
  useEffect(() => {
    if (from === null) return;
    useVisibleRows.setState({ from, to });
    wantRows(from, Math.max(from + 1, to));
  }, [from, to, isReady]);
}
