import type { Feature } from '#shared/data/feature.ts';

/** A number that is an input, unless `more` says otherwise. */
export function numberFeature(name: string, more: Partial<Feature> = {}): Feature {
  return {
    name,
    role: 'input',
    kind: 'number',
    shape: [],
    dtype: 'float32',
    classes: null,
    ...more,
  };
}

/** A target with classes. */
export function classFeature(name: string, classNames: readonly string[]): Feature {
  return {
    name,
    role: 'target',
    kind: 'category',
    shape: [],
    dtype: 'text',
    classes: classNames.length,
    classNames,
  };
}

/** Pictures of bytes that are an input; `shape` is (height, width, channels). */
export function imageFeature(shape: readonly (number | null)[]): Feature {
  return { name: 'image', role: 'input', kind: 'image', shape, dtype: 'uint8', classes: null };
}
