/** Path of a program on PATH, or null. */
export function findProgram(...names: readonly string[]): string | null;
