/**
 * The shape of ONE example, without the batch axis: `[28, 28, 1]` is an image of 28×28 pixels and one
 * channel. `null` is a size that is known only when data flows (a sequence's length).
 * tfjs and Keras put the batch axis before it; only calls and printers do so here.
 */
export type Shape = readonly (number | null)[];

/** One size of a shape; `null` is not known yet. */
export type Size = number | null;

/** A shape as people read it: `26×26×32`; an unknown size is `?`, the shape of a single number `()`. */
export function formatShape(shape: Shape): string {
  return shape.length === 0 ? '()' : shape.map((size) => size ?? '?').join('×');
}

/** True when both shapes have the same sizes; an unknown size equals only an unknown size. */
export function shapesEqual(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** How many numbers one example holds; `null` when a size is unknown. */
export function elementCount(shape: Shape): Size {
  return shape.reduce<Size>(
    (count, size) => (count === null || size === null ? null : count * size),
    1,
  );
}

/** Like `elementCount`, but unknown sizes count as 1: for estimates of work and memory. */
export function knownElementCount(shape: Shape): number {
  return shape.reduce<number>((count, size) => count * (size ?? 1), 1);
}

/**
 * The shape that results when tensors of both shapes are combined number by number. Axes are aligned at the
 * right; a size of 1 stretches; an unknown size stays unknown. `null`: they cannot be combined.
 */
export function broadcastShapes(a: Shape, b: Shape): Shape | null {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const offset = long.length - short.length;
  const result: Size[] = long.slice(0, offset);
  for (const [axis, other] of short.entries()) {
    const size = long[offset + axis] ?? null;
    if (size === null || other === null) result.push(null);
    else if (size === 1) result.push(other);
    else if (other === 1 || other === size) result.push(size);
    else return null;
  }
  return result;
}

/**
 * Turns an axis as Keras counts it (0 is the batch, −1 the last) into an index of a shape without the batch
 * axis; `null` when there is no such axis or it is the batch.
 */
export function axisIndex(axis: number, rank: number): number | null {
  const index = axis < 0 ? rank + axis : axis - 1;
  return Number.isInteger(axis) && index >= 0 && index < rank ? index : null;
}
