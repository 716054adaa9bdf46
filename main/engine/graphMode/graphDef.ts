import { attribute } from '#main/engine/graphMode/attributes.ts';
import type { Attributes } from '#main/engine/graphMode/attributes.ts';
import type { DataType, TypedValues } from '#main/engine/graphMode/dataTypes.ts';
import { ProtobufWriter } from '#main/engine/graphMode/protobufWriter.ts';

/** An output of a node as graphs name it: `node`, `node:1`, or `^node` for “after the node”. */
export type NodeOutput = string;

/** The version of graphs that is written: any that TensorFlow 2 has ever read. */
const producer = 1882;

/** Where what is kept in main memory lies, on every machine. */
export const processor = '/device:CPU:0';

/** A TensorFlow graph (graph.proto) in the making. */
export class GraphDef {
  readonly #writer = new ProtobufWriter();
  readonly #constants = new Map<string, NodeOutput>();
  #count = 0;

  /** Adds a node; answers its first output. */
  node(
    name: string,
    op: string,
    inputs: readonly NodeOutput[],
    attributes: Attributes = {},
    device = '',
  ): NodeOutput {
    this.#writer.message(1, (node) => {
      node.text(1, name).text(2, op);
      // Data first: TensorFlow wants control inputs at the end.
      const isControl = (input: NodeOutput) => input.startsWith('^');
      for (const input of inputs.filter((each) => !isControl(each))) node.text(3, input);
      for (const input of new Set(inputs.filter(isControl))) node.text(3, input);
      if (device !== '') node.text(4, device);
      for (const [key, write] of Object.entries(attributes)) {
        node.message(5, (entry) => entry.text(1, key).message(2, write));
      }
    });
    return name;
  }

  placeholder(name: string, type: DataType, shape: readonly number[]): NodeOutput {
    return this.node(name, 'Placeholder', [], {
      dtype: attribute.type(type),
      shape: attribute.shape(shape),
    });
  }

  /** A constant; equal small ones are one node. */
  constant(shape: readonly number[], type: DataType, values: TypedValues): NodeOutput {
    const key = values.length > 64 ? null : `${type}|${shape.join()}|${values.join()}`;
    const known = key === null ? undefined : this.#constants.get(key);
    if (known !== undefined) return known;
    const node = this.node(`constant${this.#count++}`, 'Const', [], {
      dtype: attribute.type(type),
      value: attribute.tensor(shape, type, values),
    });
    if (key !== null) this.#constants.set(key, node);
    return node;
  }

  /** The bytes of a `saved_model.pb` (saved_model.proto) that holds this graph under the tag `serve`. */
  savedModel(): Uint8Array {
    const graph = this.#writer.message(4, (versions) => versions.integer(1, producer)).finish();
    return new ProtobufWriter()
      .integer(1, 1)
      .message(2, (meta) => {
        meta.message(1, (info) => info.text(4, 'serve')).bytes(2, graph);
      })
      .finish();
  }
}
