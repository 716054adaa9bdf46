import { attribute } from '#main/engine/graphMode/attributes.ts';
import type { Attribute } from '#main/engine/graphMode/attributes.ts';
import type { GraphContext, OpAttribute } from '#main/engine/graphMode/graphContext.ts';
import type { GraphDef, NodeOutput } from '#main/engine/graphMode/graphDef.ts';
import type { Op, Program, ValueId } from '#main/engine/graphMode/program.ts';
import { NotRecordable } from '#main/engine/graphMode/recorder.ts';

/** Where a program's tensors are in the graph. */
export type Places = Map<ValueId, NodeOutput>;

/** Writes an op in its own way; false: as it is. */
export type Special = (op: Op, name: string, place: (id: ValueId) => NodeOutput) => boolean;

/**
 * Writes a program's ops into a graph, their names under `prefix`. `places` holds where its inputs are and is completed;
 * answers where its results are.
 */
export function emitProgram(
  { binding }: Pick<GraphContext, 'binding'>,
  graph: GraphDef,
  prefix: string,
  program: Program,
  places: Places,
  special: Special = () => false,
): readonly NodeOutput[] {
  const place = (id: ValueId): NodeOutput => {
    const known = places.get(id);
    if (known !== undefined) return known;
    const constant = program.constants.get(id);
    if (constant === undefined) throw new NotRecordable('a step uses a tensor of unknown origin');
    const node = graph.constant(constant.shape, constant.dtype, constant.values);
    places.set(id, node);
    return node;
  };
  program.ops.forEach((op, index) => {
    const name = `${prefix}/${index}`;
    if (special(op, name, place)) return;
    const attributes = Object.fromEntries(
      op.attributes.map((each) => [each.name, graphAttribute(binding, each)]),
    );
    const [output] = op.outputs;
    // Run at once, TensorFlow finds T itself: tfjs leaves it out for one op and gives the wrong one to another.
    if (output !== undefined && inferredType.has(op.name)) {
      attributes['T'] = attribute.type(output.dtype);
    }
    graph.node(name, op.name, op.inputs.map(place), attributes);
    op.outputs.forEach(({ id }, port) => {
      places.set(id, port === 0 ? name : `${name}:${port}`);
    });
  });
  return program.results.map(place);
}

const inferredType: ReadonlySet<string> = new Set(['ExpandDims', 'Mean']);

function graphAttribute(
  binding: GraphContext['binding'],
  { name, type, value }: OpAttribute,
): Attribute {
  const numbers = Array.isArray(value) ? value.map(Number) : null;
  switch (type) {
    case binding.TF_ATTR_STRING:
      return attribute.text(value as string);
    case binding.TF_ATTR_INT:
      return numbers === null ? attribute.integer(Number(value)) : attribute.integers(numbers);
    case binding.TF_ATTR_FLOAT:
      return numbers === null ? attribute.float(Number(value)) : attribute.floats(numbers);
    case binding.TF_ATTR_BOOL:
      return numbers === null
        ? attribute.boolean(Boolean(value))
        : attribute.booleans(numbers.map(Boolean));
    case binding.TF_ATTR_TYPE:
      return numbers === null ? attribute.type(Number(value)) : attribute.types(numbers);
    case binding.TF_ATTR_SHAPE:
      return attribute.shape(numbers ?? []);
    default:
      throw new NotRecordable(`attribute ${name} has a type that graphs are not written with`);
  }
}
