import { describe } from '#shared/document/describe.ts';
import type { ListedDevice, RaceEntry } from '#shared/protocol/types.ts';
import { withDocument } from '#main/hosts/cli/document.ts';
import type { FiledDocument } from '#main/hosts/cli/document.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { tableLines } from '#main/hosts/cli/table.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import { texts } from '#main/hosts/cli/texts.ts';

/**
 * `strata devices --race FILE [--json]`: a few real steps of this model on each device. Ctrl-C ends it with what has come out.
 * The fastest is then used for this model.
 */
export function raceDevices(
  shell: Shell,
  file: string,
  options: { json?: true },
): Promise<ExitCode> {
  return withDocument(shell, file, (read) => race(shell, read, options));
}

async function race(
  shell: Shell,
  { document, path }: FiledDocument,
  options: { json?: true },
): Promise<ExitCode> {
  const core = shell.core();
  const listed = await core.request('listDevices', {}, cliSession);
  shell.showStatus(`${shell.text(texts.preparingRace)} …`);
  const skip = () => void core.request('skipRace', {}, cliSession);
  process.on('SIGINT', skip);
  const raced = await core.request('raceDevices', { document, path }, cliSession);
  process.off('SIGINT', skip);
  shell.showStatus('');
  if (!raced.ok) {
    sayProblem(shell, raced.problem);
    return exitCodeOf(raced.problem);
  }
  const { entries, winner } = raced.value;
  if (options.json) {
    shell.print(JSON.stringify({ winner, entries }, null, 2));
    return exitCodes.done;
  }
  const titles = new Map(
    (listed.ok ? listed.value : []).map(({ id, title }: ListedDevice) => [id, title]),
  );
  const rows = entries.map((entry) => {
    const title = titles.get(entry.device);
    const mark = entry.device === winner ? shell.text(texts.fastest) : '';
    return [
      entry.device,
      title === undefined ? '' : shell.text(title),
      ...measured(shell, entry),
      mark,
    ];
  });
  for (const line of tableLines(rows)) shell.print(line);
  return exitCodes.done;
}

function measured(
  shell: Shell,
  { secondsPerEpoch, memoryBytes, problem }: RaceEntry,
): readonly [string, string] {
  if (problem !== null) return [describe(problem, shell.language).sentence, ''];
  if (secondsPerEpoch === null) return [shell.text(texts.notMeasured), ''];
  const seconds = secondsPerEpoch.toPrecision(3).replace(/e\+\d+$/, '');
  return [
    `${secondsPerEpoch >= 1000 ? String(Math.round(secondsPerEpoch)) : seconds} ${shell.text(texts.secondsPerEpoch)}`,
    memoryBytes === null ? '' : bytesText(memoryBytes),
  ];
}
