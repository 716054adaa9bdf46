import { attribute } from '#main/engine/graphMode/attributes.ts';
import { dataTypes } from '#main/engine/graphMode/dataTypes.ts';
import type { DataType } from '#main/engine/graphMode/dataTypes.ts';
import type { GraphDef, NodeOutput } from '#main/engine/graphMode/graphDef.ts';

/** A resource variable of a graph: it keeps its value from call to call. */
export interface Variable {
  readonly handle: NodeOutput;
  /** Placeholder of the value to set, and what to ask for so that it is set. */
  readonly input: NodeOutput;
  readonly set: NodeOutput;
  /** What to ask for to get the value. */
  readonly value: NodeOutput;
  readonly dtype: DataType;
  readonly shape: readonly number[];
}

/** Adds a variable to a graph; it has no value until it is set. */
export function addVariable(
  graph: GraphDef,
  name: string,
  dtype: DataType,
  shape: readonly number[],
  device = '',
): Variable {
  const type = { dtype: attribute.type(dtype) };
  const handle = graph.node(
    name,
    'VarHandleOp',
    [],
    { ...type, shape: attribute.shape(shape), shared_name: attribute.text(name) },
    device,
  );
  const input = graph.placeholder(`${name}/input`, dtype, shape);
  const assign = graph.node(`${name}/assign`, 'AssignVariableOp', [handle, input], type, device);
  // A call must ask for a value: a number, not the variable's.
  const nothing = graph.constant([], dataTypes.int32, Int32Array.of(0));
  const set = graph.node(`${name}/set`, 'Identity', [nothing, `^${assign}`], {
    T: attribute.type(dataTypes.int32),
  });
  const value = readVariable(graph, { handle, dtype }, `${name}/value`);
  return { handle, input, set, value, dtype, shape };
}

/** Reads a variable once `after` has happened. */
export function readVariable(
  graph: GraphDef,
  { handle, dtype }: Pick<Variable, 'handle' | 'dtype'>,
  name: string,
  after: readonly NodeOutput[] = [],
): NodeOutput {
  return graph.node(name, 'ReadVariableOp', [handle, ...after], { dtype: attribute.type(dtype) });
}
