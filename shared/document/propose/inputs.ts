import type { DataRecipe } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import { inputShape } from '#shared/data/joinFeatures.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Features that go into the network together. */
export interface ProposedInput {
  readonly name: string;
  readonly features: readonly Feature[];
  readonly shape: Shape;
}

/**
 * Which features feed which input: single numbers and rows of numbers are joined to one, everything else (a picture, a
 * text, a recording) has its own. With windows, what is to be predicted goes in too: its past is what is known of it.
 */
export function proposeInputs(
  recipe: DataRecipe,
  features: readonly Feature[],
): readonly ProposedInput[] {
  const { windows } = recipe;
  const isUsed = ({ role, kind }: Feature) =>
    role === 'input' || (windows !== null && role === 'target' && kind === 'number');
  const used = features.filter(isUsed);
  const joined = used.filter(isRow);
  const groups = [
    ...(joined.length === 0 ? [] : [joined]),
    ...used.filter((each) => !isRow(each)).map((each) => [each]),
  ];
  return groups.map((group) => ({
    name: group.length === 1 ? (group[0]?.name ?? 'data') : 'columns',
    features: group,
    shape: wholeShape(inputShape(group, windows)),
  }));
}

/** A number or a row of numbers, not numbers that look something up. */
function isRow({ kind, shape, dtype, classes }: Feature): boolean {
  const isLookUp = dtype === 'int32' && classes !== null && (shape?.length ?? 0) > 0;
  return ['number', 'category', 'date'].includes(kind) && (shape?.length ?? 2) <= 1 && !isLookUp;
}

function wholeShape(shape: Shape | null): Shape {
  if (shape === null) return [null, null, 3];
  return shape.length === 0 ? [1] : shape;
}
