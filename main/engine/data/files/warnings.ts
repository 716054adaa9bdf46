import type { Problem } from '#shared/problems/problem.ts';

/** Warnings of one code that are told one by one. */
const toldOfEach = 50;

/**
 * Warnings of a source that come up while it is opened and read. Of each code the first 50 are told, each place once, then
 * how many there were.
 */
export class Warnings {
  readonly #told: Problem[] = [];
  readonly #counts = new Map<string, number>();
  readonly #places = new Set<string>();

  add(problem: Problem): void {
    const place = `${problem.code}\n${problem.place?.file ?? ''}`;
    if (problem.place?.file !== undefined && this.#places.has(place)) return;
    const count = (this.#counts.get(problem.code) ?? 0) + 1;
    this.#counts.set(problem.code, count);
    if (count > toldOfEach) return;
    this.#places.add(place);
    this.#told.push({ ...problem, severity: 'warning' });
  }

  list(): readonly Problem[] {
    const more = [...this.#counts.values()].reduce(
      (sum, count) => sum + Math.max(0, count - toldOfEach),
      0,
    );
    if (more === 0) return [...this.#told];
    return [
      ...this.#told,
      { code: 'data.moreWarnings', severity: 'warning', values: { count: more } },
    ];
  }
}
