/**
 * The executable of the test Electron, made first if it is missing; `say` hears progress. Throws one plain sentence
 * where it cannot be had.
 */
export function ensureElectron(say?: (line: string) => void): Promise<string>;
