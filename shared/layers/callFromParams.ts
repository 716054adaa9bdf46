import type { Call, CallValue } from '#shared/layers/call.ts';
import { snakeCase } from '#shared/layers/kerasNames.ts';
import type {
  Param,
  ParamTable,
  ParamValues,
  PartParam,
  PartValue,
} from '#shared/layers/params.ts';
import { findPart, partCatalogues } from '#shared/layers/partCatalogues.ts';
import { kerasPart, tfjsPart } from '#shared/layers/parts.ts';

type Args = Readonly<Record<string, CallValue>>;

/** Values as a layer's functions receive them: complete and valid. */
type CompleteValues = Readonly<Record<string, unknown>>;

function isPartParam(param: Param): param is PartParam {
  return (
    param.type === 'initializer' || param.type === 'regularizer' || param.type === 'constraint'
  );
}

function mapArguments(
  table: ParamTable,
  params: CompleteValues,
  convert: (param: Param, value: CallValue) => CallValue,
): Record<string, CallValue> {
  return Object.fromEntries(
    Object.entries(table).map(([name, param]) => {
      const value = (params[name] ?? null) as CallValue;
      return [name, value === null ? null : convert(param, value)];
    }),
  );
}

/** Every parameter of the table as an argument of a tfjs call, under its own name. */
function tfjsArguments(table: ParamTable, params: CompleteValues): Record<string, CallValue> {
  return mapArguments(table, params, (param, value) => {
    const part = isPartParam(param) ? findPart(param.type, value as PartValue) : undefined;
    return part && isPartParam(param)
      ? tfjsPart(partCatalogues[param.type].room, part, value as PartValue)
      : value;
  });
}

/** Every parameter of the table as an argument of a Keras call: names and choices in snake_case. */
function kerasArguments(table: ParamTable, params: CompleteValues): Record<string, CallValue> {
  const args = mapArguments(table, params, (param, value) => {
    if (param.type === 'choice') return snakeCase(value as string);
    const part = isPartParam(param) ? findPart(param.type, value as PartValue) : undefined;
    return part && isPartParam(param)
      ? kerasPart(partCatalogues[param.type].room, part, value as PartValue)
      : value;
  });
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [snakeCase(name), value]));
}

/** What both libraries do when an argument of such a type is left out. */
function commonDefaults(table: ParamTable): Record<string, CallValue> {
  const entries = Object.entries(table).flatMap<[string, CallValue]>(([name, param]) => {
    if (param.type === 'regularizer' || param.type === 'constraint') return [[name, null]];
    return name === 'trainable' || name === 'useBias' ? [[name, true]] : [];
  });
  return Object.fromEntries(entries);
}

/** Initializers named by their kind in the declared defaults become the calls that they stand for. */
function defaultCalls(
  table: ParamTable,
  defaults: ParamValues,
  convert: (table: ParamTable, params: CompleteValues) => Record<string, CallValue>,
): Record<string, CallValue> {
  const named = Object.entries(defaults).filter(([name]) => name in table);
  const tableOfNamed = Object.fromEntries(
    named.flatMap(([name]) => (table[name] ? [[name, table[name]]] : [])),
  );
  return convert(tableOfNamed, Object.fromEntries(named));
}

/**
 * The tfjs call that passes every parameter of the table. `defaults` declares what tfjs itself takes for an argument that
 * is left out, written like parameter values (`{kind: 'glorotNormal'}`); regularizers, constraints, `useBias` and
 * `trainable` are declared already. Arguments without a declared default are always printed.
 */
export function tfjsCall(
  fn: string,
  table: ParamTable,
  params: CompleteValues,
  defaults: ParamValues = {},
): Call {
  return {
    fn,
    args: tfjsArguments(table, params),
    defaults: { ...commonDefaults(table), ...defaultCalls(table, defaults, tfjsArguments) },
  };
}

/** The Keras call, as `tfjsCall`; `defaults` declares Keras's own, under our parameters' names. */
export function kerasCall(
  fn: string,
  table: ParamTable,
  params: CompleteValues,
  defaults: ParamValues = {},
): Call {
  const common = Object.entries(commonDefaults(table));
  return {
    fn,
    args: kerasArguments(table, params),
    defaults: {
      ...Object.fromEntries(common.map(([name, value]) => [snakeCase(name), value])),
      ...defaultCalls(table, defaults, kerasArguments),
    },
  };
}

/** A call with other arguments: `changes` replaces or adds; `defaults` declares the library's own values of these. */
export function withArguments(call: Call, changes: Args, defaults: Args = {}): Call {
  return {
    ...call,
    args: { ...call.args, ...changes },
    defaults: { ...call.defaults, ...defaults },
  };
}

/** A call answered by a module of ours, main/engine/layers/<module>.ts: by the function of its own name, or by `fn`. */
export function fromModule(call: Call, module: string, fn = module): Call {
  return { ...call, fn, module };
}
