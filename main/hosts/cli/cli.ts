import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { createCore } from '#main/core/createCore.ts';
import type { Core } from '#main/core/createCore.ts';
import { forkNode } from '#main/core/forkNode.ts';
import { fileLog } from '#main/core/log.ts';
import { exitCodes } from '#main/hosts/cli/exitCodes.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { chooseLanguage } from '#main/hosts/cli/language.ts';
import { buildProgram } from '#main/hosts/cli/program.ts';
import { sayProblem, typedFrom } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { usageErrorText } from '#main/hosts/cli/usageErrors.ts';
import { paths as pathsOf } from '#main/workspace/paths.ts';

const quietErrors = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version']);
const statusWidth = () => Math.max(20, process.stderr.columns - 1);

/** Runs the command line and gives its exit code. */
async function main(argv: readonly string[]): Promise<ExitCode> {
  // The bundle lies in build/main; the launchers may say otherwise.
  const appRoot = process.env.STRATA_APP_ROOT ?? join(__dirname, '..', '..');
  const paths = pathsOf({ appRoot });
  const version = versionOf(appRoot);
  let core: Core | null = null;
  const shell: Shell = {
    language: chooseLanguage(argv, process.env),
    paths,
    print: (line) => process.stdout.write(`${line}\n`),
    say: (line) => process.stderr.write(`${line}\n`),
    showStatus(line) {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${line.slice(0, statusWidth())}`);
    },
    text: (text) => text[shell.language],
    core(options) {
      core ??= createCore({
        paths,
        forks: { usual: forkNode(paths), inNode: null },
        host: options?.allowedFolders ? 'web' : 'cli',
        version,
        locale: shell.language,
        allowedFolders: options?.allowedFolders
          ? [homedir(), shell.path('.'), ...options.allowedFolders]
          : null,
      });
      return core;
    },
    path: (typed) => typedFrom(process.env, typed),
  };

  // A reader that closed early (`strata … | head`) is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
  });

  let exitCode: ExitCode = exitCodes.ourFault;
  const program = buildProgram(shell, version, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
      // Help, whether asked for or shown in place of a command, is no mistake to be named.
      if (!quietErrors.has(error.code)) shell.say(usageErrorText(error, shell.language));
    } else {
      fileLog(paths.logFile)('command line', error);
      sayProblem(shell, { code: 'core.internal', severity: 'error', values: {} });
      shell.say(`  ${paths.logFile}`);
    }
  }
  await closeCore(core);
  return exitCode;
}

function closeCore(core: Core | null): Promise<void> {
  return core?.close() ?? Promise.resolve();
}

function versionOf(appRoot: string): string {
  try {
    const manifest = JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8')) as {
      version?: unknown;
    };
    return String(manifest.version);
  } catch {
    return 'unknown';
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
