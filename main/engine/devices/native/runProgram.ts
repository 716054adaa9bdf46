import { spawn } from 'node:child_process';

/** How a program ended. */
export interface ProgramEnd {
  /** null: it could not be started at all. */
  readonly code: number | null;
  /** What it said, at most the last 20,000 characters of both outputs. */
  readonly output: string;
}

const keptOutput = 20_000;

/**
 * Runs a program to its end without a shell. Aborting the signal ends it, and so does the end of this process. Never rejects.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  options: {
    readonly signal?: AbortSignal;
    readonly env?: Readonly<Record<string, string>>;
    readonly cwd?: string;
  } = {},
): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
      windowsHide: true,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    const kill = () => {
      child.kill('SIGKILL');
    };
    process.once('exit', kill);
    options.signal?.addEventListener('abort', kill, { once: true });
    const end = (code: number | null) => {
      process.off('exit', kill);
      options.signal?.removeEventListener('abort', kill);
      resolve({ code, output });
    };
    if (options.signal?.aborted) kill();
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        output = (output + text).slice(-keptOutput);
      });
    }
    child.on('error', (error) => {
      output += error.message;
      end(null);
    });
    child.on('close', (code) => {
      end(code ?? -1);
    });
  });
}

/** Whether the user has ended it; a signal's own property is taken for constant by the compiler between two looks. */
export function isCancelled(signal: AbortSignal): boolean {
  return signal.aborted;
}
