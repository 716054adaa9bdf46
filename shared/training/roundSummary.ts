/** What a run has measured, as far as it counts here. */
export interface MeasuredRun {
  readonly epochs: readonly {
    readonly valLoss?: number;
    readonly valMetrics?: Readonly<Record<string, number>>;
  }[];
  readonly test: {
    readonly loss: number;
    readonly metrics: Readonly<Record<string, number>>;
  } | null;
}

/** Mean and standard deviation (of the sample) over the rounds. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** Loss and metrics of one part over the rounds, by name. */
export type PartSummary = Readonly<Record<string, Spread>>;

/** What the rounds came to: of the validation part in each one's last epoch, and of the test part. null: there is no such part. */
export function summaryOf(runs: readonly MeasuredRun[]): {
  readonly validation: PartSummary | null;
  readonly test: PartSummary | null;
} {
  const validation = runs.flatMap(({ epochs }) => {
    const last = epochs.at(-1);
    return last?.valLoss === undefined ? [] : [{ loss: last.valLoss, ...last.valMetrics }];
  });
  const test = runs.flatMap(({ test: own }) =>
    own === null ? [] : [{ loss: own.loss, ...own.metrics }],
  );
  return { validation: spreads(validation), test: spreads(test) };
}

function spreads(rounds: readonly Readonly<Record<string, number>>[]): PartSummary | null {
  const [first] = rounds;
  if (first === undefined) return null;
  return Object.fromEntries(
    Object.keys(first).map((name) => [name, spreadOf(rounds.map((round) => round[name] ?? NaN))]),
  );
}

/** Mean and deviation of numbers; of a single one the deviation is 0. */
export function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}
