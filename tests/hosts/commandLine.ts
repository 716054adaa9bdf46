import { resolve } from 'node:path';
import { buildProgram } from '#main/hosts/cli/program.ts';
import { sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import type { Language } from '#shared/problems/problem.ts';
import { coreForTests } from './coreForTests.ts';
import type { TestCore } from './coreForTests.ts';

/** What a command gave. */
interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Commands of `strata` in this process, over one core: its engine processes need not start for each command. */
export interface CommandLine {
  readonly program: TestCore;
  /** Where typed paths start. */
  readonly folder: string;
  run(...args: readonly string[]): Promise<Ended>;
  runIn(language: Language, ...args: readonly string[]): Promise<Ended>;
}

/** Makes one in a folder of its own; whoever does closes its core. */
export async function commandLine(): Promise<CommandLine> {
  const program = await coreForTests();
  const runIn = async (language: Language, ...args: readonly string[]): Promise<Ended> => {
    const out: string[] = [];
    const err: string[] = [];
    let code: number | null = null;
    const shell: Shell = {
      language,
      paths: program.paths,
      print: (line) => out.push(line),
      say: (line) => err.push(line),
      showStatus: () => undefined,
      text: (text) => text[language],
      core: () => program.core,
      path: (typed) => resolve(program.folder, typed),
    };
    const done = (given: number): void => {
      code = given;
    };
    try {
      await buildProgram(shell, '0.0.0-test', done).parseAsync([...args], { from: 'user' });
    } catch (error) {
      sayProblem(shell, { code: 'core.internal', severity: 'error', values: {} });
      err.push(String(error));
    }
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
  return {
    program,
    folder: program.folder,
    run: (...args) => runIn('en', ...args),
    runIn,
  };
}
