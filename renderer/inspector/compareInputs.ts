import type { Shape } from '#shared/shape/shape.ts';

/** One row of the table of a merging layer's inputs. */
export interface AxisRow {
  /** Which axis: 0 based, the batch axis left out. */
  readonly axis: number;
  /** Number of axes, which decides what the axis is called. */
  readonly rank: number;
  /** Size for each input; undefined: that input has no such axis. */
  readonly sizes: readonly (number | null | undefined)[];
  /** The sizes are one and the same. */
  readonly isSame: boolean;
  /** Which sizes differ from the first input's. */
  readonly differs: readonly boolean[];
}

/** Compares inputs axis by axis. Unknown sizes fit any. */
export function compareInputs(shapes: readonly (Shape | null)[]): readonly AxisRow[] {
  const known = shapes.filter((shape): shape is Shape => shape !== null);
  const rank = Math.max(0, ...known.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, axis) => {
    const sizes = known.map((shape) => shape[axis]);
    const first = sizes[0];
    const differs = sizes.map(
      (size) =>
        (size === undefined) !== (first === undefined) ||
        (typeof size === 'number' && typeof first === 'number' && size !== first),
    );
    return { axis, rank, sizes, isSame: !differs.includes(true), differs };
  });
}

/** Key of an axis's name in the `inspector` texts. */
export function axisName(
  axis: number,
  rank: number,
): 'height' | 'width' | 'channels' | 'steps' | 'features' | null {
  if (rank === 3) return (['height', 'width', 'channels'] as const)[axis] ?? null;
  if (rank === 2) return (['steps', 'features'] as const)[axis] ?? null;
  return rank === 1 ? 'features' : null;
}
