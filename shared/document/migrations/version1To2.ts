import type { JsonObject } from '#shared/document/json.ts';
import { isObject } from '#shared/document/json.ts';

/**
 * Version 2 brought features that are found by reading, steps for several features, windows, augmentations, methods of
 * dividing, and inputs that are fed with several features.
 */
export function version1To2(document: JsonObject): JsonObject {
  const { data } = document;
  if (!isObject(data)) return document;
  const { steps, split, bindings } = data;
  return {
    ...document,
    data: {
      ...data,
      features: [],
      steps: Array.isArray(steps) ? steps.map(stepOfSeveral) : steps,
      windows: null,
      augmentations: [],
      split: isObject(split) ? { method: 'random', feature: null, ...split, folds: null } : split,
      bindings:
        isObject(bindings) && isObject(bindings['inputs'])
          ? { ...bindings, inputs: listsOf(bindings['inputs']) }
          : bindings,
    },
  };
}

function stepOfSeveral(step: unknown): unknown {
  if (!isObject(step)) return step;
  const { feature, ...rest } = step;
  return { ...rest, features: typeof feature === 'string' ? [feature] : [] };
}

function listsOf(inputs: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(inputs).map(([id, name]) => [id, typeof name === 'string' ? [name] : []]),
  );
}
