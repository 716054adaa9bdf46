import { attribute } from '#main/engine/graphMode/attributes.ts';
import { dataTypes } from '#main/engine/graphMode/dataTypes.ts';
import type { DataType, TypedValues } from '#main/engine/graphMode/dataTypes.ts';
import type { GraphDef, NodeOutput } from '#main/engine/graphMode/graphDef.ts';
import { processor } from '#main/engine/graphMode/graphDef.ts';
import type { Feed } from '#main/engine/graphMode/session.ts';
import type { Variable } from '#main/engine/graphMode/variables.ts';
import { addVariable } from '#main/engine/graphMode/variables.ts';
import type { Column, Values } from '#main/engine/data/source/table.ts';
import { sizeOf } from '#main/engine/data/source/table.ts';
import type { ExamplePort } from '#main/engine/train/examples.ts';

/** Prepared data that the graph keeps; larger ones are fed batch by batch. */
const largestPreparedBytes = 256 * 2 ** 20;

/** Data that the graph keeps as they are in memory, where they lie already. */
const largestColumnBytes = 2 ** 30;

/** A variable that holds examples, and its values. */
export interface ResidentColumn {
  readonly variable: Variable;
  readonly feed: Feed;
}

/**
 * The data of a graph. Columns whose preparation is a division stay as they were read, bytes as bytes, and are divided in
 * the graph; others are prepared once. A step is told which rows it takes.
 */
export class ResidentData {
  readonly #graph: GraphDef;
  readonly #columns = new Map<string, ResidentColumn>();
  readonly #numbers = new Map<Column, number>();

  constructor(graph: GraphDef) {
    this.#graph = graph;
  }

  get columns(): readonly ResidentColumn[] {
    return [...this.#columns.values()];
  }

  /** False: the port's values are too large to be kept prepared, so each batch is fed. */
  isResident({ column, divisor, length, rowCount, shape }: ExamplePort): boolean {
    if (column === null) return false;
    if (divisor !== null) return column.values.byteLength <= largestColumnBytes;
    return length === 1 && rowCount * sizeOf(shape) * 4 <= largestPreparedBytes;
  }

  /** A batch of a port: rows `rows` (batch) of its table → (batch, …shape). */
  batch(
    port: ExamplePort,
    place: string,
    rows: NodeOutput,
    size: number,
    name: string,
  ): NodeOutput {
    const graph = this.#graph;
    const { variable } = this.#column(port, place);
    const gathered = graph.node(
      `${name}/gather`,
      'ResourceGather',
      [variable.handle, this.#rowsOf(port, rows, size, name)],
      {
        dtype: attribute.type(variable.dtype),
        Tindices: attribute.type(dataTypes.int32),
        validate_indices: attribute.boolean(false),
      },
      processor,
    );
    const divisor = port.divisor ?? 1;
    const wanted = port.dtype === 'int32' ? dataTypes.int32 : dataTypes.float32;
    let type = variable.dtype;
    let value = gathered;
    const cast = (to: DataType) => {
      if (type === to) return;
      value = graph.node(`${name}/cast${to}`, 'Cast', [value], {
        SrcT: attribute.type(type),
        DstT: attribute.type(to),
      });
      type = to;
    };
    if (divisor !== 1) {
      cast(dataTypes.float32);
      const by = graph.constant([], dataTypes.float32, Float32Array.of(divisor));
      value = graph.node(`${name}/divide`, 'RealDiv', [value, by], { T: attribute.type(type) });
    }
    cast(wanted);
    const shape = Int32Array.of(size, ...port.shape);
    return graph.node(
      `${name}/reshape`,
      'Reshape',
      [value, graph.constant([shape.length], dataTypes.int32, shape)],
      { T: attribute.type(type), Tshape: attribute.type(dataTypes.int32) },
    );
  }

  /** Rows (batch), or all rows of their windows (batch, length). */
  #rowsOf({ length }: ExamplePort, rows: NodeOutput, size: number, name: string): NodeOutput {
    if (length === 1) return rows;
    const graph = this.#graph;
    const type = attribute.type(dataTypes.int32);
    const shape = graph.constant([2], dataTypes.int32, Int32Array.of(size, 1));
    const attributes = { T: type, Tshape: type };
    const first = graph.node(`${name}/first`, 'Reshape', [rows, shape], attributes, processor);
    const places = Int32Array.from({ length }, (_, index) => index);
    const offsets = graph.constant([1, length], dataTypes.int32, places);
    return graph.node(`${name}/window`, 'AddV2', [first, offsets], { T: type }, processor);
  }

  /** The variable of a port, made when it is first asked for. */
  #column(port: ExamplePort, place: string): ResidentColumn {
    const { column, divisor, rowCount } = port;
    if (column === null) throw new Error(`The values of ${place} do not lie in memory.`);
    const number = this.#numbers.get(column) ?? this.#numbers.size;
    this.#numbers.set(column, number);
    // What is kept as it was read serves every port; prepared values belong to one.
    const name = divisor === null ? `data${number}_${place}` : `data${number}`;
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    const values =
      divisor === null
        ? inType(
            inMemory(port.values(Uint32Array.from({ length: rowCount }, (_, row) => row))),
            port.dtype,
          )
        : column.values;
    const dtype = typeOf(values);
    const shape = [rowCount, values.length / rowCount];
    const made: ResidentColumn = {
      variable: addVariable(this.#graph, name, dtype, shape, processor),
      feed: { shape, dtype, values },
    };
    this.#columns.set(name, made);
    return made;
  }
}

/** What a port gives of a column in memory comes at once. */
function inMemory(values: ReturnType<ExamplePort['values']>): Values {
  if (values instanceof Promise) throw new Error('A column in memory must be given at once.');
  return values;
}

/** Values as a tensor of this type holds them. */
export function inType(values: Values, dtype: ExamplePort['dtype']): Float32Array | Int32Array {
  if (dtype === 'int32') return values instanceof Int32Array ? values : Int32Array.from(values);
  return values instanceof Float32Array ? values : Float32Array.from(values);
}

function typeOf(values: TypedValues): DataType {
  if (values instanceof Uint8Array) return dataTypes.uint8;
  return values instanceof Int32Array ? dataTypes.int32 : dataTypes.float32;
}
