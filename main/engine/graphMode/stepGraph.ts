import { attribute } from '#main/engine/graphMode/attributes.ts';
import type { CompiledTraining } from '#main/engine/compile/compileTraining.ts';
import { dataTypeOf, dataTypes } from '#main/engine/graphMode/dataTypes.ts';
import { emitProgram } from '#main/engine/graphMode/emitProgram.ts';
import type { Places, Special } from '#main/engine/graphMode/emitProgram.ts';
import { isLookup, isTable } from '#main/engine/graphMode/sparseGradients.ts';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
import type { NodeOutput } from '#main/engine/graphMode/graphDef.ts';
import { GraphDef } from '#main/engine/graphMode/graphDef.ts';
import type { GraphOptimizer, Update } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import { writeSparse } from '#main/engine/graphMode/optimizers/sparseRows.ts';
import type { Program } from '#main/engine/graphMode/program.ts';
import type { RecordedStep } from '#main/engine/graphMode/recordStep.ts';
import { inType, ResidentData } from '#main/engine/graphMode/residentData.ts';
import type { Feed } from '#main/engine/graphMode/session.ts';
import type { Variable } from '#main/engine/graphMode/variables.ts';
import { addVariable, readVariable } from '#main/engine/graphMode/variables.ts';
import type { Examples } from '#main/engine/train/examples.ts';
import { portsOf } from '#main/engine/train/examples.ts';

/** Numbers that a step is fed: its learning rate, and what its optimizer counts. */
const numbersPerStep = 4;

/** A way into the graph: so many steps of so many examples of a part. */
export interface Entry {
  readonly steps: number;
  readonly batchSize: number;
  readonly part: Examples;
  readonly isTraining: boolean;
  readonly usesRandom: boolean;
  readonly valueCount: number;
  readonly name: string;
}

/** What one step of an entry is fed with. */
export interface StepFeed {
  readonly rows: Uint32Array;
  readonly seed: number;
  readonly step: number;
  readonly learningRate: number;
}

/** What happens to each weight after a step of training. */
export interface WeightRule {
  /** A constraint, as a program of the weight; null: there is none. */
  readonly constraint: Program | null;
}

/** The graph of a run: weights, the optimizer's memory and data as variables, and an entry for each shape of a step. */
export class StepGraph {
  readonly graph = new GraphDef();
  readonly #context: GraphContext;
  readonly #training: CompiledTraining;
  readonly #optimizer: GraphOptimizer;
  readonly #rules: readonly WeightRule[];
  readonly #data = new ResidentData(this.graph);
  readonly #slots = new Map<number, readonly Variable[]>();
  readonly weights: readonly Variable[];

  constructor(
    context: GraphContext,
    training: CompiledTraining,
    optimizer: GraphOptimizer,
    rules: readonly WeightRule[],
  ) {
    this.#context = context;
    this.#training = training;
    this.#optimizer = optimizer;
    this.#rules = rules;
    this.weights = training.model.weights.map((weight, index) => {
      const { dtype, shape } = weight.read();
      return addVariable(this.graph, `weight${index}`, dataTypeOf(dtype), shape);
    });
  }

  /** What the optimizer remembers of each weight that learns. */
  get slots(): readonly { weight: number; slot: number; variable: Variable }[] {
    return [...this.#slots].flatMap(([weight, variables]) =>
      variables.map((variable, slot) => ({ weight, slot, variable })),
    );
  }

  /** Variables that are not weights, with what they begin with. */
  initialValues(): readonly { readonly variable: Variable; readonly feed: Feed }[] {
    const initial = this.#optimizer.slots(this.#training.optimizerChoice.values);
    const slots = [...this.#slots.values()].flatMap((variables) =>
      variables.map((variable, index) => {
        const size = variable.shape.reduce((a, b) => a * b, 1);
        const values = new Float32Array(size).fill(initial[index] ?? 0);
        return { variable, feed: { shape: variable.shape, dtype: variable.dtype, values } };
      }),
    );
    return [...slots, ...this.#data.columns];
  }

  /** Adds a way to take `steps` recorded steps in one call. */
  addEntry(name: string, recorded: RecordedStep, part: Examples, steps: number): Entry {
    const { graph } = this;
    const isTraining = recorded.gradients.some((gradient) => gradient !== null);
    const entry: Entry = {
      name,
      steps,
      part,
      isTraining,
      batchSize: recorded.program.inputs.get(recorded.batch[0] ?? 0)?.shape[0] ?? 0,
      usesRandom: recorded.key !== null,
      valueCount: recorded.valueCount,
    };
    const ofSteps = this.#placeholders(entry);
    const outputs: NodeOutput[] = [];
    let after: readonly NodeOutput[] = [];
    for (let step = 0; step < steps; step++) {
      const prefix = `${name}/step${step}`;
      const places: Places = new Map();
      const key = ofSteps('key', step);
      if (recorded.key !== null && key !== null) places.set(recorded.key, key);
      const reads = this.weights.map((weight, index) =>
        readVariable(graph, weight, `${prefix}/weight${index}`, after),
      );
      reads.forEach((read, index) => places.set(recorded.weights[index] ?? 0, read));
      this.#ports(entry).forEach((port, index) => {
        const place = recorded.batch[index] ?? 0;
        const fed = ofSteps(`feed${index}`, step);
        const rows = ofSteps('rows', step) ?? '';
        const batch = `${prefix}/batch${index}`;
        places.set(
          place,
          fed ?? this.#data.batch(port, String(index), rows, entry.batchSize, batch),
        );
      });
      const lookups: NodeOutput[][] = this.weights.map(() => []);
      const special = this.#lookUp(recorded, places, after, lookups);
      emitProgram(this.#context, graph, prefix, recorded.program, places, special);
      outputs.push(places.get(recorded.values) ?? '');
      const numbers = ofSteps('numbers', step);
      if (isTraining && numbers !== null) {
        const uses = reads.map((read, index) => {
          const own = lookups[index] ?? [];
          return own.length > 0 ? own : [read];
        });
        after = this.#updates(prefix, recorded, places, uses, numbers);
      }
    }
    graph.node(`${name}/values`, 'Pack', [...outputs, ...after], {
      N: attribute.integer(steps),
      T: attribute.type(dataTypes.float32),
      axis: attribute.integer(0),
    });
    return entry;
  }

  /** The feeds of a call of an entry. */
  async feeds(entry: Entry, steps: readonly StepFeed[]): Promise<Readonly<Record<string, Feed>>> {
    const { name, batchSize } = entry;
    const count = steps.length;
    const feeds: Record<string, Feed> = {};
    const tableRows = steps.map(({ rows }) => entry.part.rows(rows));
    if (entry.usesRandom) {
      const values = Int32Array.from(steps.flatMap(({ seed, step }) => [seed, step]));
      feeds[`${name}/key`] = { shape: [count, 2], dtype: dataTypes.int32, values };
    }
    if (entry.isTraining) {
      const { values } = this.#training.optimizerChoice;
      const numbers = new Float32Array(count * numbersPerStep);
      steps.forEach(({ step, learningRate }, index) => {
        const own = [learningRate, ...this.#optimizer.perStep(values, step + 1)];
        numbers.set(own, index * numbersPerStep);
      });
      const shape = [count, numbersPerStep];
      feeds[`${name}/numbers`] = { shape, dtype: dataTypes.float32, values: numbers };
    }
    const ports = this.#ports(entry);
    if (ports.some((port) => this.#data.isResident(port))) {
      const rows = new Int32Array(count * batchSize);
      tableRows.forEach((own, index) => {
        rows.set(own, index * batchSize);
      });
      feeds[`${name}/rows`] = { shape: [count, batchSize], dtype: dataTypes.int32, values: rows };
    }
    for (const [index, port] of ports.entries()) {
      if (this.#data.isResident(port)) continue;
      const all = Uint32Array.from(tableRows.flatMap((rows) => [...rows]));
      const values = inType(await port.values(all), port.dtype);
      feeds[`${name}/feed${index}`] = {
        shape: [count, batchSize, ...port.shape],
        dtype: dataTypes[port.dtype],
        values,
      };
    }
    return feeds;
  }

  #ports({ part }: Pick<Entry, 'part'>) {
    return portsOf(part);
  }

  /** Lookups in tables, straight from the variable: what is read whole is copied whole once rows have been written. */
  #lookUp(
    { program, weights }: RecordedStep,
    places: Places,
    after: readonly NodeOutput[],
    lookups: readonly NodeOutput[][],
  ): Special {
    const tables = weights.map((id) => isTable(program, id));
    return (op, name, place) => {
      const index = weights.indexOf(op.inputs[0] ?? 0);
      const weight = this.weights[index];
      const [output] = op.outputs;
      if (tables[index] !== true || weight === undefined || output === undefined) return false;
      if (!isLookup(program, op, weights[index] ?? 0)) return false;
      const rows = place(op.inputs[1] ?? 0);
      this.graph.node(name, 'ResourceGather', [weight.handle, rows, ...after], {
        dtype: attribute.type(weight.dtype),
        Tindices: attribute.type(dataTypes.int32),
        validate_indices: attribute.boolean(true),
      });
      places.set(output.id, name);
      lookups[index]?.push(name);
      return true;
    };
  }

  /** Placeholders of an entry; answers one step's share of one, null where the entry has no such. */
  #placeholders(entry: Entry): (name: string, step: number) => NodeOutput | null {
    const { graph } = this;
    const { name, steps, batchSize } = entry;
    const made = new Set<string>();
    const add = (key: string, dtype: number, shape: readonly number[]) => {
      const placeholder = graph.placeholder(`${name}/${key}`, dtype, [steps, ...shape]);
      graph.node(`${name}/${key}/steps`, 'Unpack', [placeholder], {
        num: attribute.integer(steps),
        T: attribute.type(dtype),
        axis: attribute.integer(0),
      });
      made.add(key);
    };
    if (entry.usesRandom) add('key', dataTypes.int32, [2]);
    if (entry.isTraining) add('numbers', dataTypes.float32, [numbersPerStep]);
    const ports = this.#ports(entry);
    if (ports.some((port) => this.#data.isResident(port))) {
      add('rows', dataTypes.int32, [batchSize]);
    }
    ports.forEach((port, index) => {
      if (!this.#data.isResident(port)) {
        add(`feed${index}`, dataTypes[port.dtype], [batchSize, ...port.shape]);
      }
    });
    return (key, step) => {
      if (!made.has(key)) return null;
      return step === 0 ? `${name}/${key}/steps` : `${name}/${key}/steps:${step}`;
    };
  }

  /** Writes a step's changes of the weights; answers what stands for their having happened. */
  #updates(
    prefix: string,
    recorded: RecordedStep,
    places: Places,
    uses: readonly (readonly NodeOutput[])[],
    numbers: NodeOutput,
  ): readonly NodeOutput[] {
    const { graph } = this;
    const { values } = this.#training.optimizerChoice;
    const scalars = graph.node(`${prefix}/numbers`, 'Unpack', [numbers], {
      num: attribute.integer(numbersPerStep),
      T: attribute.type(dataTypes.float32),
      axis: attribute.integer(0),
    });
    const done: NodeOutput[] = [];
    this.weights.forEach((weight, index) => {
      const gradient = recorded.gradients[index] ?? null;
      const written = recorded.written[index] ?? null;
      const after = (uses[index] ?? []).map((use) => `^${use}`);
      let last: NodeOutput | null = null;
      if (written !== null) {
        const value = places.get(written) ?? '';
        last = graph.node(
          `${prefix}/write${index}`,
          'AssignVariableOp',
          [weight.handle, value, ...after],
          {
            dtype: attribute.type(weight.dtype),
          },
        );
      }
      if (gradient !== null) {
        last = `${prefix}/update${index}`;
        const update: Update = {
          graph,
          name: last,
          variable: weight.handle,
          slots: this.#slotsOf(index).map(({ handle }) => handle),
          learningRate: scalars,
          perStep: [1, 2, 3].map((port) => `${scalars}:${port}`),
          gradient: places.get(gradient.values) ?? '',
          after,
          values,
        };
        const { indices } = gradient;
        if (indices === null) this.#optimizer.write(update);
        else writeSparse(this.#optimizer, update, places.get(indices) ?? '');
      }
      const constraint = this.#rules[index]?.constraint ?? null;
      if (constraint !== null) {
        last = this.#constrain(`${prefix}/constraint${index}`, constraint, weight, last ?? '');
      }
      if (last !== null) done.push(`^${last}`);
    });
    return done;
  }

  #constrain(name: string, constraint: Program, weight: Variable, after: string): NodeOutput {
    const { graph } = this;
    const [input = 0] = constraint.inputs.keys();
    const value = readVariable(graph, weight, `${name}/read`, after === '' ? [] : [`^${after}`]);
    const places: Places = new Map([[input, value]]);
    const [constrained = ''] = emitProgram(this.#context, graph, name, constraint, places);
    return graph.node(`${name}/assign`, 'AssignVariableOp', [weight.handle, constrained], {
      dtype: attribute.type(weight.dtype),
    });
  }

  #slotsOf(index: number): readonly Variable[] {
    const known = this.#slots.get(index);
    if (known !== undefined) return known;
    const initial = this.#optimizer.slots(this.#training.optimizerChoice.values);
    const shape = this.weights[index]?.shape ?? [];
    const made = initial.map((_, slot) =>
      addVariable(this.graph, `weight${index}/slot${slot}`, dataTypes.float32, shape),
    );
    this.#slots.set(index, made);
    return made;
  }
}
