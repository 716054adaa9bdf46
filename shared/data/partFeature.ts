import type { DataRecipe } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { ParamValues } from '#shared/layers/params.ts';

const name = 'part';
const classNames = ['train', 'validation'];

/**
 * The feature that tells rows of training from rows of validation, where the validation part lies in a file or folder of its
 * own: its rows follow those of the training part. Has the source a column of that name, a number is added.
 */
export function partFeature(names: readonly string[] = []): Feature {
  const used = new Set(names.map((each) => each.toLowerCase()));
  let free = name;
  for (let again = 2; used.has(free); again += 1) free = `${name}_${again}`;
  return {
    name: free,
    role: 'ignored',
    kind: 'category',
    shape: [],
    dtype: 'text',
    classes: classNames.length,
    classNames,
  };
}

/** That feature among those of a source: the last one, for it comes after the columns of the files. */
export function findPartFeature(features: readonly Feature[]): Feature | undefined {
  return features.findLast(
    (feature) =>
      /^part(_\d+)?$/.test(feature.name) && feature.classNames?.join() === classNames.join(),
  );
}

/** Whether parameters of a source name a validation part of its own. */
function namesValidation(params: ParamValues): boolean {
  return ['validationFile', 'validationFolder'].some((param) => (params[param] ?? '') !== '');
}

/**
 * What changes with a parameter of a recipe's source: a validation part that is named, or no longer, changes how rows are
 * divided with it.
 */
export function withSourceParam(
  recipe: DataRecipe,
  param: string,
  value: string | number | boolean | null,
): Partial<DataRecipe> {
  if (recipe.source === null) return {};
  const source = { ...recipe.source, params: { ...recipe.source.params, [param]: value } };
  const had = namesValidation(recipe.source.params);
  const has = namesValidation(source.params);
  if (had === has) return { source };
  const { features, split } = recipe;
  if (has) {
    const part = partFeature(features.map((feature) => feature.name));
    return {
      source,
      features: [...features, part],
      split: { ...split, method: 'column', feature: part.name },
    };
  }
  const part = findPartFeature(features);
  const isByPart = split.method === 'column' && split.feature === part?.name;
  return {
    source,
    features: features.filter((feature) => feature !== part),
    split: isByPart ? { ...split, method: 'random', feature: null } : split,
  };
}
