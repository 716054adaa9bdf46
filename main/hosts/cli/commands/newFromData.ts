import { basename, dirname, extname } from 'node:path';
import { checkDocument } from '#shared/document/checkDocument.ts';
import { checkData } from '#shared/data/checkData/index.ts';
import { proposeDocument } from '#shared/document/proposeDocument.ts';
import { chooseTarget } from '#shared/data/guess/chooseTarget.ts';
import { guessRecipe } from '#shared/data/guess/guessRecipe.ts';
import { relativeSource } from '#shared/data/relativeSource.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { refuse } from '#shared/problems/problem.ts';
import { withProgress } from '#main/hosts/cli/dataProgress.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { texts } from '#main/hosts/cli/texts.ts';

/** `strata new --data FILE_OR_FOLDER [--validation FILE] [--test FILE] [--target NAME] -o FILE`: the data bound, and a network to begin with. */
export async function newFromData(
  shell: Shell,
  options: { data: string; validation?: string; test?: string; target?: string; output: string },
): Promise<ExitCode> {
  const found = await withProgress(shell, (core) =>
    core.request(
      'recogniseData',
      {
        paths: [shell.path(options.data)],
        ...(options.validation === undefined ? {} : { validation: shell.path(options.validation) }),
        ...(options.test === undefined ? {} : { test: shell.path(options.test) }),
      },
      cliSession,
    ),
  );
  if (!found.ok) {
    sayProblem(shell, found.problem);
    return exitCodeOf(found.problem);
  }
  const { source, recipe: guessed, report } = found.value;
  const output = shell.path(options.output);
  const { target } = options;
  if (target !== undefined && !report.features.some(({ feature }) => feature.name === target)) {
    const names = report.features.slice(0, 50).map(({ feature }) => feature.name);
    const { problem } = refuse('data.noSuchTarget', { name: target, names });
    sayProblem(shell, problem);
    return exitCodeOf(problem);
  }
  const recipe = target === undefined ? guessed : guessRecipe(source, chooseTarget(report, target));
  const name = basename(output, extname(output));
  const bound = { ...recipe, source: relativeSource(recipe.source, dirname(output)) };
  const document = proposeDocument(name, bound, report.trainCount);
  const saved = await shell
    .core()
    .request('saveDocument', { document, path: output, overwrite: false }, cliSession);
  if (!saved.ok) {
    sayProblem(shell, saved.problem);
    return exitCodeOf(saved.problem);
  }
  for (const problem of checkDocument(document, inferGraph(document.graph, document.blocks))) {
    sayProblem(shell, problem);
  }
  for (const { handled, problem } of checkData(recipe, report)) {
    if (!handled) sayProblem(shell, problem);
  }
  shell.print(`${shell.text(texts.created)} ${saved.value.path}`);
  return exitCodes.done;
}
