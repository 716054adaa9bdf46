import type { FeatureRole } from '#shared/data/data.ts';
import type { Shape } from '#shared/shape/shape.ts';

export type { FeatureRole };

/** What the values of a feature are. `sequence`: numbers in an order; `boxes`: objects in a picture. */
export type FeatureKind =
  'number' | 'category' | 'text' | 'date' | 'image' | 'audio' | 'sequence' | 'boxes';

/** One part of every example: an image, a row's numbers, a label. */
export interface Feature {
  readonly name: string;
  /** What it is used for. */
  readonly role: FeatureRole;
  readonly kind: FeatureKind;
  /** Shape for one example; `[]`: a single number or text. `null`: not known, or of many sizes. */
  readonly shape: Shape | null;
  readonly dtype: 'float32' | 'int32' | 'uint8' | 'text';
  /** Number of classes, of a category or of class numbers; `null`: it holds none, or it is not known yet. */
  readonly classes: number | null;
  /** Names of the classes, where the source has them: the n-th is the class of number n. */
  readonly classNames?: readonly string[];
}

/** Whether each example is of one class: of a category, or of class numbers. Boxes name a class each, and there may be several. */
export function hasClass({ kind, classes }: Pick<Feature, 'kind' | 'classes'>): boolean {
  return kind === 'category' || (kind !== 'boxes' && (classes ?? 0) > 1);
}
