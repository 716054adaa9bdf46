import type { Core } from '#main/core/createCore.ts';
import { cliSession } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { texts } from '#main/hosts/cli/texts.ts';
import type { Events } from '#shared/protocol/events.ts';

/** How far data are, as a terminal shows it: `Preparing 43 %`. */
export function dataProgressLine(
  { step, fraction }: Events['dataProgress'],
  text: Shell['text'],
): string {
  return `${text(texts.dataSteps[step])} ${Math.floor(100 * fraction)} %`;
}

/** Work with data: its progress on a terminal; Ctrl-C cancels it. */
export async function withProgress<Answer>(
  shell: Shell,
  work: (core: Core) => Promise<Answer>,
): Promise<Answer> {
  const core = shell.core();
  const end = core.subscribe(({ name, data }) => {
    if (name === 'dataProgress') shell.showStatus(dataProgressLine(data, shell.text));
  });
  const cancel = () => {
    void core.request('cancelData', {}, cliSession);
  };
  process.on('SIGINT', cancel);
  try {
    return await work(core);
  } finally {
    process.off('SIGINT', cancel);
    end();
    shell.showStatus('');
  }
}
