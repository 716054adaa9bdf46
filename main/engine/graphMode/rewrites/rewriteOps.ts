import type { DataType, TypedValues } from '#main/engine/graphMode/dataTypes.ts';
import type { Constant, Op, Program, ValueId, ValueType } from '#main/engine/graphMode/program.ts';

/** Turns a program into one that computes the same, faster. */
export type Rewrite = (program: Program) => Program;

/** What stands in an op's place: ops, or tensors that are its outputs already. */
export type Replacement = readonly Op[] | { readonly sameAs: readonly ValueId[] };

/** What a rewrite may ask about the program, and what it adds to it. */
export class ProgramFacts {
  readonly #types = new Map<ValueId, ValueType>();
  readonly #producers = new Map<ValueId, Op>();
  readonly constants: Map<ValueId, Constant>;
  #next: ValueId;

  constructor({ ops, constants, inputs }: Program) {
    this.constants = new Map(constants);
    let lowest = 0;
    const learn = (id: ValueId, type: ValueType) => {
      this.#types.set(id, type);
      lowest = Math.min(lowest, id);
    };
    for (const [id, type] of [...inputs, ...constants]) learn(id, type);
    for (const op of ops) for (const output of op.outputs) learn(output.id, output);
    this.#next = lowest - 1;
  }

  /** Shape and type of a tensor. */
  typeOf(id: ValueId): ValueType {
    const type = this.#types.get(id);
    if (type === undefined) throw new Error(`Nothing makes tensor ${id}.`);
    return type;
  }

  shapeOf(id: ValueId): readonly number[] {
    return this.typeOf(id).shape;
  }

  /** A constant's values; null: the tensor is none. */
  valuesOf(id: ValueId | undefined): readonly number[] | null {
    const constant = id === undefined ? undefined : this.constants.get(id);
    return constant === undefined ? null : Array.from(constant.values);
  }

  /** The op before in the program that makes this tensor; undefined: an input or a constant. */
  producerOf(id: ValueId): Op | undefined {
    return this.#producers.get(id);
  }

  /** A tensor that a rewrite makes. */
  fresh(type: ValueType): { readonly id: ValueId } & ValueType {
    const id = this.#next--;
    this.#types.set(id, type);
    return { id, shape: type.shape, dtype: type.dtype };
  }

  constant(shape: readonly number[], dtype: DataType, values: TypedValues): ValueId {
    const { id } = this.fresh({ shape, dtype });
    this.constants.set(id, { shape, dtype, values });
    return id;
  }

  /** Takes note of an op that is in the program for good. */
  settle(op: Op): void {
    for (const output of op.outputs) {
      this.#producers.set(output.id, op);
      this.#types.set(output.id, output);
    }
  }
}

/** Goes through the ops from first to last; each is shown with what became of its inputs. */
export function rewriteOps(
  program: Program,
  visit: (op: Op, facts: ProgramFacts) => Replacement,
): Program {
  const facts = new ProgramFacts(program);
  const renamed = new Map<ValueId, ValueId>();
  const current = (id: ValueId): ValueId => renamed.get(id) ?? id;
  const ops: Op[] = [];
  for (const old of program.ops) {
    const replacement = visit({ ...old, inputs: old.inputs.map(current) }, facts);
    if ('sameAs' in replacement) {
      old.outputs.forEach(({ id }, port) => {
        const same = replacement.sameAs[port];
        if (same !== undefined) renamed.set(id, current(same));
      });
      continue;
    }
    for (const op of replacement) {
      facts.settle(op);
      ops.push(op);
    }
  }
  return {
    ops,
    constants: facts.constants,
    inputs: program.inputs,
    results: program.results.map(current),
  };
}

export function isSameList(one: readonly number[], two: readonly number[]): boolean {
  return one.length === two.length && one.every((value, index) => value === two[index]);
}
