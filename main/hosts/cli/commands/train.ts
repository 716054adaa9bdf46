import { join } from 'node:path';
import { checkDocument } from '#shared/document/checkDocument.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { applyEdit } from '#shared/document/edit.ts';
import { batchSizeFix } from '#shared/document/smallerBatch.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { RunInfo } from '#shared/protocol/types.ts';
import type { FoldOptions } from '#main/hosts/cli/crossValidation.ts';
import { roundsOf, summaryOf } from '#main/hosts/cli/crossValidation.ts';
import { readForCommand } from '#main/hosts/cli/document.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { followRun, reportRun } from '#main/hosts/cli/followRun.ts';
import { numberText } from '#main/hosts/cli/progress.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { texts } from '#main/hosts/cli/texts.ts';

interface Options extends FoldOptions {
  readonly epochs?: number;
  readonly batchSize?: number;
  readonly device: string;
  readonly seed?: number;
  readonly out?: string;
  readonly allowData?: true;
  readonly json?: true;
}

/** `strata train FILE`: a line an epoch, with --json one object a line; a bar on a terminal. With --folds, a run a round. */
export async function train(shell: Shell, file: string, options: Options): Promise<ExitCode> {
  const path = shell.path(file);
  const read = await readForCommand(path);
  if (!read.ok) {
    sayProblem(shell, read.problem);
    return exitCodeOf(read.problem);
  }
  const { readOnly, repairs } = read.value;
  const document =
    options.batchSize === undefined
      ? read.value.document
      : applyEdit(read.value.document, batchSizeFix(options.batchSize).edit);
  const rounds = roundsOf(document, options);
  if (!rounds.ok) {
    sayProblem(shell, rounds.problem);
    return exitCodeOf(rounds.problem);
  }
  const problems = checkDocument(document, inferGraph(document.graph, document.blocks));
  for (const problem of [...(readOnly ? [readOnly] : []), ...repairs, ...problems]) {
    sayProblem(shell, problem);
  }
  if (readOnly || problems.some(({ severity }) => severity === 'error')) return exitCodes.problems;

  const core = shell.core();
  if (options.allowData === true) {
    const allowed = await core.request('allowData', { document, path }, cliSession);
    if (!allowed.ok) {
      sayProblem(shell, allowed.problem);
      return exitCodeOf(allowed.problem);
    }
  }
  const runs: RunInfo[] = [];
  for (const [index, round] of rounds.value.entries()) {
    const isOne = rounds.value.length === 1;
    if (!isOne && options.json !== true) {
      shell.print(`${shell.text(texts.round)} ${index + 1}/${rounds.value.length}`);
    }
    const out = options.out === undefined ? undefined : shell.path(options.out);
    const folder = out === undefined || isOne ? out : join(out, `fold${index + 1}`);
    const run = await trainOnce(shell, round, path, options, folder);
    if (typeof run === 'number') return run;
    runs.push(run);
    const code = reportRun(shell, run, options.json === true);
    const isStopped = run.state.kind === 'done' && run.state.reason === 'stopped';
    if (code !== exitCodes.done || isStopped) return code;
  }
  if (runs.length > 1) printSummary(shell, runs, options.json === true);
  return exitCodes.done;
}

/** One run to its end; an exit code where it could not be started. */
function trainOnce(
  shell: Shell,
  document: StrataDocument,
  path: string,
  options: Options,
  folder: string | undefined,
): Promise<RunInfo | ExitCode> {
  return followRun(
    shell,
    () =>
      shell.core().request(
        'startRun',
        {
          document,
          path,
          device: options.device,
          ...(options.epochs === undefined ? {} : { epochs: options.epochs }),
          ...(options.seed === undefined ? {} : { seed: options.seed }),
          ...(folder === undefined ? {} : { folder }),
        },
        cliSession,
      ),
    options.json === true,
  );
}

/** What the rounds of a cross-validation came to. */
function printSummary(shell: Shell, runs: readonly RunInfo[], asJson: boolean): void {
  const { validation, test } = summaryOf(runs);
  if (asJson) {
    const folders = runs.map(({ folder }) => folder);
    shell.print(
      JSON.stringify({ type: 'folds', folds: runs.length, validation, test, runs: folders }),
    );
    return;
  }
  shell.print(`${shell.text(texts.crossValidation)}: ${runs.length}`);
  for (const [title, part] of [
    [texts.validationPart, validation],
    [texts.test, test],
  ] as const) {
    if (part === null) continue;
    const values = Object.entries(part).map(([name, { mean, deviation }]) => {
      const shown = name === 'loss' ? shell.text(texts.loss) : name;
      return `${shown} ${numberText(mean)} ± ${numberText(deviation)}`;
    });
    shell.print(`${shell.text(title)}: ${values.join('  ')}`);
  }
}
