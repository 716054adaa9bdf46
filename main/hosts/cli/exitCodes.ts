import type { Problem } from '#shared/problems/problem.ts';

/** Exit codes of the command line, as `strata --help` lists them. */
export const exitCodes = {
  done: 0,
  /** The user's files, model or data have problems. */
  problems: 1,
  wrongUsage: 2,
  ourFault: 3,
} as const;

/** One of them. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const ourFaults = new Set(['core.internal', 'common.internal', 'core.badRequest', 'engine.died']);

/** Values of options that are known to be wrong only once something else was asked. */
const wrongUsages = new Set(['device.unknown']);

/** Whose fault a problem is. */
export function exitCodeOf(problem: Problem<unknown>): ExitCode {
  if (wrongUsages.has(problem.code)) return exitCodes.wrongUsage;
  return ourFaults.has(problem.code) ? exitCodes.ourFault : exitCodes.problems;
}
