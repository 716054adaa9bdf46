import type { RunInfo } from '#shared/protocol/types.ts';
import { useStrata } from '#renderer/store/store.ts';

/** The run that the Train step shows: the chosen one, else the newest; null: there is none. */
export function useWatchedRun(): RunInfo | null {
  return useStrata(
    ({ runs, watchedRun }) => runs.find(({ id }) => id === watchedRun) ?? runs[0] ?? null,
  );
}
