import type { CompiledTraining } from '#main/engine/compile/compileTraining.ts';
import type { Examples, SplitExamples } from '#main/engine/train/examples.ts';
import type { StepValues } from '#main/engine/train/runningMeans.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** One step of training. */
export interface PlannedStep {
  /** Numbers of the training examples. */
  readonly rows: Uint32Array;
  /** Steps before this one. */
  readonly step: number;
  readonly learningRate: number;
}

/** What an optimizer remembers of one weight: a mean of its gradients, for one. Slots are counted as `GraphOptimizer` does. */
export interface SlotValues {
  /** The weight's name in the model. */
  readonly weight: string;
  readonly slot: number;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Takes the steps of a run, in a device's own way; every way gives the same numbers. */
export interface Stepper {
  /** How many steps of whole batches are best taken at once. */
  readonly stepsPerCall: number;
  /** Learns from these batches, one after the other. */
  train(steps: readonly PlannedStep[]): Promise<readonly StepValues[]>;
  /** Loss and metrics of examples of a part without learning. */
  test(part: Examples, rows: Uint32Array): Promise<StepValues>;
  /** Puts the weights as they are now into the model. */
  saveWeights(): void;
  /** Goes on from the weights that the model has. */
  loadWeights(): void;
  /** What the optimizer remembers of the weights. */
  memory(): Promise<readonly SlotValues[]>;
  /** Goes on with what an optimizer remembered after so many steps; what is not given begins anew. */
  setMemory(memory: readonly SlotValues[], steps: number): void;
  free(): void;
}

/** What a stepper is made for. */
export interface StepperSettings {
  readonly seed: number;
  readonly batchSize: number;
}

/** A stepper, and what a device's log should say about it. */
interface OpenedStepper {
  readonly stepper: Stepper;
  readonly remarks: readonly Problem[];
}

/** Makes a device's stepper. */
export type OpenStepper = (
  training: CompiledTraining,
  examples: SplitExamples,
  settings: StepperSettings,
) => OpenedStepper;
