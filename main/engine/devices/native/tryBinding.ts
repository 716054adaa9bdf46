import path from 'node:path';
import { bindingFolderOf } from '#main/engine/devices/native/engineFolder.ts';
import { bindingFile } from '#main/engine/devices/native/openNative.ts';
import { isCancelled, runProgram } from '#main/engine/devices/native/runProgram.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

const script = `
  const binding = require(process.argv[1]);
  process.stdout.write('opened ' + binding.TF_Version);
`;

/**
 * Loads a new library once, in a process of its own: one that was made for another processor or another system ends the
 * process that loads it. Problem: `install.cannotLoad`.
 */
export async function tryBinding(folder: string, signal: AbortSignal): Promise<Result<null>> {
  const end = await runProgram(
    process.execPath,
    ['-e', script, path.join(bindingFolderOf(folder), bindingFile)],
    // In Electron the program is Electron itself, which then behaves like Node.
    { signal, env: { ELECTRON_RUN_AS_NODE: '1', TF_CPP_MIN_LOG_LEVEL: '3' } },
  );
  if (isCancelled(signal)) return refuse('install.cancelled');
  if (end.code === 0 && end.output.includes('opened')) return ok(null);
  const reason = /Error: (.*)/.exec(end.output)?.[1] ?? `exit code ${end.code ?? '?'}`;
  return refuse('install.cannotLoad', { reason });
}
