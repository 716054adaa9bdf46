import type { Core } from '#main/core/createCore.ts';
import { withProgress } from '#main/hosts/cli/dataProgress.ts';
import { allowData } from '#main/hosts/cli/allowData.ts';
import { withDocument } from '#main/hosts/cli/document.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { count } from '#main/hosts/cli/table.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import { texts } from '#main/hosts/cli/texts.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { WrittenFile } from '#shared/protocol/types.ts';

/** `strata prepare FILE -o OUT.npz|csv|parquet`: a document's data after its steps. */
export function prepare(
  shell: Shell,
  file: string,
  options: { output: string; allowData?: true },
): Promise<ExitCode> {
  return withDocument(shell, file, async ({ document, path }) => {
    const refused = await allowData(shell, options, document, path);
    if (refused !== null) return refused;
    const input = { document, path, output: shell.path(options.output) };
    return write(shell, (core) => core.request('prepareData', input, cliSession));
  });
}

/** `strata convert TABLE -o OUT.csv|txt|json|jsonl|parquet`. */
export function convert(
  shell: Shell,
  file: string,
  options: { output: string },
): Promise<ExitCode> {
  return write(shell, (core) =>
    core.request(
      'convertTable',
      { input: shell.path(file), output: shell.path(options.output) },
      cliSession,
    ),
  );
}

/** `strata submit RUN --input FILE -o OUT.csv`: a prediction for every row of a file. */
export function submit(
  shell: Shell,
  run: string,
  options: { input: string; output: string; id?: string },
): Promise<ExitCode> {
  return write(shell, (core) =>
    core.request(
      'predictTable',
      {
        runFolder: shell.path(run),
        input: shell.path(options.input),
        output: shell.path(options.output),
        id: options.id ?? null,
      },
      cliSession,
    ),
  );
}

async function write(
  shell: Shell,
  work: (core: Core) => Promise<Result<WrittenFile>>,
): Promise<ExitCode> {
  const written = await withProgress(shell, work);
  if (!written.ok) {
    sayProblem(shell, written.problem);
    return exitCodeOf(written.problem);
  }
  const { path, rows, bytes } = written.value;
  shell.print(
    `${shell.text(texts.written)} ${path} (${count(rows)} ${shell.text(texts.rows)}, ${bytesText(bytes)})`,
  );
  return exitCodes.done;
}
