import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf } from '#main/hosts/cli/exitCodes.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import type { StrataDocument } from '#shared/document/document.ts';

/**
 * `--allow-data`: the user agrees that a document reads the data that it names outside its folder. Does nothing without the
 * option. An exit code where that cannot be, which has been said; else null.
 */
export async function allowData(
  shell: Shell,
  options: { readonly allowData?: true },
  document: StrataDocument,
  path: string | null,
): Promise<ExitCode | null> {
  if (options.allowData !== true) return null;
  const allowed = await shell.core().request('allowData', { document, path }, cliSession);
  if (allowed.ok) return null;
  sayProblem(shell, allowed.problem);
  return exitCodeOf(allowed.problem);
}
