/** The object without some of its keys; keys that its type does not name stay. */
export function omit<Value extends object, Key extends keyof Value>(
  object: Value,
  ...keys: readonly Key[]
): Omit<Value, Key> {
  const left = Object.entries(object).filter(([key]) => !keys.includes(key as Key));
  return Object.fromEntries(left) as Omit<Value, Key>;
}
