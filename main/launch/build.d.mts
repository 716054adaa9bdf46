/** The project's folder. */
export const root: string;

/** Builds the parts that are stale; `say` hears one line for each part that is built. */
export function buildStale(options?: {
  readonly force?: boolean;
  readonly only?: 'page' | 'program';
  readonly say?: (line: string) => void;
}): Promise<void>;
