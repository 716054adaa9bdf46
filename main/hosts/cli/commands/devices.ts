import { describe } from '#shared/document/describe.ts';
import type { ListedDevice } from '#shared/protocol/types.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { tableLines } from '#main/hosts/cli/table.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import { texts } from '#main/hosts/cli/texts.ts';

/** `strata devices [--json]`: also what cannot be used, why, and what can be installed. */
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
      detail: shell.text(device.detail),
      available: device.unavailable === null,
      reason: reasonOf(device),
      memoryBytes: device.memoryBytes,
      install: device.install && {
        downloadBytes: device.install.downloadBytes,
        diskBytes: device.install.diskBytes,
        hindrance: device.install.hindrance
          ? describe(device.install.hindrance, shell.language).sentence
          : null,
      },
    }));
    shell.print(JSON.stringify(rows, null, 2));
    return exitCodes.done;
  }
  const rows = listed.value.map((device) => {
    const reason = reasonOf(device);
    return [device.id, shell.text(device.title), device.version, stateOf(shell, device, reason)];
  });
  for (const line of tableLines(rows)) shell.print(line);
  return exitCodes.done;
}

function stateOf(shell: Shell, device: ListedDevice, reason: string | null): string {
  const memory = device.memoryBytes === null ? [] : [bytesText(device.memoryBytes)];
  if (reason === null) {
    return [shell.text(texts.available), shell.text(device.detail), ...memory].join('  ');
  }
  const { install } = device;
  if (install === null) return `${shell.text(texts.notAvailable)}  ${reason}`;
  if (install.hindrance !== null) {
    const { sentence } = describe(install.hindrance, shell.language);
    return `${shell.text(texts.notAvailable)}  ${sentence}`;
  }
  const size = `${bytesText(install.downloadBytes)} ${shell.text(texts.toDownload)}`;
  return [shell.text(texts.installable), size, `strata devices install ${device.id}`].join('  ');
}
