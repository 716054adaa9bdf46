import { parseIdx } from '#main/engine/data/arrays/idx.ts';
import { isNpy, parseNpy } from '#main/engine/data/arrays/npy.ts';
import { isPng, parsePng } from '#main/engine/data/pictures/png.ts';
import { readBytes } from '#main/engine/data/files/readBytes.ts';
import type { NumberArray } from '#main/engine/data/source/table.ts';
import { sizeOf } from '#main/engine/data/source/table.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/**
 * Examples out of a file, recognised by its first bytes: .npy, PNG, else IDX. An array of one example's shape is one
 * example; a missing axis of one channel is added. Problems: those of the formats, `predict.shapeDiffers`.
 */
export async function readExamples(file: string, shape: Shape): Promise<Result<NumberArray>> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  const array = isPng(bytes.value)
    ? parsePng(bytes.value, shape.at(-1) ?? 1, file)
    : isNpy(bytes.value)
      ? parseNpy(bytes.value, file)
      : parseIdx(bytes.value, file);
  if (!array.ok) return array;
  const { values } = array.value;
  const found = array.value.shape;
  const candidates = [found, [1, ...found], [...found, 1], [1, ...found, 1]];
  const fitting = candidates.find((candidate) => fits(candidate.slice(1), shape));
  if (fitting === undefined || sizeOf(fitting) !== values.length) {
    return refuse(
      'predict.shapeDiffers',
      { file, found, expected: ['n', ...shape] },
      { place: { file } },
    );
  }
  return ok({ shape: fitting, values });
}

function fits(example: readonly number[], shape: Shape): boolean {
  return (
    example.length === shape.length &&
    shape.every((size, axis) => size === null || size === example[axis])
  );
}
