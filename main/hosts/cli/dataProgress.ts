import type { Core } from '#main/core/createCore.ts';
import { cliSession } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { texts } from '#main/hosts/cli/texts.ts';

/** Work with data: its progress on a terminal; Ctrl-C cancels it. */
export async function withProgress<Answer>(
  shell: Shell,
  work: (core: Core) => Promise<Answer>,
): Promise<Answer> {
  const core = shell.core();
  const end = core.subscribe(({ name, data }) => {
    if (name !== 'dataProgress') return;
    const percent = Math.floor(100 * data.fraction);
    shell.showStatus(`${shell.text(texts.dataSteps[data.step])} ${percent} %`);
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
