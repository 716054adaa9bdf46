import { attribute } from '#main/engine/graphMode/attributes.ts';
import { dataTypes } from '#main/engine/graphMode/dataTypes.ts';
import type { NodeOutput } from '#main/engine/graphMode/graphDef.ts';
import type { GraphOptimizer, Update } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';

const float = attribute.type(dataTypes.float32);
const integer = attribute.type(dataTypes.int32);

/** Writes the update of rows whose numbers, `indices`, may occur several times: each row is updated once, by the sum. */
export function writeSparse(optimizer: GraphOptimizer, update: Update, indices: NodeOutput): void {
  const { graph, name, variable, after } = update;
  const minusOne = graph.constant([1], dataTypes.int32, Int32Array.of(-1));
  const flat = graph.node(`${name}/flat`, 'Reshape', [indices, minusOne], {
    T: integer,
    Tshape: integer,
  });
  const rows = graph.node(`${name}/rows`, 'Unique', [flat], { T: integer, out_idx: integer });
  const count = graph.node(`${name}/count`, 'Size', [rows], { T: integer, out_type: integer });
  const gradient = graph.node(
    `${name}/sums`,
    'UnsortedSegmentSum',
    [update.gradient, `${rows}:1`, count],
    { T: float, Tindices: integer, Tnumsegments: integer },
  );
  if (optimizer.writeRows !== undefined) {
    optimizer.writeRows({ ...update, gradient }, rows);
    return;
  }
  // No kernel for rows: the whole weight's gradient after all.
  const shape = graph.node(`${name}/shape`, 'VariableShape', [variable, ...after], {
    out_type: integer,
  });
  const zero = graph.constant([1], dataTypes.int32, Int32Array.of(0));
  const one = graph.constant([1], dataTypes.int32, Int32Array.of(1));
  const size = graph.node(`${name}/size`, 'StridedSlice', [shape, zero, one, one], {
    T: integer,
    Index: integer,
    shrink_axis_mask: attribute.integer(1),
  });
  const whole = graph.node(`${name}/whole`, 'UnsortedSegmentSum', [update.gradient, flat, size], {
    T: float,
    Tindices: integer,
    Tnumsegments: integer,
  });
  optimizer.write({ ...update, gradient: whole });
}

/** Arithmetic on rows of an update's variables, for optimizers that TensorFlow has no kernel on rows of. */
export class RowArithmetic {
  readonly #update: Update;
  readonly #rows: NodeOutput;
  readonly #reads: NodeOutput[] = [];
  #count = 0;

  constructor(update: Update, rows: NodeOutput) {
    this.#update = update;
    this.#rows = rows;
  }

  read(handle: NodeOutput): NodeOutput {
    const read = this.#node('ResourceGather', [handle, this.#rows, ...this.#update.after], {
      dtype: float,
      Tindices: integer,
      validate_indices: attribute.boolean(false),
    });
    this.#reads.push(`^${read}`);
    return read;
  }

  op(kind: string, ...inputs: NodeOutput[]): NodeOutput {
    return this.#node(kind, inputs, { T: float });
  }

  /**
   * Ends the update: sets rows of some variables, takes `change` off the weight's. Those are read, reckoned and set as well:
   * ResourceScatterSub goes through a table that does not fit the cache several times as slowly.
   */
  finish(
    written: readonly (readonly [handle: NodeOutput, value: NodeOutput])[],
    change: NodeOutput,
  ): void {
    const { graph, name, variable, after } = this.#update;
    const changed = this.op('Sub', this.read(variable), change);
    const all = [...written, [variable, changed] as const];
    graph.node(
      name,
      'NoOp',
      all.map(([handle, value]) => {
        const inputs = [handle, this.#rows, value, ...this.#reads, ...after];
        const types = { dtype: float, Tindices: integer };
        return `^${this.#node('ResourceScatterUpdate', inputs, types)}`;
      }),
    );
  }

  #node(...[kind, inputs, attributes]: [string, NodeOutput[], Record<string, typeof float>]) {
    const { graph, name } = this.#update;
    return graph.node(`${name}/${this.#count++}`, kind, inputs, attributes);
  }
}

/** Writes one of TensorFlow's SparseApply kernels: those of Apply, with the rows' numbers behind the gradient. */
export function applyRows(
  update: Update,
  op: string,
  inputs: readonly NodeOutput[],
  attributes: Record<string, typeof float> = {},
): void {
  const { graph, name, variable, slots, after } = update;
  graph.node(name, op, [variable, ...slots, ...inputs, ...after], {
    T: float,
    Tindices: integer,
    ...attributes,
  });
}
