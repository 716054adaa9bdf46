import { dataTypes } from '#main/engine/graphMode/dataTypes.ts';
import type { OpAttribute } from '#main/engine/graphMode/graphContext.ts';
import { attributeOf } from '#main/engine/graphMode/program.ts';
import type { Op } from '#main/engine/graphMode/program.ts';
import { isSameList, rewriteOps } from '#main/engine/graphMode/rewrites/rewriteOps.ts';
import type {
  ProgramFacts,
  Replacement,
  Rewrite,
} from '#main/engine/graphMode/rewrites/rewriteOps.ts';

/** TensorFlow's numbers for types of attributes (c_api.h). */
const attributeTypes = { text: 0, type: 4 } as const;

const channelsLast: OpAttribute = {
  name: 'data_format',
  type: attributeTypes.text,
  value: 'NHWC',
};

/**
 * Adding a vector to the last axis becomes BiasAdd, which TensorFlow fuses with the convolution or product before it; summing
 * over all other axes, a bias's gradient, becomes BiasAddGrad.
 */
export const fuseBias: Rewrite = (program) =>
  rewriteOps(program, (op, facts) => {
    if (op.outputs[0]?.dtype !== dataTypes.float32) return [op];
    if (op.name === 'Add' || op.name === 'AddV2') return [biasAdd(op, facts)];
    return op.name === 'Sum' ? biasGradient(op, facts) : [op];
  });

function typeAttribute(op: Op): OpAttribute {
  const type = op.attributes.find(({ name }) => name === 'T');
  if (type === undefined) throw new Error(`${op.name} has no type.`);
  return type;
}

function biasAdd(op: Op, facts: ProgramFacts): Op {
  const [value, given] = op.inputs;
  if (value === undefined || given === undefined) return op;
  const shape = facts.shapeOf(value);
  const bias = withoutLeadingOnes(given, facts);
  const isBias =
    shape.length > 1 &&
    isSameList(facts.shapeOf(bias), shape.slice(-1)) &&
    isSameList(shape, op.outputs[0]?.shape ?? []);
  if (!isBias) return op;
  return {
    name: 'BiasAdd',
    attributes: [typeAttribute(op), channelsLast],
    inputs: [value, bias],
    outputs: op.outputs,
  };
}

/** tfjs reshapes a bias to `[1, …, 1, channels]` before it adds it. */
function withoutLeadingOnes(id: number, facts: ProgramFacts): number {
  const producer = facts.producerOf(id);
  const source = producer?.inputs[0];
  if (producer?.name !== 'Reshape' || source === undefined) return id;
  const isWidened = facts
    .shapeOf(id)
    .slice(0, -1)
    .every((size) => size === 1);
  return isWidened && facts.shapeOf(source).length === 1 ? source : id;
}

function biasGradient(op: Op, facts: ProgramFacts): Replacement {
  const [value] = op.inputs;
  const axes = facts.valuesOf(op.inputs[1]);
  if (value === undefined || axes === null || attributeOf(op, 'keep_dims') === true) return [op];
  const shape = facts.shapeOf(value);
  const others = shape.slice(0, -1).map((_, axis) => axis);
  if (shape.length < 2 || !isSameList(axes, others)) return [op];
  const type = typeAttribute(op);
  const sum = (input: number): Op => ({
    name: 'BiasAddGrad',
    attributes: [type, channelsLast],
    inputs: [input],
    outputs: op.outputs,
  });
  if (shape.length === 2) return [sum(value)];
  // Rows of two axes: one of four would be merged into oneDNN's filter gradient with bias, which is slower.
  const flat = facts.fresh({
    shape: [shape.slice(0, -1).reduce((a, b) => a * b, 1), shape.at(-1) ?? 1],
    dtype: dataTypes.float32,
  });
  const sizes = facts.constant([2], dataTypes.int32, Int32Array.from(flat.shape));
  const reshape: Op = {
    name: 'Reshape',
    attributes: [type, { name: 'Tshape', type: attributeTypes.type, value: dataTypes.int32 }],
    inputs: [value, sizes],
    outputs: [flat],
  };
  return [reshape, sum(flat.id)];
}
