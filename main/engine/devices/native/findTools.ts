import { existsSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from '#main/engine/devices/native/runProgram.ts';

/** A command and the arguments that come before ours. */
export interface Tool {
  readonly command: string;
  readonly args: readonly string[];
}

/** Pythons by their usual names; `py` is the launcher on Windows. */
const pythons = ['python3', 'python', 'py'];
const pips = ['pip3', 'pip'];

/** Whether one of these programs lies on PATH. Quick: nothing is started. */
export function isOnPath(names: readonly string[]): boolean {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some(
      (folder) =>
        folder !== '' &&
        names.some((name) =>
          endings.some((ending) => existsSync(path.join(folder, name + ending))),
        ),
    );
}

/** A pip that runs, of any Python. null: there is none. */
export async function findPip(signal?: AbortSignal): Promise<Tool | null> {
  const tools: readonly Tool[] = [
    ...pythons.map((command) => ({ command, args: ['-m', 'pip'] })),
    ...pips.map((command) => ({ command, args: [] })),
  ];
  return firstThatRuns(tools, signal);
}

/** Whether a pip could be there. */
export function mayHavePip(): boolean {
  return isOnPath([...pythons, ...pips]);
}

/** The first of these compilers that runs. null: there is none. */
export async function findCompiler(
  compilers: readonly string[],
  signal?: AbortSignal,
): Promise<Tool | null> {
  return firstThatRuns(
    compilers.map((command) => ({ command, args: [] })),
    signal,
  );
}

async function firstThatRuns(
  tools: readonly Tool[],
  signal: AbortSignal | undefined,
): Promise<Tool | null> {
  for (const tool of tools) {
    const end = await runProgram(
      tool.command,
      [...tool.args, '--version'],
      signal === undefined ? {} : { signal },
    );
    if (end.code === 0) return tool;
  }
  return null;
}
