import type * as tfjs from '@tensorflow/tfjs';
import type { CompiledTraining } from '#main/engine/compile/compileTraining.ts';
import type { Tf } from '#main/engine/devices/device.ts';
import type { SlotValues } from '#main/engine/train/stepper.ts';

/** How tfjs keeps one slot of all weights that learn, in their order; a weight that never had a gradient may have none. */
type Slots = ({ readonly originalName: string; readonly variable: tfjs.Variable } | undefined)[];

type Values = CompiledTraining['optimizerChoice']['values'];

/** Where a tfjs optimizer keeps what it remembers. Its own `getWeights` lacks Adamax and counts powers differently. */
interface Fields {
  /** Fields of the slots, in the order in which graph mode counts them. */
  readonly slots: readonly string[];
  /** Numbers that grow with the steps, by the name of their field. */
  counters(values: Values, steps: number): Readonly<Record<string, number>>;
}

const none = (): Readonly<Record<string, number>> => ({});

/** By the optimizer's kind; a test trains with each of the catalogue, ends, goes on and compares. */
const fieldsOf: Readonly<Record<string, Fields>> = {
  sgd: { slots: ['accumulations'], counters: none },
  rmsprop: { slots: ['accumulatedMeanSquares', 'accumulatedMoments'], counters: none },
  adagrad: { slots: ['accumulatedGrads'], counters: none },
  adadelta: { slots: ['accumulatedGrads', 'accumulatedUpdates'], counters: none },
  adam: {
    slots: ['accumulatedFirstMoment', 'accumulatedSecondMoment'],
    counters: (values, steps) => ({
      accBeta1: power(Number(values['beta1']), steps + 1),
      accBeta2: power(Number(values['beta2']), steps + 1),
    }),
  },
  adamax: {
    slots: ['accumulatedFirstMoment', 'accumulatedWeightedInfNorm'],
    counters: (values, steps) => ({
      accBeta1: power(Number(values['beta1']), steps + 1),
      iteration: steps,
    }),
  },
};

/** The power as tfjs comes to it: one product of 32-bit numbers a step. */
function power(base: number, exponent: number): number {
  const factor = Math.fround(base);
  let product = factor;
  for (let step = 1; step < exponent && product > 0; step++) {
    product = Math.fround(product * factor);
  }
  return product;
}

/** What a tfjs optimizer remembers. */
export async function readMemory(training: CompiledTraining): Promise<readonly SlotValues[]> {
  const names = learningNames(training);
  const memory: SlotValues[] = [];
  for (const [slot, field] of slotFieldsOf(training).entries()) {
    for (const [index, kept] of slotsIn(training, field).entries()) {
      if (kept === undefined) continue;
      const { variable } = kept;
      const values = Float32Array.from(await variable.data<'float32'>());
      memory.push({ weight: names[index] ?? '', slot, shape: variable.shape, values });
    }
  }
  return memory;
}

/** Makes a tfjs optimizer remember this, as it did after so many steps. */
export function writeMemory(
  tf: Tf,
  training: CompiledTraining,
  memory: readonly SlotValues[],
  steps: number,
): void {
  const { optimizerChoice, optimizer } = training;
  const own = optimizer as unknown as Record<string, unknown>;
  const names = learningNames(training);
  for (const [slot, field] of slotFieldsOf(training).entries()) {
    for (const kept of slotsIn(training, field)) kept?.variable.dispose();
    const slots: Slots = [];
    for (const { weight, slot: at, values, shape } of memory) {
      const index = names.indexOf(weight);
      if (at !== slot || index === -1) continue;
      const variable = tf.tidy(() => tf.tensor(values, [...shape], 'float32').variable(false));
      slots[index] = { originalName: `${weight}/${field}`, variable };
    }
    own[field] = slots;
  }
  const counters = fieldsOf[optimizerChoice.kind]?.counters(optimizerChoice.values, steps) ?? {};
  tf.tidy(() => {
    for (const [field, value] of Object.entries(counters)) {
      (own[field] as tfjs.Variable).assign(tf.scalar(value));
    }
  });
}

/** Slots that this optimizer has: gradient descent without momentum has none. */
function slotFieldsOf({ optimizer, optimizerChoice }: CompiledTraining): readonly string[] {
  const fields = fieldsOf[optimizerChoice.kind]?.slots ?? [];
  return fields.filter((field) => field in optimizer);
}

function slotsIn({ optimizer }: CompiledTraining, field: string): Slots {
  return (optimizer as unknown as Record<string, Slots>)[field] ?? [];
}

/** Names of the weights that learn, in the order in which the optimizer hears of them. */
function learningNames({ model }: CompiledTraining): readonly string[] {
  return model.trainableWeights.map(({ originalName }) => originalName);
}
