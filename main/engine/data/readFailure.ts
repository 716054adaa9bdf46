import type { Problem } from '#shared/problems/problem.ts';

/**
 * Ends a stream or a gather of rows: something behind an opened source cannot be read any more, or is damaged. Whoever
 * asked for the rows answers with `problem`; it is thrown because iterators have no other way to end with a reason.
 */
export class ReadFailure extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ReadFailure';
    this.problem = problem;
  }
}
