/** What one step tells: the loss, then each metric, as the mean over its batch. */
export type StepValues = readonly number[];

/** Means over the examples seen since an epoch began, as Keras shows them: each batch counts by its size. */
export class RunningMeans {
  readonly #sums: number[];
  #examples = 0;

  constructor(count: number) {
    this.#sums = Array.from({ length: count }, () => 0);
  }

  add(values: StepValues, examples: number): void {
    this.#examples += examples;
    this.#sums.forEach((sum, index) => {
      this.#sums[index] = sum + (values[index] ?? 0) * examples;
    });
  }

  get examples(): number {
    return this.#examples;
  }

  /** NaN before the first batch. */
  get values(): readonly number[] {
    return this.#sums.map((sum) => sum / this.#examples);
  }
}
