import * as tf from '@tensorflow/tfjs';

type LayerArgs = ConstructorParameters<typeof tf.layers.Layer>[0];
type Size = number | null;
type SliceArgs = LayerArgs & {
  readonly axis?: number;
  readonly start?: number;
  readonly end?: number;
};
type SplitArgs = LayerArgs & { readonly parts: number; readonly axis?: number };
type AxisArgs = LayerArgs & { readonly axis?: number };
type MatMulArgs = LayerArgs & { readonly transposeA?: boolean; readonly transposeB?: boolean };
type ReduceArgs = LayerArgs & {
  readonly operation?: string;
  readonly axes: readonly number[];
  readonly keepDims?: boolean;
};
type GatherArgs = LayerArgs & { readonly indices: readonly number[]; readonly axis?: number };

// Plain operations as layers; tf.layers has none of them. Axes are counted with the batch, which is axis 0, or from the end.
// Import this file before a saved model with such a layer is loaded.

/** An axis as it is counted from the front. */
function fromFront(axis: number, rank: number): number {
  const counted = axis < 0 ? axis + rank : axis;
  if (counted < 1 || counted >= rank) throw new Error(`There is no axis ${axis}.`);
  return counted;
}

function only(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
  const [input] = Array.isArray(inputs) ? inputs : [inputs];
  if (input === undefined) throw new Error('The layer needs an input.');
  return input;
}

/** The shapes of several inputs. */
function several(inputShape: tf.Shape | tf.Shape[]): tf.Shape[] {
  if (!Array.isArray(inputShape[0])) throw new Error('The layer needs several inputs.');
  return inputShape as tf.Shape[];
}

/** Part of an axis. */
class Slice extends tf.layers.Layer {
  static readonly className: string = 'Slice';
  private readonly axis: number;
  private readonly start: number;
  private readonly end: number | undefined;

  constructor(args: SliceArgs) {
    super(args);
    this.axis = args.axis ?? 1;
    this.start = args.start ?? 0;
    this.end = args.end;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shape = inputShape as tf.Shape;
    const sliced = fromFront(this.axis, shape.length);
    return shape.map((size, axis) => {
      if (axis !== sliced || size === null) return size;
      const [from, to] = this.range(size);
      if (to <= from) throw new Error(`Nothing of ${size} is left.`);
      return to - from;
    });
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const input = only(inputs);
    const axis = fromFront(this.axis, input.rank);
    const [from, to] = this.range(input.shape[axis] ?? 1);
    const put = (sizes: readonly number[], value: number) =>
      sizes.map((size, at) => (at === axis ? value : size));
    const begin = put(new Array<number>(input.rank).fill(0), from);
    return tf.slice(input, begin, put(input.shape, to - from));
  }

  override getConfig(): tf.serialization.ConfigDict {
    const config = { ...super.getConfig(), axis: this.axis, start: this.start };
    return this.end === undefined ? config : { ...config, end: this.end };
  }

  private range(size: number): readonly [number, number] {
    const place = (at: number) => Math.min(Math.max(at < 0 ? at + size : at, 0), size);
    return [place(this.start), place(this.end ?? size)];
  }
}
tf.serialization.registerClass(Slice);

/** Equal parts of an axis. */
class Split extends tf.layers.Layer {
  static readonly className: string = 'Split';
  private readonly parts: number;
  private readonly axis: number;

  constructor(args: SplitArgs) {
    super(args);
    this.parts = args.parts;
    this.axis = args.axis ?? -1;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape[] {
    const shape = inputShape as tf.Shape;
    const split = fromFront(this.axis, shape.length);
    const size = shape[split];
    if (typeof size !== 'number' || size % this.parts !== 0) {
      throw new Error(`${String(size)} does not make ${this.parts} parts.`);
    }
    const part = shape.map((own, axis) => (axis === split ? size / this.parts : own));
    return Array.from({ length: this.parts }, () => [...part]);
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor[] {
    const input = only(inputs);
    return tf.split(input, this.parts, fromFront(this.axis, input.rank));
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), parts: this.parts, axis: this.axis };
  }
}
tf.serialization.registerClass(Split);

/** Inputs of one shape along a new axis. */
class Stack extends tf.layers.Layer {
  static readonly className: string = 'Stack';
  private readonly axis: number;

  constructor(args: AxisArgs) {
    super(args);
    this.axis = args.axis ?? 1;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shapes = several(inputShape);
    const [first = [], ...others] = shapes;
    const merged = first.map((size, axis): Size => {
      const sizes = others.map((shape) => shape[axis] ?? null);
      const known = [size, ...sizes].find((each) => each !== null) ?? null;
      if ([size, ...sizes].some((each) => each !== null && each !== known)) {
        throw new Error('The inputs have different shapes.');
      }
      return [size, ...sizes].includes(null) ? null : known;
    });
    if (others.some((shape) => shape.length !== first.length)) {
      throw new Error('The inputs have different ranks.');
    }
    const axis = fromFront(this.axis, first.length + 1);
    return [...merged.slice(0, axis), shapes.length, ...merged.slice(axis)];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const tensors = Array.isArray(inputs) ? inputs : [inputs];
    return tf.stack(tensors, fromFront(this.axis, only(inputs).rank + 1));
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), axis: this.axis };
  }
}
tf.serialization.registerClass(Stack);

/** The product of two matrices for each example. */
class MatMul extends tf.layers.Layer {
  static readonly className: string = 'MatMul';
  private readonly transposeA: boolean;
  private readonly transposeB: boolean;

  constructor(args: MatMulArgs) {
    super(args);
    this.transposeA = args.transposeA ?? false;
    this.transposeB = args.transposeB ?? false;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [first = [], second = []] = several(inputShape);
    if (![3, 4].includes(first.length) || first.length !== second.length) {
      throw new Error('MatMul needs two matrices of one rank.');
    }
    const turned = (shape: tf.Shape, turn: boolean) => {
      const [rows = null, columns = null] = shape.slice(-2);
      return turn ? [columns, rows] : [rows, columns];
    };
    const differ = (a: Size = null, b: Size = null) => a !== null && b !== null && a !== b;
    const [rows = null, inner] = turned(first, this.transposeA);
    const [other, columns = null] = turned(second, this.transposeB);
    const [rooms, otherRooms] = [first.slice(0, -2), second.slice(0, -2)];
    if (differ(inner, other) || rooms.some((size, axis) => differ(size, otherRooms[axis]))) {
      throw new Error('The matrices do not fit.');
    }
    return [...rooms.map((size, axis) => size ?? otherRooms[axis] ?? null), rows, columns];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const [first, second] = Array.isArray(inputs) ? inputs : [inputs];
    if (first === undefined || second === undefined) throw new Error('MatMul needs two inputs.');
    return tf.matMul(first, second, this.transposeA, this.transposeB);
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), transposeA: this.transposeA, transposeB: this.transposeB };
  }
}
tf.serialization.registerClass(MatMul);

const reductions: Readonly<
  Record<string, (x: tf.Tensor, axes: number[], keepDims: boolean) => tf.Tensor>
> = { mean: tf.mean, sum: tf.sum, max: tf.max, min: tf.min };

/** One number in place of those along some axes. */
class Reduce extends tf.layers.Layer {
  static readonly className: string = 'Reduce';
  private readonly operation: string;
  private readonly axes: readonly number[];
  private readonly keepDims: boolean;

  constructor(args: ReduceArgs) {
    super(args);
    this.operation = args.operation ?? 'mean';
    this.axes = args.axes;
    this.keepDims = args.keepDims ?? false;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shape = inputShape as tf.Shape;
    const axes = this.counted(shape.length);
    if (axes.length !== this.axes.length || axes.length === 0) {
      throw new Error('Each axis may be named once.');
    }
    const reduced = shape.flatMap((size, axis): Size[] =>
      !axes.includes(axis) ? [size] : this.keepDims ? [1] : [],
    );
    if (reduced.length === 1) throw new Error('Nothing but the batch is left.');
    return reduced;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const input = only(inputs);
    const reduce = reductions[this.operation];
    if (reduce === undefined) throw new Error(`There is no operation ${this.operation}.`);
    return reduce(input, this.counted(input.rank), this.keepDims);
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {
      ...super.getConfig(),
      operation: this.operation,
      axes: [...this.axes],
      keepDims: this.keepDims,
    };
  }

  private counted(rank: number): number[] {
    return [...new Set(this.axes.map((axis) => fromFront(axis, rank)))];
  }
}
tf.serialization.registerClass(Reduce);

/** The chosen places of an axis. */
class Gather extends tf.layers.Layer {
  static readonly className: string = 'Gather';
  private readonly indices: readonly number[];
  private readonly axis: number;

  constructor(args: GatherArgs) {
    super(args);
    this.indices = args.indices;
    this.axis = args.axis ?? -1;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shape = inputShape as tf.Shape;
    const gathered = fromFront(this.axis, shape.length);
    const size = shape[gathered] ?? null;
    if (this.indices.length === 0 || this.indices.some((at) => size !== null && at >= size)) {
      throw new Error(`${String(size)} places lack some of ${this.indices.join(', ')}.`);
    }
    return shape.map((own, axis) => (axis === gathered ? this.indices.length : own));
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = only(inputs);
      const places = tf.tensor1d([...this.indices], 'int32');
      return tf.gather(input, places, fromFront(this.axis, input.rank));
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), indices: [...this.indices], axis: this.axis };
  }
}
tf.serialization.registerClass(Gather);

/** The numbers of one input less those of another. */
class Subtract extends tf.layers.Layer {
  static readonly className: string = 'Subtract';

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [first = [], second = []] = several(inputShape);
    const [long, short] = first.length >= second.length ? [first, second] : [second, first];
    const missing = long.length - short.length;
    return long.map((size, axis): Size => {
      // The batch is the first axis of both.
      const other = axis === 0 ? (short[0] ?? null) : axis <= missing ? 1 : short[axis - missing];
      if (size === other || other === 1 || other === undefined) return size;
      if (size === 1) return other;
      if (size === null || other === null) return null;
      throw new Error('The inputs have shapes that do not fit.');
    });
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const [first, second] = Array.isArray(inputs) ? inputs : [inputs];
      if (first === undefined || second === undefined) throw new Error('It needs two inputs.');
      const rank = Math.max(first.rank, second.rank);
      const filled = ({ rank: own, shape }: tf.Tensor) => [
        ...shape.slice(0, 1),
        ...new Array<number>(rank - own).fill(1),
        ...shape.slice(1),
      ];
      return tf.sub(tf.reshape(first, filled(first)), tf.reshape(second, filled(second)));
    });
  }
}
tf.serialization.registerClass(Subtract);

/** `axis` from `start` to before `end`; negative numbers count from the end, and no end is the end. */
export function slice(args: SliceArgs): tf.layers.Layer {
  return new Slice(args);
}

/** So many equal `parts` of an axis, each an output of its own. */
export function split(args: SplitArgs): tf.layers.Layer {
  return new Split(args);
}

/** Inputs of one shape along a new axis. */
export function stack(args: AxisArgs): tf.layers.Layer {
  return new Stack(args);
}

/** The product of two matrices for each example. */
export function matMul(args: MatMulArgs): tf.layers.Layer {
  return new MatMul(args);
}

/** Mean, sum, largest or smallest number along some axes. */
export function reduce(args: ReduceArgs): tf.layers.Layer {
  return new Reduce(args);
}

/** The chosen places of an axis, in the order given. */
export function gather(args: GatherArgs): tf.layers.Layer {
  return new Gather(args);
}

/** The first input less the second, number by number. */
export function subtract(args: LayerArgs): tf.layers.Layer {
  return new Subtract(args);
}
