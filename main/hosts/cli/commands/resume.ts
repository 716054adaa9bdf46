import { dirname } from 'node:path';
import { allowData } from '#main/hosts/cli/allowData.ts';
import { followRuns } from '#main/hosts/cli/followRun.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { cliSession } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { documentOfRuns } from '#main/workspace/paths.ts';
import { readRun } from '#main/workspace/runs.ts';

interface Options {
  /** Folder of the run. */
  readonly resume: string;
  /** Epochs in all. */
  readonly epochs?: number;
  /** Absent: the device that has trained it. */
  readonly device?: string;
  readonly allowData?: true;
  readonly json?: true;
}

/**
 * `strata train --resume RUN`: goes on with a run from its checkpoint. `file` is the document beside which its data lie; absent:
 * the one that the run lies beside.
 */
export async function resume(
  shell: Shell,
  file: string | undefined,
  options: Options,
): Promise<ExitCode> {
  const core = shell.core();
  const runFolder = shell.path(options.resume);
  const path = file === undefined ? documentOfRuns(dirname(runFolder)) : shell.path(file);
  const before = options.allowData === true ? await readRun(runFolder) : null;
  const refused = before === null ? null : await allowData(shell, options, before.document, path);
  if (refused !== null) return refused;
  const input = {
    runFolder,
    path,
    ...(options.epochs === undefined ? {} : { epochs: options.epochs }),
    ...(options.device === undefined ? {} : { device: options.device }),
  };
  const begin = () => core.request('continueRun', input, cliSession);
  return (await followRuns(shell, begin, { asJson: options.json === true })).code;
}
