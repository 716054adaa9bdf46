import type { Call, CallValue } from '#shared/layers/call.ts';
import { snakeCase } from '#shared/layers/kerasNames.ts';
import type { ParamTable, PartValue } from '#shared/layers/params.ts';
import type { LocalText } from '#shared/problems/problem.ts';

/** One initializer, regularizer or constraint. */
export interface PartDefinition {
  /** tfjs's factory, `heNormal`; key in documents. */
  readonly kind: string;
  /** Keras class, `HeNormal`; shown to the user. */
  readonly title: string;
  readonly doc: LocalText;
  /** Its arguments; the names are tfjs's. */
  readonly params: ParamTable;
  /** Module of ours in main/engine/layers/ whose function of the same name stands in for tfjs's, where that one will not do. */
  readonly module?: string;
  /** Other values for tfjs alone, where it misreads one. */
  readonly tfjsArguments?: (part: PartValue) => PartValue;
  /** Initializers: the weight shapes that they can fill, when not all. */
  readonly fits?: (shape: readonly number[]) => boolean;
}

/** The rooms that parts live in, in both libraries: `tf.initializers`, `keras.initializers`. */
export type PartRoom = 'initializers' | 'regularizers' | 'constraints';

/** A part's arguments: the chosen ones over the defaults; `null` ones are left to the library. */
function partArguments(definition: PartDefinition, part: PartValue): Record<string, CallValue> {
  const args: Record<string, CallValue> = {};
  for (const [name, param] of Object.entries(definition.params)) {
    const value = part[name] ?? (param.default as CallValue);
    if (value !== null) args[name] = value;
  }
  return args;
}

/** The tfjs call that makes this part; args may be empty, then the kind alone is enough (`shorthand`). */
export function tfjsPart(room: PartRoom, definition: PartDefinition, part: PartValue): Call {
  const args = partArguments(definition, definition.tfjsArguments?.(part) ?? part);
  if (definition.module !== undefined) {
    return { fn: definition.kind, module: definition.module, args };
  }
  const call = { fn: `${room}.${definition.kind}`, args };
  return Object.keys(args).length === 0 && room !== 'regularizers'
    ? { ...call, shorthand: definition.kind }
    : call;
}

/** The Keras call that makes this part. */
export function kerasPart(room: PartRoom, definition: PartDefinition, part: PartValue): Call {
  const args = Object.fromEntries(
    Object.entries(partArguments(definition, part)).map(([name, value]) => [
      snakeCase(name),
      typeof value === 'string' ? snakeCase(value) : value,
    ]),
  );
  const call = { fn: `${room}.${definition.title}`, args };
  return Object.keys(args).length === 0
    ? { ...call, shorthand: snakeCase(definition.title) }
    : call;
}
