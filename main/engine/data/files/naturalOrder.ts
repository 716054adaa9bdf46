const collator = new Intl.Collator('en', { numeric: true });

/** Orders names as people do: `class 2` before `class 10`; names that a language thinks equal by their code units. */
export function naturalOrder(left: string, right: string): number {
  const order = collator.compare(left, right);
  if (order !== 0) return order;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
