import { describe } from '#shared/document/describe.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { tableLines } from '#main/hosts/cli/table.ts';
import { texts } from '#main/hosts/cli/texts.ts';

/** `strata devices [--json]`: also what cannot be used, and why. */
export async function devices(shell: Shell, options: { json?: true }): Promise<ExitCode> {
  const listed = await shell.core().request('listDevices', {}, cliSession);
  if (!listed.ok) {
    sayProblem(shell, listed.problem);
    return exitCodeOf(listed.problem);
  }
  const reasonOf = (device: (typeof listed.value)[number]) =>
    device.unavailable === null ? null : describe(device.unavailable, shell.language).sentence;
  if (options.json) {
    const rows = listed.value.map((device) => ({
      id: device.id,
      title: shell.text(device.title),
      version: device.version,
      detail: device.detail,
      available: device.unavailable === null,
      reason: reasonOf(device),
    }));
    shell.print(JSON.stringify(rows, null, 2));
    return exitCodes.done;
  }
  const rows = listed.value.map((device) => {
    const reason = reasonOf(device);
    const state =
      reason === null
        ? `${shell.text(texts.available)}  ${device.detail}`
        : `${shell.text(texts.notAvailable)}  ${reason}`;
    return [device.id, shell.text(device.title), device.version, state];
  });
  for (const line of tableLines(rows)) shell.print(line);
  return exitCodes.done;
}
