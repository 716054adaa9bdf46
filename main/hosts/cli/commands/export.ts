import { stat } from 'node:fs/promises';
import type { StrataDocument } from '#shared/document/document.ts';
import { fillValues } from '#shared/problems/describeProblem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/problem.ts';
import { readForCommand } from '#main/hosts/cli/document.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { texts } from '#main/hosts/cli/texts.ts';
import { readRun } from '#main/workspace/runs.ts';

interface Options {
  readonly to: string;
  readonly output: string;
  /** False with --no-verify. */
  readonly verify: boolean;
  /** False with --no-weights. */
  readonly weights: boolean;
}

/** `strata export FILE_OR_RUN --to TARGET -o FOLDER [--no-verify]`. "Exported" is said only once it was run. */
export async function exportModel(
  shell: Shell,
  fileOrRun: string,
  options: Options,
): Promise<ExitCode> {
  const source = await sourceOf(shell.path(fileOrRun));
  if (!source.ok) {
    sayProblem(shell, source.problem);
    return exitCodeOf(source.problem);
  }
  const core = shell.core();
  const unsubscribe = core.subscribe((event) => {
    if (event.name !== 'exportProgress') return;
    const percent = Math.round(event.data.fraction * 100);
    shell.showStatus(`${shell.text(texts.exportSteps)}: ${event.data.step} ${percent} %`);
  });
  const answer = await core.request(
    'exportModel',
    {
      ...source.value,
      target: options.to,
      folder: shell.path(options.output),
      options: {
        weights: options.weights && source.value.runFolder !== null,
        trainingCode: true,
        verify: options.verify,
      },
      overwrite: false,
    },
    cliSession,
  );
  unsubscribe();
  shell.showStatus('');
  if (!answer.ok) {
    sayProblem(shell, answer.problem);
    return exitCodeOf(answer.problem);
  }
  const { folder, files, verification } = answer.value;
  for (const file of files) shell.print(file.path);
  switch (verification.kind) {
    case 'verified': {
      const { examples, maxDifference } = verification;
      const difference = maxDifference === 0 ? '0' : maxDifference.toExponential(1);
      shell.print(fillValues(shell.text(texts.verified), { examples, difference }, shell.language));
      shell.print(`${shell.text(texts.exported)} ${folder}`);
      return exitCodes.done;
    }
    case 'notVerified':
      shell.print(`${shell.text(texts.writtenNotVerified)} ${folder}`);
      if (options.verify) sayProblem(shell, verification.reason);
      return exitCodes.done;
    case 'failed':
      sayProblem(shell, verification.problem);
      return exitCodes.ourFault;
  }
}

async function sourceOf(
  path: string,
): Promise<Result<{ document: StrataDocument; path: string | null; runFolder: string | null }>> {
  const isFolder = await stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  );
  if (isFolder) {
    const run = await readRun(path);
    if (run === null) return refuse('core.notARun', { path }, { place: { file: path } });
    return ok({ document: run.document, path: null, runFolder: path });
  }
  const read = await readForCommand(path);
  if (!read.ok) return read;
  const { document, readOnly } = read.value;
  return readOnly ? { ok: false, problem: readOnly } : ok({ document, path, runFolder: null });
}
