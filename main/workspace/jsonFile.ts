import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { writeAtomic } from '#main/workspace/writeAtomic.ts';

/** One small JSON file of the program's own. */
export interface JsonFile<Value> {
  read(): Promise<Value>;
  /** Throws what node:fs throws. */
  write(value: Value): Promise<void>;
}

/**
 * A JSON file that always gives a value: where it is missing, broken or of another version, the fallback. The program
 * must start whatever lies there.
 */
export function jsonFile<Value>(
  path: string,
  schema: z.ZodType<Value>,
  fallback: Value,
): JsonFile<Value> {
  // Writes follow one another, so that the last one wins.
  let last: Promise<void> = Promise.resolve();
  return {
    async read() {
      await last.catch(() => undefined);
      try {
        return schema.parse(JSON.parse(await readFile(path, 'utf8')));
      } catch {
        return fallback;
      }
    },
    write(value) {
      const next = last
        .catch(() => undefined)
        .then(() => writeAtomic(path, `${JSON.stringify(value, null, 2)}\n`));
      last = next;
      return next;
    },
  };
}
