import { checkDocument } from '#shared/document/checkDocument.ts';
import { applyEdit } from '#shared/document/edit.ts';
import { batchSizeFix } from '#shared/document/smallerBatch.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { RunInfo } from '#shared/protocol/types.ts';
import type { FoldOptions } from '#shared/document/rounds.ts';
import { roundsOf } from '#shared/document/rounds.ts';
import { summaryOf } from '#shared/training/roundSummary.ts';
import { allowData } from '#main/hosts/cli/allowData.ts';
import { withDocument } from '#main/hosts/cli/document.ts';
import type { FiledDocument } from '#main/hosts/cli/document.ts';
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
export function train(shell: Shell, file: string, options: Options): Promise<ExitCode> {
  return withDocument(shell, file, (read) => trainRead(shell, read, options));
}

async function trainRead(shell: Shell, read: FiledDocument, options: Options): Promise<ExitCode> {
  const { path, readOnly, repairs } = read;
  const document =
    options.batchSize === undefined
      ? read.document
      : applyEdit(read.document, batchSizeFix(options.batchSize).edit);
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
  const refused = await allowData(shell, options, document, path);
  if (refused !== null) return refused;
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
