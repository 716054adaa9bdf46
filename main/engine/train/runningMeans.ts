import type { TrainingPosition } from '#main/workspace/checkpoint.ts';

/** A batch's loss and metrics, each with its weight in the mean. */
export interface StepValues {
  readonly examples: number;
  /** The loss, then the metrics. */
  readonly values: readonly number[];
  /** For each value, how much it counts. */
  readonly weights: readonly number[];
}

/** The state of running means; null stands for NaN, which JSON cannot hold. */
export type MeansPosition = TrainingPosition['means'];

/** Means over what was seen since an epoch began, as Keras shows them. */
export class RunningMeans {
  readonly #sums: number[];
  readonly #weights: number[];
  #examples: number;

  /** `from`: what was seen before. */
  constructor(from: MeansPosition = { examples: 0, sums: [], weights: [] }) {
    this.#examples = from.examples;
    this.#sums = from.sums.map(orNaN);
    this.#weights = from.weights.map(orNaN);
  }

  /** What was seen so far, to go on from later. */
  get position(): MeansPosition {
    return {
      examples: this.#examples,
      sums: this.#sums.map(orNull),
      weights: this.#weights.map(orNull),
    };
  }

  add({ examples, values, weights }: StepValues): void {
    this.#examples += examples;
    values.forEach((value, index) => {
      const weight = weights[index] ?? examples;
      // A batch that counts nothing may have no value at all.
      const part = weight === 0 ? 0 : value * weight;
      this.#sums[index] = (this.#sums[index] ?? 0) + part;
      this.#weights[index] = (this.#weights[index] ?? 0) + weight;
    });
  }

  get examples(): number {
    return this.#examples;
  }

  /** The loss, then the metrics; 0 for what nothing counted in. */
  get values(): readonly number[] {
    return this.#sums.map((sum, index) => {
      const weight = this.#weights[index] ?? 0;
      return weight === 0 ? 0 : sum / weight;
    });
  }
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function orNaN(value: number | null): number {
  return value ?? Number.NaN;
}
