import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { tableLines } from '#main/hosts/cli/table.ts';

/** `strata templates`. */
export async function templates(shell: Shell, options: { json?: true }): Promise<ExitCode> {
  const listed = await shell.core().request('listTemplates', {}, cliSession);
  if (!listed.ok) {
    sayProblem(shell, listed.problem);
    return exitCodeOf(listed.problem);
  }
  if (options.json) {
    const rows = listed.value.map(({ thumbnail: _, ...template }) => template);
    shell.print(JSON.stringify(rows, null, 2));
  } else {
    const rows = listed.value.map(({ id, title, doc }) => [id, shell.text(title), shell.text(doc)]);
    for (const line of tableLines(rows)) shell.print(line);
  }
  return exitCodes.done;
}
