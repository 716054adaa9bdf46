/** A JSON object whose content is not known yet. */
export type JsonObject = Record<string, unknown>;

/** Tells an object from lists, null and plain values. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of a list; no entries for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Takes keys named `__proto__` out of everything that JSON.parse gave, in place: copying such a key would change what
 * the copy inherits. `false`: lists and objects stand deeper in each other than `maxDepth`, so the value is refused.
 */
export function makeHarmless(value: unknown, maxDepth: number): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { value: current, depth } = entry;
    if (typeof current !== 'object' || current === null) {
      continue;
    }
    if (depth > maxDepth) {
      return false;
    }
    if (Object.hasOwn(current, '__proto__')) {
      Reflect.deleteProperty(current, '__proto__');
    }
    for (const inner of Object.values(current)) {
      if (typeof inner === 'object' && inner !== null) {
        open.push({ value: inner, depth: depth + 1 });
      }
    }
  }
  return true;
}
