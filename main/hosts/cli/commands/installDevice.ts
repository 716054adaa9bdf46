import type { InstallProgress } from '#shared/protocol/types.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import { texts } from '#main/hosts/cli/texts.ts';

const barWidth = 24;

/** `strata devices install DEVICE`: a bar on a terminal, a line a step elsewhere; Ctrl-C cancels, the next call goes on. */
export async function installDevice(shell: Shell, device: string): Promise<ExitCode> {
  const core = shell.core();
  let said = '';
  const stop = core.subscribe((event) => {
    if (event.name !== 'installProgress') return;
    const { progress } = event.data;
    if (progress.step !== said && !process.stderr.isTTY) {
      shell.say(`${shell.text(texts.installSteps[progress.step])} …`);
    }
    said = progress.step;
    shell.showStatus(installLine(shell, progress));
  });
  const cancel = () => {
    shell.showStatus('');
    shell.say(shell.text(texts.cancelling));
    void core.request('cancelInstall', { device }, cliSession);
  };
  process.once('SIGINT', cancel);
  process.once('SIGTERM', cancel);
  const installed = await core.request('installDevice', { device }, cliSession);
  process.off('SIGINT', cancel);
  process.off('SIGTERM', cancel);
  stop();
  shell.showStatus('');
  if (!installed.ok) {
    sayProblem(shell, installed.problem);
    return exitCodeOf(installed.problem);
  }
  shell.print(`${device}: ${shell.text(texts.installed)}`);
  return exitCodes.done;
}

/** `Downloading ███████░░░░ 41 %  112 MB / 274 MB`. */
function installLine(shell: Shell, progress: InstallProgress): string {
  const { step, fraction, doneBytes, totalBytes } = progress;
  const filled = Math.round(barWidth * fraction);
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
  const bytes =
    step === 'downloading' ? `  ${bytesText(doneBytes)} / ${bytesText(totalBytes)}` : '';
  return `${shell.text(texts.installSteps[step])} ${bar} ${Math.round(100 * fraction)} %${bytes}`;
}
