/** A number as JavaScript writes it, the shortest text that gives it back; null: not a finite number. */
export function numberText(value: number): string | null {
  return Number.isFinite(value) ? String(value) : null;
}
