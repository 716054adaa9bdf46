import type * as tfjs from '@tensorflow/tfjs';
import type { NativeBinding } from '#main/engine/devices/native/openNative.ts';
import { dataTypeOf } from '#main/engine/graphMode/dataTypes.ts';
import type { TypedValues } from '#main/engine/graphMode/dataTypes.ts';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
import { tensorId } from '#main/engine/graphMode/graphContext.ts';
import type { Constant, Op, Program, ValueId, ValueType } from '#main/engine/graphMode/program.ts';

/** Why something cannot be recorded, in the words of a technical log; the caller goes on without a graph. */
export class NotRecordable extends Error {}

/**
 * Runs `work` while every op that tfjs gives to TensorFlow is written down, with the constants that are made. `inputs` are the
 * tensors that will differ from step to step; every other tensor from before is a constant. `work` answers the tensors
 * that are wanted. Throws NotRecordable where values are read or random numbers are drawn in JavaScript.
 */
export function record(
  context: GraphContext,
  inputs: readonly tfjs.Tensor[],
  work: () => readonly tfjs.Tensor[],
): Program {
  const { backend, binding } = context;
  const ops: Op[] = [];
  const constants = new Map<ValueId, Constant>();
  const seen = new Map<ValueId, ValueType>();
  const given = new Map(
    inputs.map((tensor) => [
      tensorId(context, tensor),
      { shape: tensor.shape, dtype: dataTypeOf(tensor.dtype) },
    ]),
  );
  const refuse = (reason: string) => () => {
    throw new NotRecordable(reason);
  };
  const listening = withFunctions(binding, {
    executeOp: (name, attributes, ids, count) => {
      const outputs = binding.executeOp(name, attributes, ids, count);
      ops.push({ name, attributes: [...attributes], inputs: [...ids], outputs });
      return outputs;
    },
    createTensor: (shape, dtype, values) => {
      const id = binding.createTensor(shape, dtype, values);
      constants.set(id, { shape: [...shape], dtype, values: (values as TypedValues).slice() });
      return id;
    },
    tensorDataSync: refuse('values are read in JavaScript while a step runs'),
  });
  const ownIds = Object.getOwnPropertyDescriptor(backend, 'getInputTensorIds');
  const ids = backend.getInputTensorIds.bind(backend);
  backend.getInputTensorIds = (tensors) => {
    const found = ids(tensors);
    tensors.forEach((tensor, index) => {
      const id = found[index];
      // A number of 64 bits is no tensor; it is created above.
      if (id === undefined || !('dtype' in tensor) || !('dataId' in tensor)) return;
      if (tensor.dtype !== 'string') {
        seen.set(id, { shape: tensor.shape, dtype: dataTypeOf(tensor.dtype) });
      }
    });
    return found;
  };
  const random = Math.random;
  Math.random = refuse('random numbers are drawn in JavaScript while a step runs');
  backend.binding = listening;
  let results: readonly ValueId[];
  try {
    results = work().map((tensor) => tensorId(context, tensor));
  } finally {
    backend.binding = binding;
    Math.random = random;
    if (ownIds === undefined) Reflect.deleteProperty(backend, 'getInputTensorIds');
    else Object.defineProperty(backend, 'getInputTensorIds', ownIds);
  }
  const known = new Set<ValueId>([
    ...given.keys(),
    ...constants.keys(),
    ...ops.flatMap(({ outputs }) => outputs.map(({ id }) => id)),
  ]);
  for (const id of [...ops.flatMap((op) => op.inputs), ...results]) {
    if (known.has(id)) continue;
    const type = seen.get(id);
    if (type === undefined) throw new NotRecordable('a step uses a tensor of unknown origin');
    known.add(id);
    constants.set(id, { ...type, values: binding.tensorDataSync(id) });
  }
  return { ops, constants, inputs: given, results };
}

/** The binding with other functions: its own properties can be neither changed nor listed by a spread. */
export function withFunctions(
  binding: NativeBinding,
  other: Partial<NativeBinding>,
): NativeBinding {
  const names = Object.getOwnPropertyNames(binding);
  const own = Object.fromEntries(
    names.map((name): [string, unknown] => [name, Reflect.get(binding, name)]),
  );
  return { ...own, ...other } as NativeBinding;
}

/** True where two recordings of the same work came out alike: nothing in JavaScript changed from one to the other. */
export function isSameProgram(one: Program, two: Program): boolean {
  return signature(one) === signature(two);
}

/** Ops, shapes and constants of a program, its tensors numbered in the order in which they occur. */
function signature({ ops, constants, inputs, results }: Program): string {
  const numbers = new Map<ValueId, number>();
  const numberOf = (id: ValueId): string => {
    const constant = constants.get(id);
    if (constant !== undefined) return `${constant.shape.join()}:${constant.values.join()}`;
    let number = numbers.get(id);
    if (number === undefined) numbers.set(id, (number = numbers.size));
    return String(number);
  };
  for (const id of inputs.keys()) numberOf(id);
  return JSON.stringify([
    ops.map((op) => [
      op.name,
      op.inputs.map(numberOf),
      op.attributes.map(({ name, value }) => [name, value]),
      op.outputs.map(({ id, shape }) => [numberOf(id), shape]),
    ]),
    results.map(numberOf),
  ]);
}
