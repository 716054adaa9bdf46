/** The python of the test environment, made first if it is missing. Throws one plain sentence where it cannot be had. */
export function ensureKeras(say?: (line: string) => void): Promise<string>;
