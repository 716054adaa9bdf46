import { modules } from '#main/engine/compile/modules.ts';
import type { Tf } from '#main/engine/devices/device.ts';
import type { Call, CallValue } from '#shared/layers/call.ts';
import { isCall } from '#shared/layers/call.ts';

/**
 * Executes a call with tfjs, or with the module of ours that it names: looks its function up by its path, runs the calls
 * among its arguments first. An argument that is null is one that is not given, as in printed code.
 */
export function runCall(tf: Tf, call: Call): unknown {
  const args = Object.entries(call.args);
  const library: unknown = call.module === undefined ? tf : modules[call.module];
  const owner: unknown = call.fn
    .split('.')
    .slice(0, -1)
    .reduce<unknown>(
      (value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name],
      library,
    );
  const name = call.fn.split('.').at(-1) ?? call.fn;
  const found = (owner as Readonly<Record<string, unknown>> | undefined)?.[name];
  if (typeof found !== 'function') throw new Error(`There is no function ${call.fn}.`);
  const values =
    call.positional === true
      ? args.map(([, value]) => runValue(tf, value))
      : [
          Object.fromEntries(
            args
              .filter(([, value]) => value !== null)
              .map(([key, value]) => [key, runValue(tf, value)]),
          ),
        ];
  return (found as (...values: unknown[]) => unknown).apply(owner, values);
}

function runValue(tf: Tf, value: CallValue): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isCall(value)) return runCall(tf, value);
  if (isList(value)) return value.map((item) => runValue(tf, item));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, runValue(tf, item)]));
}

function isList(value: CallValue): value is readonly CallValue[] {
  return Array.isArray(value);
}
