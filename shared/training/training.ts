/** A chosen optimizer, loss, metric or schedule: an entry of its catalogue with its parameters. */
export interface Choice {
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

/** When training ends before its last epoch. */
export interface Stopping {
  /** Watched value: `loss`, `valLoss` or a metric's key (`valAccuracy`). */
  readonly monitor: string;
  /** Epochs without a better value before stopping. */
  readonly patienceEpochs: number;
  /** The smallest change that counts as better. */
  readonly minDelta: number;
  /** Go back to the best epoch's weights at the end. */
  readonly restoreBestWeights: boolean;
}

/** How one output is judged. */
export interface OutputTraining {
  readonly loss: Choice;
  /** Weight of this loss in the sum, above 0. */
  readonly weight: number;
  readonly metrics: readonly Choice[];
}

/** The training recipe of a document. */
export interface TrainingRecipe {
  readonly optimizer: Choice;
  /** Learning-rate schedule, `null`: constant. */
  readonly schedule: Choice | null;
  readonly batchSize: number;
  readonly epochs: number;
  readonly shuffle: boolean;
  readonly stopping: Stopping | null;
  /** By output node id. */
  readonly outputs: Readonly<Record<string, OutputTraining>>;
}
