import type { Call } from '#shared/layers/call.ts';
import type { ParamTable, ValuesOf } from '#shared/layers/params.ts';
import type { LocalText, Problem } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** What every entry of a catalogue of training tells about itself. */
export interface Entry<Table extends ParamTable = ParamTable> {
  /** Key of the catalogue and of documents. */
  readonly kind: string;
  /** Name in the library, never translated: `Adam`. */
  readonly title: string;
  /** Chinese name shown as second text. */
  readonly gloss: string;
  /** One or two sentences: what it does, when to choose it. */
  readonly doc: LocalText;
  /** Page or paper. */
  readonly link: string;
  readonly params: Table;
}

/** A way to change weights by their gradients. Each has a parameter `learningRate`. */
export interface OptimizerDefinition<Table extends ParamTable = ParamTable> extends Entry<Table> {
  /** How many numbers it keeps for each trainable weight, for the memory estimate. */
  readonly slots: (params: ValuesOf<Table>) => number;
  readonly tfjs: (params: ValuesOf<Table>) => Call;
  readonly keras: (params: ValuesOf<Table>) => Call;
}

/**
 * What an output is compared with. `values`: numbers of the output's own shape. `binary`: 0 or 1, of the output's own
 * shape. `sign`: −1 or 1 likewise (0 and 1 are accepted, and turned). `oneHot`: a probability for each class, of the
 * output's own shape. `classIndex`: the number of the class, without the output's last axis.
 */
export type TargetForm = 'values' | 'binary' | 'sign' | 'oneHot' | 'classIndex';

/** A measure of how wrong an output is, which training makes small. */
export interface LossDefinition<Table extends ParamTable = ParamTable> extends Entry<Table> {
  readonly target: TargetForm;
  /** Activations of the last layer that suit it, the usual one first; `null`: any. */
  readonly activations: readonly string[] | null;
  /**
   * Why it does not suit an output of this shape whose last layer has this activation (`null`: not known);
   * `null`: it suits. Texts are in `trainingMessages`.
   */
  readonly fits: (outputShape: Shape, lastActivation: string | null) => Problem | null;
  /** What `model.compile` takes: a name that tfjs knows, or a call. */
  readonly tfjs: (params: ValuesOf<Table>) => string | Call;
  readonly keras: (params: ValuesOf<Table>) => string | Call;
}

/** A number that tells how good an output is; training does not use it. */
export interface MetricDefinition<Table extends ParamTable = ParamTable> extends Entry<Table> {
  /** Whether a larger value is better, for early stopping and for charts. */
  readonly isBetterWhenLarger: boolean;
  /** `fraction`: 0 to 1, shown as percent; `number`: in the units of the target or of its square. */
  readonly unit: 'fraction' | 'number';
  /** Target forms with which it means something. */
  readonly targets: readonly TargetForm[];
  /** What `model.compile` takes: a name that tfjs knows, or a call that gives a function of (targets, outputs). */
  readonly tfjs: (params: ValuesOf<Table>) => string | Call;
  readonly keras: (params: ValuesOf<Table>) => string | Call;
}

/** Where training stands when a schedule is asked. */
interface TrainingPlace {
  /** Epochs done, with the fraction of the running one: 0 at the start, `epochs` at the end. */
  readonly epoch: number;
  /** Steps done since training began. */
  readonly step: number;
  /** Epochs asked for. */
  readonly epochs: number;
}

/** A learning rate that changes while training. */
export interface ScheduleDefinition<Table extends ParamTable = ParamTable> extends Entry<Table> {
  /** File in shared/training/schedules/rates/ whose source an export carries; it has no imports and exports `kind`. */
  readonly rateFile: string;
  /** The rate in force at a place, from the optimizer's own rate. Pure. */
  readonly rate: (base: number, place: TrainingPlace, params: ValuesOf<Table>) => number;
}

/** Checks an optimizer's types where it is written, and forgets them for the list. */
export function defineOptimizer<const Table extends ParamTable>(
  definition: OptimizerDefinition<Table>,
): OptimizerDefinition {
  return definition as unknown as OptimizerDefinition;
}

/** Checks a loss's types where it is written, and forgets them for the list. */
export function defineLoss<const Table extends ParamTable>(
  definition: LossDefinition<Table>,
): LossDefinition {
  return definition as unknown as LossDefinition;
}

/** Checks a metric's types where it is written, and forgets them for the list. */
export function defineMetric<const Table extends ParamTable>(
  definition: MetricDefinition<Table>,
): MetricDefinition {
  return definition as unknown as MetricDefinition;
}

/** Checks a schedule's types where it is written, and forgets them for the list. */
export function defineSchedule<const Table extends ParamTable>(
  definition: ScheduleDefinition<Table>,
): ScheduleDefinition {
  return definition as unknown as ScheduleDefinition;
}
