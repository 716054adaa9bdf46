import { checkDocument } from '#shared/document/checkDocument.ts';
import { describe } from '#shared/document/describe.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { readForCommand } from '#main/hosts/cli/document.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { problemLines } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { texts } from '#main/hosts/cli/texts.ts';

/** `strata check FILE [--json]`. The problems are its result; an unreadable file is one of them. */
export async function check(
  shell: Shell,
  file: string,
  options: { json?: true },
): Promise<ExitCode> {
  const problems = await problemsOf(shell.path(file));
  if (options.json) {
    const rows = problems.map(({ code, severity, place, values, fixes, ...problem }) => ({
      code,
      severity,
      place: place ?? {},
      values,
      ...describe({ code, severity, values, ...problem }, shell.language),
      fixes: fixes?.map((fix) => shell.text(fix.title)) ?? [],
    }));
    shell.print(JSON.stringify(rows, null, 2));
  } else {
    for (const problem of problems) {
      for (const line of problemLines(problem, shell.language)) shell.print(line);
    }
    if (problems.length === 0) shell.print(shell.text(texts.noProblems));
  }
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  return hasErrors ? exitCodes.problems : exitCodes.done;
}

async function problemsOf(path: string) {
  const read = await readForCommand(path);
  if (!read.ok) return [withoutFixes(read.problem)];
  const { document, readOnly, repairs } = read.value;
  const found = checkDocument(document, inferGraph(document.graph, document.blocks));
  return [...(readOnly ? [withoutFixes(readOnly)] : []), ...repairs.map(withoutFixes), ...found];
}

/** Same shape as the problems of a document, which have fixes. */
function withoutFixes({ fixes: _, ...problem }: Problem): ReturnType<typeof checkDocument>[number] {
  return problem;
}
