import { extname } from 'node:path';
import type { RequestOutput } from '#shared/protocol/requests.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { writeNpy } from '#main/hosts/cli/npy.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { texts } from '#main/hosts/cli/texts.ts';
import { withFiles } from '#main/workspace/fileProblem.ts';
import { writeAtomic } from '#main/workspace/writeAtomic.ts';

type Outputs = RequestOutput<'predict'>['outputs'];

/** `strata predict RUN_FOLDER --input FILE -o FILE`: `.npy` for one output, `.name.npy` each for several, or JSON. */
export async function predict(
  shell: Shell,
  runFolder: string,
  options: { input: string; output?: string },
): Promise<ExitCode> {
  const answer = await shell
    .core()
    .request(
      'predict',
      { runFolder: shell.path(runFolder), input: shell.path(options.input) },
      cliSession,
    );
  if (!answer.ok) {
    sayProblem(shell, answer.problem);
    return exitCodeOf(answer.problem);
  }
  const { outputs } = answer.value;
  if (options.output === undefined) {
    shell.print(asJson(outputs));
    return exitCodes.done;
  }
  for (const [path, content] of filesOf(outputs, shell.path(options.output))) {
    const written = await withFiles(path, () => writeAtomic(path, content));
    if (!written.ok) {
      sayProblem(shell, written.problem);
      return exitCodes.problems;
    }
    shell.print(`${shell.text(texts.written)} ${path}`);
  }
  return exitCodes.done;
}

function filesOf(
  outputs: Outputs,
  path: string,
): readonly (readonly [string, string | Uint8Array])[] {
  if (extname(path).toLowerCase() !== '.npy') return [[path, `${asJson(outputs)}\n`]];
  return outputs.map(({ name, shape, values }) => [
    outputs.length === 1 ? path : `${path.slice(0, -'.npy'.length)}.${name}.npy`,
    writeNpy(shape, values),
  ]);
}

function asJson(outputs: Outputs): string {
  return JSON.stringify(
    outputs.map(({ name, shape, values }) => ({ name, shape, values: Array.from(values) })),
  );
}
