import { dirname } from 'node:path';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { openBrowser } from '#main/hosts/cli/openBrowser.ts';
import { sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { texts } from '#main/hosts/cli/texts.ts';
import { serve } from '#main/hosts/web/serve.ts';

interface Options {
  readonly port?: number;
  /** False with --no-open. */
  readonly open: boolean;
  readonly allow: readonly string[];
}

/** `strata serve [FILE] [--port N] [--no-open] [--allow FOLDER]`: until Ctrl-C. */
export async function serveCommand(
  shell: Shell,
  file: string | undefined,
  options: Options,
): Promise<ExitCode> {
  const document = file === undefined ? null : shell.path(file);
  const allowedFolders = options.allow.map((folder) => shell.path(folder));
  if (document !== null) allowedFolders.push(dirname(document));
  const core = shell.core({ allowedFolders });
  const host = await serve(core, {
    rendererFolder: shell.paths.rendererFolder,
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(document === null ? {} : { open: document }),
    ...(process.env.STRATA_AUTO_INSTALL === '1'
      ? {
          onJoined: () => {
            core.installMissing();
          },
        }
      : {}),
  });
  if (!host.ok) {
    sayProblem(shell, host.problem);
    return exitCodeOf(host.problem);
  }
  const { url } = host.value;
  shell.say(shell.text(texts.serving));
  shell.print(url);
  if (options.open) await openBrowser(url);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await host.value.close();
  return exitCodes.done;
}
