import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const maxLogBytes = 5_000_000;

/** Writes what only a developer can use (stack traces) to the program's log. Never fails and never waits. */
export type Log = (what: string, error: unknown) => void;

/** A log file; the one before is kept as `.1`. */
export function fileLog(file: string): Log {
  let last: Promise<void> = Promise.resolve();
  return (what, error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const line = `${new Date().toISOString()} ${what}\n${text}\n`;
    last = last
      .then(async () => {
        await mkdir(dirname(file), { recursive: true });
        const size = await stat(file).then(
          (status) => status.size,
          () => 0,
        );
        if (size > maxLogBytes) await rename(file, `${file}.1`);
        await appendFile(file, line);
      })
      .catch(() => undefined);
  };
}
