import type { CompiledTraining } from '#main/engine/compile/compileTraining.ts';
import type { OpenedNative } from '#main/engine/devices/native/openNative.ts';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
import { graphContext, tensorId, weightTensor } from '#main/engine/graphMode/graphContext.ts';
import { findGraphOptimizer } from '#main/engine/graphMode/optimizers/index.ts';
import type { Program } from '#main/engine/graphMode/program.ts';
import { NotRecordable, record } from '#main/engine/graphMode/recorder.ts';
import type { RecordedStep } from '#main/engine/graphMode/recordStep.ts';
import { recordStep } from '#main/engine/graphMode/recordStep.ts';
import { registerNativeRepairs } from '#main/engine/graphMode/repairs/registerNativeRepairs.ts';
import { rewriteProgram } from '#main/engine/graphMode/rewrites/index.ts';
import { Session } from '#main/engine/graphMode/session.ts';
import type { Entry, StepFeed } from '#main/engine/graphMode/stepGraph.ts';
import { StepGraph } from '#main/engine/graphMode/stepGraph.ts';
import { stepsPerCallOf } from '#main/engine/graphMode/stepsPerCall.ts';
import { tidily } from '#main/engine/graphMode/tidily.ts';
import { memoryProblem } from '#main/engine/thrown.ts';
import { disposeBatch, eagerStepper } from '#main/engine/train/eagerStepper.ts';
import type { Examples, SplitExamples } from '#main/engine/train/examples.ts';
import type { StepValues } from '#main/engine/train/runningMeans.ts';
import type {
  OpenStepper,
  SlotValues,
  Stepper,
  StepperSettings,
} from '#main/engine/train/stepper.ts';
import { stepValues } from '#main/engine/train/trainStep.ts';
import { deriveSeed } from '#shared/data/generators/deriveSeed.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** What a test may want otherwise. */
export interface GraphOptions {
  /** False: the ops as tfjs runs them. */
  readonly isRewritten?: boolean;
  /** Steps of whole batches in one call; by default chosen by the size of a step. */
  readonly stepsPerCall?: number;
}

/**
 * Steps as a recorded TensorFlow graph, one call each; what cannot be recorded runs op by op, with the reason as a remark
 * (`run.notRecorded`).
 */
export function openGraphStepper(native: OpenedNative): OpenStepper {
  return (training, examples, settings) => {
    try {
      const stepper = graphStepper(native, training, examples, settings);
      return { stepper, remarks: stepper.remarks };
    } catch (error) {
      if (memoryProblem(error) !== null) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      return {
        stepper: eagerStepper(native.tf, training, examples, settings),
        remarks: [{ code: 'run.notRecorded', severity: 'warning', values: { reason } }],
      };
    }
  };
}

/** A stepper over a recorded graph. Throws NotRecordable, and what TensorFlow throws at a graph that it refuses. */
export function graphStepper(
  native: OpenedNative,
  training: CompiledTraining,
  examples: SplitExamples,
  settings: StepperSettings,
  options: GraphOptions = {},
): Stepper & { readonly remarks: readonly Problem[] } {
  registerNativeRepairs();
  return new GraphStepper(graphContext(native), training, examples, settings, options);
}

class GraphStepper implements Stepper {
  readonly stepsPerCall: number;
  readonly remarks: readonly Problem[];
  readonly #context: GraphContext;
  readonly #training: CompiledTraining;
  readonly #examples: SplitExamples;
  readonly #seed: number;
  readonly #graph: StepGraph;
  readonly #session: Session;
  readonly #entries: readonly Entry[];

  constructor(
    context: GraphContext,
    training: CompiledTraining,
    examples: SplitExamples,
    { seed, batchSize }: StepperSettings,
    options: GraphOptions,
  ) {
    this.#context = context;
    this.#training = training;
    this.#examples = examples;
    // TensorFlow's keys are signed.
    this.#seed = deriveSeed(seed, 'random') | 0;
    const optimizer = findGraphOptimizer(training.optimizerChoice.kind);
    if (optimizer === undefined) {
      throw new NotRecordable(`there is no graph of ${training.optimizerChoice.kind}`);
    }
    const isRewritten = options.isRewritten ?? true;
    let stepsPerCall = 1;
    this.#graph = new StepGraph(
      context,
      training,
      optimizer,
      constraintsOf(context, training).map((constraint) => ({ constraint })),
    );
    const entries: Entry[] = [];
    const sizes = sizesOf(examples.train, batchSize);
    const smallest = sizes.at(-1);
    const resting = new Set<string>();
    for (const size of sizes) {
      const recorded = recordWith(context, examples.train, size, (batch) => ({
        training,
        isTraining: true,
        batch,
        isChecked: size === smallest,
        isRewritten,
      }));
      const isExact = optimizer.isExactOnRows?.(training.optimizerChoice.values) === true;
      if (optimizer.writeRows !== undefined && !isExact) {
        for (const name of tablesOf(training, recorded)) resting.add(name);
      }
      if (size === batchSize) {
        stepsPerCall = options.stepsPerCall ?? stepsPerCallOf(recorded.program);
      }
      const calls = size === batchSize ? new Set([stepsPerCall, 1]) : [1];
      for (const steps of calls) {
        const name = `train${size}x${steps}`;
        entries.push(this.#graph.addEntry(name, recorded, examples.train, steps));
      }
    }
    const tests = new Map<number, RecordedStep>();
    const parts = new Set([examples.validation, examples.test]);
    for (const [place, part] of [...parts].entries()) {
      if (part === null) continue;
      for (const size of sizesOf(part, batchSize)) {
        const recorded =
          tests.get(size) ??
          recordWith(context, part, size, (batch) => ({
            training,
            isTraining: false,
            batch,
            isChecked: false,
            isRewritten,
          }));
        tests.set(size, recorded);
        entries.push(this.#graph.addEntry(`test${place}x${size}`, recorded, part, 1));
      }
    }
    this.stepsPerCall = stepsPerCall;
    this.#entries = entries;
    this.remarks = [...resting].map((weight) => ({
      code: 'run.rowsAtRest',
      severity: 'warning',
      values: { weight, optimizer: training.optimizerChoice.kind },
    }));
    this.#session = new Session(context, this.#graph.graph);
    this.#setVariables();
    this.loadWeights();
  }

  async train(steps: Parameters<Stepper['train']>[0]): Promise<readonly StepValues[]> {
    const feeds = steps.map((step) => ({ ...step, seed: this.#seed }));
    const entry = this.#entry(this.#examples.train, true, feeds);
    // A shorter group than was prepared for: one after the other.
    const groups = entry === undefined ? feeds.map((feed) => [feed]) : [feeds];
    const values: StepValues[] = [];
    for (const group of groups) {
      values.push(...(await this.#call(this.#examples.train, true, group)));
    }
    return values;
  }

  async test(part: Examples, rows: Uint32Array): Promise<StepValues> {
    const feed = { rows, seed: this.#seed, step: 0, learningRate: 0 };
    const [values] = await this.#call(part, false, [feed]);
    if (values === undefined) throw new Error('The graph gave no values.');
    return values;
  }

  saveWeights(): void {
    const { backend } = this.#context;
    const outputs = this.#session.run(
      {},
      this.#graph.weights.map(({ value }) => value),
    );
    this.#training.model.weights.forEach((weight, index) => {
      const made = outputs[index];
      if (made === undefined) return;
      const tensor = backend.createOutputTensor(made);
      weightTensor(weight).assign(tensor);
      tensor.dispose();
    });
  }

  loadWeights(): void {
    const ids = this.#training.model.weights.map((weight) =>
      tensorId(this.#context, weight.read()),
    );
    const feeds = Object.fromEntries(
      this.#graph.weights.map(({ input }, index) => [input, ids[index] ?? 0]),
    );
    this.#run(
      feeds,
      this.#graph.weights.map(({ set }) => set),
    );
  }

  memory(): Promise<readonly SlotValues[]> {
    const { binding } = this.#context;
    // One at a time: they are as large as the weights.
    const memory = this.#graph.slots.map(({ weight, slot, variable }) => {
      const [made] = this.#session.run({}, [variable.value]);
      if (made === undefined) throw new Error('The graph gave no memory.');
      const values = Float32Array.from(binding.tensorDataSync(made.id));
      binding.deleteTensor(made.id);
      return { weight: this.#nameOf(weight), slot, shape: variable.shape, values };
    });
    return Promise.resolve(memory);
  }

  /** Steps are counted by whoever plans them: the graph holds no count. */
  setMemory(memory: readonly SlotValues[]): void {
    const { binding } = this.#context;
    for (const { weight, slot, variable } of this.#graph.slots) {
      const kept = memory.find(
        (each) => each.slot === slot && each.weight === this.#nameOf(weight),
      );
      if (kept === undefined) continue;
      const id = binding.createTensor([...variable.shape], variable.dtype, kept.values);
      this.#run({ [variable.input]: id }, [variable.set]);
      binding.deleteTensor(id);
    }
  }

  free(): void {
    this.#session.free();
  }

  #nameOf(weight: number): string {
    return this.#training.model.weights[weight]?.originalName ?? '';
  }

  #setVariables(): void {
    const { binding } = this.#context;
    // One at a time: data can be large, and each is held twice while it is set.
    for (const { variable, feed } of this.#graph.initialValues()) {
      const id = binding.createTensor([...feed.shape], feed.dtype, feed.values);
      this.#run({ [variable.input]: id }, [variable.set]);
      binding.deleteTensor(id);
    }
  }

  #run(feeds: Readonly<Record<string, number>>, outputs: readonly string[]): void {
    for (const { id } of this.#session.run(feeds, outputs)) this.#context.binding.deleteTensor(id);
  }

  #entry(part: Examples, isTraining: boolean, steps: readonly StepFeed[]): Entry | undefined {
    return this.#entries.find(
      (entry) =>
        entry.part === part &&
        entry.isTraining === isTraining &&
        entry.steps === steps.length &&
        entry.batchSize === steps[0]?.rows.length,
    );
  }

  async #call(
    part: Examples,
    isTraining: boolean,
    steps: readonly StepFeed[],
  ): Promise<readonly StepValues[]> {
    const entry = this.#entry(part, isTraining, steps);
    if (entry === undefined) throw new Error('The graph has no steps of this shape.');
    const values = this.#session.compute(
      await this.#graph.feeds(entry, steps),
      `${entry.name}/values`,
    );
    return steps.map(({ rows }, index) => {
      const own = values.subarray(index * entry.valueCount, (index + 1) * entry.valueCount);
      return stepValues(this.#training, Array.from(own), rows.length);
    });
  }
}

/** Names of the weights of which only rows are updated. */
function tablesOf({ model }: CompiledTraining, { gradients }: RecordedStep): readonly string[] {
  return model.weights
    .filter((_, index) => (gradients[index]?.indices ?? null) !== null)
    .map(({ originalName }) => originalName);
}

/** Sizes of the batches that a part is gone through in: the whole ones, then what is left. */
function sizesOf({ count }: Examples, batchSize: number): readonly number[] {
  const rest = count % batchSize;
  return [...(count >= batchSize ? [batchSize] : []), ...(rest > 0 ? [rest] : [])];
}

function recordWith(
  context: GraphContext,
  part: Examples,
  size: number,
  recording: (batch: ReturnType<Examples['trial']>) => Parameters<typeof recordStep>[1],
): RecordedStep {
  const batch = part.trial(size);
  try {
    return recordStep(context, recording(batch));
  } finally {
    disposeBatch(batch);
  }
}

/** By weight, its constraint as a program of the weight. */
function constraintsOf(
  context: GraphContext,
  { model }: CompiledTraining,
): readonly (Program | null)[] {
  const { tf } = context;
  const learning = new Set(model.trainableWeights);
  return model.weights.map((weight) => {
    const constraint = weight.constraint as typeof weight.constraint | null;
    if (constraint === null || !learning.has(weight)) return null;
    const value = weight.read();
    return tidily(tf, () =>
      rewriteProgram(record(context, [value], () => [constraint.apply(value)])),
    );
  });
}
