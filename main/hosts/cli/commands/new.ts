import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { texts } from '#main/hosts/cli/texts.ts';

/** `strata new --template ID -o FILE`. A file that exists is not overwritten. */
export async function newDocument(
  shell: Shell,
  options: { template: string; output: string },
): Promise<ExitCode> {
  const core = shell.core();
  const made = await core.request('createFromTemplate', { template: options.template }, cliSession);
  const saved = made.ok
    ? await core.request(
        'saveDocument',
        { document: made.value.document, path: shell.path(options.output), overwrite: false },
        cliSession,
      )
    : made;
  if (!saved.ok) {
    sayProblem(shell, saved.problem);
    return exitCodeOf(saved.problem);
  }
  shell.print(`${shell.text(texts.created)} ${saved.value.path}`);
  return exitCodes.done;
}
