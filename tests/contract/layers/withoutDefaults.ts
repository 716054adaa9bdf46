import type { Call, CallValue } from '#shared/layers/call.ts';
import { isCall } from '#shared/layers/call.ts';

/** A call as printers print it: without the arguments that equal the library's declared default. */
export function withoutDefaults(call: Call): Call {
  const args = Object.entries(call.args).flatMap<[string, CallValue]>(([name, value]) => {
    const declared = call.defaults?.[name];
    if (declared !== undefined && sameValue(declared, value)) return [];
    return [[name, isCall(value) ? withoutDefaults(value) : value]];
  });
  return { ...call, args: Object.fromEntries(args) };
}

function sameValue(a: CallValue, b: CallValue): boolean {
  const plain = (value: CallValue): unknown =>
    isCall(value) ? { fn: value.fn, args: value.args } : value;
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}
