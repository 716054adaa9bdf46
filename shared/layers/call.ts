/**
 * A call as data: the engine runs it with tfjs, the printers print it, so what is trained and what is
 * printed cannot differ. Values may hold further calls (initializers, wrapped layers).
 */
export interface Call {
  /**
   * Path of the function below the library's root: `layers.conv2d`, `initializers.glorotUniform` in tfjs,
   * `layers.Conv2D` in Keras (below `keras`).
   */
  readonly fn: string;
  /** Named arguments, in the order in which they are printed. */
  readonly args: Readonly<Record<string, CallValue>>;
  /** The library's OWN defaults of arguments of this call: printers leave out an argument that equals its. */
  readonly defaults?: Readonly<Record<string, CallValue>>;
  /**
   * Module of ours in main/engine/layers/ (without extension; for Keras in its folder python) that supplies `fn` instead of
   * the library.
   * The exported project carries that module's source.
   */
  readonly module?: string;
  /**
   * The one word that the library accepts in place of this call: `heNormal` for `tf.initializers.heNormal({})`.
   * Printers prefer it; the engine ignores it.
   */
  readonly shorthand?: string;
  /** True: the arguments are passed by position, in the order of `args` (`tf.train.adam(0.001, 0.9)`). */
  readonly positional?: true;
  /** How Keras applies the layer that is made, where it takes more than one tensor, or a list of several. */
  readonly application?: Application;
}

/** What a layer of Keras is given when it is applied. */
export interface Application {
  /** `arguments`: one tensor after the other; `list`: one list of them. */
  readonly inputs: 'arguments' | 'list';
  /** It takes so many tensors: where there are fewer, the last one comes again. */
  readonly atLeast: number;
  /** Named arguments besides. */
  readonly args: Readonly<Record<string, CallValue>>;
}

/** A value inside a call. */
export type CallValue =
  | string
  | number
  | boolean
  | null
  | Call
  | readonly CallValue[]
  | { readonly [key: string]: CallValue };

/** Tells a nested call from other values. */
export function isCall(value: CallValue): value is Call {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    typeof (value as { fn?: unknown }).fn === 'string' &&
    'args' in value
  );
}
