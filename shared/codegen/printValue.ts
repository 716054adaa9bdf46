import type { Call, CallValue } from '#shared/layers/call.ts';
import { isCall } from '#shared/layers/call.ts';
import type { ParamValue, ParamValues } from '#shared/layers/params.ts';
import { snakeCase } from '#shared/codegen/identifiers.ts';

/** Code in place of a value: an identifier, a template string. */
export class Verbatim {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A call's value with code in it. */
export type PrintValue =
  CallValue | Verbatim | PrintCall | readonly PrintValue[] | { readonly [key: string]: PrintValue };

/** A call with code in it. */
export interface PrintCall extends Omit<Call, 'args'> {
  readonly args: Readonly<Record<string, PrintValue>>;
}

/**
 * Puts references back where a layer inside a block takes a value from the block's parameters: an argument of the
 * parameter's name that holds the parameter's value. Where a layer computes something else from it, the value stays,
 * and blocks that differ in it become functions of their own.
 */
export function withReferences(
  call: Call,
  own: ParamValues,
  bound: ParamValues,
  identifierOf: (param: string) => string,
): PrintCall {
  const references = new Map<string, { readonly param: string; readonly value: string }>();
  for (const [name, value] of Object.entries(own)) {
    const param = referredParam(value);
    if (param === null) continue;
    references.set(snakeCase(name), { param, value: JSON.stringify(bound[name] ?? null) });
  }
  const replaceIn = (inner: Call): PrintCall => {
    const args = Object.entries(inner.args).map(([name, value]): [string, PrintValue] => {
      const reference = references.get(snakeCase(name));
      if (reference !== undefined && JSON.stringify(value) === reference.value) {
        return [name, new Verbatim(identifierOf(reference.param))];
      }
      return [name, isCall(value) ? replaceIn(value) : value];
    });
    return { ...inner, args: Object.fromEntries(args) };
  };
  return references.size === 0 ? call : replaceIn(call);
}

/** The block parameter that a document's value refers to; null: it is a value. */
export function referredParam(value: ParamValue | undefined): string | null {
  if (typeof value !== 'object' || value === null || !('param' in value)) return null;
  return typeof value.param === 'string' ? value.param : null;
}

/** Tells a nested call from other values. */
export function isPrintCall(value: PrintValue): value is PrintCall {
  return !(value instanceof Verbatim) && isCall(value as CallValue);
}

/** Tells a list from other values. */
export function isValueList(value: PrintValue): value is readonly PrintValue[] {
  return Array.isArray(value);
}

/** The arguments that a printer writes: those that differ from the library's own defaults. */
export function writtenArguments(call: PrintCall): readonly (readonly [string, PrintValue])[] {
  const entries = Object.entries(call.args);
  const isDefault = ([name, value]: readonly [string, PrintValue]) =>
    call.defaults !== undefined &&
    name in call.defaults &&
    !(value instanceof Verbatim) &&
    sameText(value) === sameText(call.defaults[name] ?? null);
  if (call.positional !== true) return entries.filter((entry) => !isDefault(entry));
  // By position only the last ones can be left out.
  const last = entries.findLastIndex((entry) => !isDefault(entry));
  return entries.slice(0, last + 1);
}

/** Text to compare values by; a call that one word can stand for is equal to that word. */
function sameText(value: PrintValue): string {
  return JSON.stringify(isPrintCall(value) && value.shorthand ? value.shorthand : value);
}
