import { resolve } from 'node:path';
import { describe } from '#shared/document/describe.ts';
import type { Language, LocalText, Problem } from '#shared/problems/problem.ts';
import type { Core } from '#main/core/createCore.ts';
import type { Paths } from '#main/workspace/paths.ts';

/** What commands work with: where they write, in which language, and the core they ask. */
export interface Shell {
  readonly language: Language;
  readonly paths: Paths;
  /** A result, on standard output. */
  print(line: string): void;
  /** What went wrong or is merely said, on standard error. */
  say(line: string): void;
  /** Replaces the last line on a terminal's standard error; `''` removes it. Nothing elsewhere. */
  showStatus(line: string): void;
  /** The text in the user's language. */
  readonly text: (text: LocalText) => string;
  /** The core, made when first asked for. `allowedFolders` counts only then. */
  core(options?: { readonly allowedFolders?: readonly string[] }): Core;
  /** Absolute path of what the user typed. */
  path(typed: string): string;
}

/** Session of the one user of a command line. */
export const cliSession = 'cli';

/** A problem as up to three lines: what happened, why, what to do. */
export function problemLines(problem: Problem<unknown>, language: Language): readonly string[] {
  const { sentence, cause, remedy } = describe(problem, language);
  const heads = {
    en: { error: 'Problem', warning: 'Warning', colon: ': ' },
    'zh-CN': { error: '问题', warning: '警告', colon: '：' },
  }[language];
  const more = [cause, remedy].filter((line) => line !== undefined);
  return [
    `${heads[problem.severity]}${heads.colon}${sentence}`,
    ...more.map((line) => `  ${line}`),
  ];
}

/** Says a problem on standard error. */
export function sayProblem(shell: Shell, problem: Problem<unknown>): void {
  for (const line of problemLines(problem, shell.language)) shell.say(line);
}

/**
 * The folder that typed paths start from. npm changes the folder to the project's own before it runs a script, and says
 * in INIT_CWD where the user was.
 */
export function typedFrom(
  env: Readonly<Record<string, string | undefined>>,
  typed: string,
): string {
  return resolve(env.npm_command === 'run-script' && env.INIT_CWD ? env.INIT_CWD : '.', typed);
}
