import type { Problem } from '#shared/problems/problem.ts';

/** Collects what was mended: one remark for each kind of repair, with how often and an example. */
export class RepairReport {
  readonly #counts = new Map<string, { count: number; readonly example: string }>();

  /** Notes one repair. `example` is the name or id of what was mended first. */
  add(code: string, example: string): void {
    const known = this.#counts.get(code);
    if (known === undefined) {
      this.#counts.set(code, { count: 1, example });
    } else {
      known.count += 1;
    }
  }

  /** The remarks, in the order in which they first came up. */
  problems(): readonly Problem[] {
    return [...this.#counts].map(([code, values]) => ({ code, severity: 'warning', values }));
  }
}
