import { spawn } from 'node:child_process';

/** How a program ended. */
export interface ChildEnd {
  /** null: it was ended by a signal, or could not be started. */
  readonly code: number | null;
  /** The last of what it wrote, both streams. */
  readonly output: string;
}

const keptCharacters = 4000;
const longestMs = 10 * 60_000;

/** Runs a program to its end and keeps the last of what it says. */
export function runChild(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<ChildEnd> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: longestMs,
      windowsHide: true,
    });
    // If this process ends, so do the programs that it runs.
    const end = () => child.kill();
    process.once('exit', end);
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-keptCharacters);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const finish = (code: number | null, extra = '') => {
      process.off('exit', end);
      resolve({ code, output: `${output}${extra}`.trim() });
    };
    child.on('error', (error) => {
      finish(null, error.message);
    });
    child.on('close', (code) => {
      finish(code);
    });
  });
}

/** Runs a script with the Node.js of this process, in Electron too. */
export function runNode(script: string, args: readonly string[], cwd: string): Promise<ChildEnd> {
  // Without these the child would inherit a debugger's port or become a window.
  const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' };
  return runChild(process.execPath, [script, ...args], { cwd, env });
}
