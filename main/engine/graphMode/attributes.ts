import type { DataType, TypedValues } from '#main/engine/graphMode/dataTypes.ts';
import type { ProtobufWriter } from '#main/engine/graphMode/protobufWriter.ts';

/** Writes an attribute's value: a message AttrValue (attr_value.proto). */
export type Attribute = (writer: ProtobufWriter) => void;

/** Attributes of a node by name. */
export type Attributes = Readonly<Record<string, Attribute>>;

/** Makers of attributes, named after what they hold. */
export const attribute = {
  text: (value: string): Attribute => {
    return (writer) => writer.text(2, value);
  },
  integer: (value: number): Attribute => {
    return (writer) => writer.integer(3, value);
  },
  float: (value: number): Attribute => {
    return (writer) => writer.float(4, value);
  },
  boolean: (value: boolean): Attribute => {
    return (writer) => writer.boolean(5, value);
  },
  type: (value: DataType): Attribute => {
    return (writer) => writer.integer(6, value);
  },
  /** −1: unknown size. */
  shape: (value: readonly number[]): Attribute => {
    return (writer) =>
      writer.message(7, (inner) => {
        writeShape(inner, value);
      });
  },
  tensor: (shape: readonly number[], type: DataType, values: TypedValues): Attribute => {
    return (writer) =>
      writer.message(8, (inner) => {
        inner
          .integer(1, type)
          .message(2, (dimensions) => {
            writeShape(dimensions, shape);
          })
          .bytes(4, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      });
  },
  integers: (values: readonly number[]): Attribute => {
    return (writer) => writer.message(1, (list) => list.integers(3, values));
  },
  floats: (values: readonly number[]): Attribute => {
    return (writer) => writer.message(1, (list) => list.floats(4, values));
  },
  booleans: (values: readonly boolean[]): Attribute => {
    return (writer) => writer.message(1, (list) => list.integers(5, values.map(Number)));
  },
  types: (values: readonly DataType[]): Attribute => {
    return (writer) => writer.message(1, (list) => list.integers(6, values));
  },
} as const;

function writeShape(writer: ProtobufWriter, shape: readonly number[]): void {
  for (const size of shape) writer.message(2, (dimension) => dimension.integer(1, size));
}
