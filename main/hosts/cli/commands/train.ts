import { checkDocument } from '#shared/document/checkDocument.ts';
import { applyEdit } from '#shared/document/edit.ts';
import { batchSizeFix } from '#shared/document/smallerBatch.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { RunInfo } from '#shared/protocol/types.ts';
import type { FoldOptions } from '#shared/document/rounds.ts';
import { roundsOf } from '#shared/document/rounds.ts';
import { summaryOf } from '#shared/training/roundSummary.ts';
import { readForCommand } from '#main/hosts/cli/document.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { followRuns } from '#main/hosts/cli/followRun.ts';
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
  const asJson = options.json === true;
  const [round = document] = rounds.value;
  const areRounds = rounds.value.length > 1;
  const input = {
    path,
    device: options.device,
    ...(options.epochs === undefined ? {} : { epochs: options.epochs }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.out === undefined ? {} : { folder: shell.path(options.out) }),
  };
  const begin = () =>
    areRounds
      ? core.request('startRounds', { ...input, document, folds: rounds.value.length }, cliSession)
      : core.request('startRun', { ...input, document: round }, cliSession);
  const { runs, code } = await followRuns(shell, begin, { asJson, areRounds });
  const areDone = runs.every(({ state }) => state.kind === 'done' && state.reason !== 'stopped');
  if (areRounds && areDone && runs.length === rounds.value.length) {
    printSummary(shell, runs, asJson);
  }
  return code;
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
