import { describe } from '#shared/document/describe.ts';
import { checkData } from '#shared/data/checkData/index.ts';
import type { FeatureReport } from '#shared/data/report.ts';
import { findSource } from '#shared/data/sources/index.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { RecognisedData } from '#shared/protocol/types.ts';
import { withProgress } from '#main/hosts/cli/dataProgress.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { count, tableLines } from '#main/hosts/cli/table.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import { texts } from '#main/hosts/cli/texts.ts';

/** Columns that are listed without `--json`. */
const mostListed = 200;

/** `strata inspect FILE_OR_FOLDER`: what it is, what it holds and what is wrong with it. */
export async function inspect(
  shell: Shell,
  files: readonly string[],
  options: { json?: true },
): Promise<ExitCode> {
  const answer = await withProgress(shell, (core) =>
    core.request('recogniseData', { paths: files.map((file) => shell.path(file)) }, cliSession),
  );
  if (!answer.ok) {
    sayProblem(shell, answer.problem);
    return exitCodeOf(answer.problem);
  }
  const { report } = answer.value;
  if (options.json === true) {
    shell.print(JSON.stringify(withTexts(answer.value)));
    return exitCodes.done;
  }
  shell.print(headline(shell, answer.value));
  const heads = [
    texts.feature,
    texts.valueKind,
    texts.role,
    texts.missingValues,
    texts.distinctValues,
    texts.valuesHead,
  ].map((text) => shell.text(text));
  const listed = report.features.slice(0, mostListed);
  const role = (name: string) =>
    answer.value.recipe.features.find((feature) => feature.name === name)?.role;
  for (const line of tableLines(
    [
      heads,
      ...listed.map((each) => [
        each.feature.name,
        each.feature.kind,
        role(each.feature.name) ?? each.feature.role,
        count(each.missing),
        each.distinct === null ? '' : count(each.distinct),
        valuesText(each),
      ]),
    ],
    [3, 4],
  )) {
    shell.print(line);
  }
  if (report.features.length > listed.length) {
    shell.print(`… ${count(report.features.length - listed.length)}`);
  }
  for (const problem of report.problems) sayProblem(shell, problem);
  for (const { handled, problem } of checkData(answer.value.recipe, report)) {
    if (!handled) sayProblem(shell, problem);
  }
  return exitCodes.done;
}

/** The answer and what the checks say, with the problems' texts in both languages, for programs that read it. */
function withTexts(found: RecognisedData): unknown {
  const { report, recipe } = found;
  const told = (problem: Problem<unknown>) => ({
    ...problem,
    text: { en: describe(problem, 'en'), 'zh-CN': describe(problem, 'zh-CN') },
  });
  return {
    ...found,
    report: { ...report, problems: report.problems.map(told) },
    checks: checkData(recipe, report).map(({ handled, problem }) => ({
      ...told(problem),
      handled,
    })),
  };
}

function headline(shell: Shell, { source, report }: RecognisedData): string {
  const title = findSource(source.kind)?.title;
  const parts = [
    ...(report.name === null ? [] : [report.name]),
    title === undefined ? source.kind : shell.text(title),
    `${count(report.trainCount)} ${shell.text(texts.rows)}`,
    ...(report.testCount > 0 ? [`${count(report.testCount)} ${shell.text(texts.testRows)}`] : []),
    ...(report.bytes === null ? [] : [bytesText(report.bytes)]),
    ...(report.duplicates === null || report.duplicates === 0
      ? []
      : [`${count(report.duplicates)} ${shell.text(texts.repeatedRows)}`]),
  ];
  return parts.join(' · ');
}

/** The range of numbers and dates, the most frequent values of others. */
function valuesText({ feature, numbers, top, sizes }: FeatureReport): string {
  if (feature.kind === 'date' && numbers !== null) {
    const day = (value: number) => new Date(value).toISOString().slice(0, 10);
    return `${day(numbers.min)} – ${day(numbers.max)}`;
  }
  const most = [...sizes, ...top]
    .slice(0, 3)
    .map((each) => `${short(each.value)} (${count(each.count)})`);
  if (most.length > 0 && feature.kind !== 'number') return most.join(', ');
  if (numbers === null) return '';
  const number = (value: number) => String(Number(value.toPrecision(5)));
  return `${number(numbers.min)} – ${number(numbers.max)}, ⌀ ${number(numbers.mean)}`;
}

function short(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ').trim();
  return line.length > 24 ? `${line.slice(0, 23)}…` : line;
}
