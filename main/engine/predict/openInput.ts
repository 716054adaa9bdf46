import { arraysSource } from '#main/engine/data/source/arraysSource.ts';
import { cellsSource } from '#main/engine/data/source/cellsSource.ts';
import { isNpy } from '#main/engine/data/arrays/npy.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import { decodePicture } from '#main/engine/data/pictures/decodePicture.ts';
import { pictureFormatOf } from '#main/engine/data/pictures/pictureHead.ts';
import { isPng } from '#main/engine/data/pictures/png.ts';
import type { OpenedSource } from '#main/engine/data/readers/reader.ts';
import { recogniseData } from '#main/engine/data/inspect/recogniseData.ts';
import { sniff } from '#main/engine/data/inspect/sniff.ts';
import { readExamples } from '#main/engine/predict/readExamples.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { DataRecipe, DataSource } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import { sourceFeatures } from '#shared/data/prepareFeatures.ts';
import { findSource } from '#shared/data/sources/index.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** What is to be predicted for. */
export interface PredictInput {
  readonly file: string;
  readonly recipe: DataRecipe;
  /** Names of the features that the model needs, as the source has them. */
  readonly names: ReadonlySet<string>;
  /** A column that is read besides, as text where the document does not know it; null: none. */
  readonly extra?: string | null;
  /** Shape of the model's input, where it has one only. */
  readonly shape: Shape | null;
  readonly signal: AbortSignal;
}

/**
 * Opens a file or folder that holds examples as the document's source does, without their targets: arrays (.npy, IDX), one
 * picture, or anything that a reader knows. Problems: those of the formats and readers, `predict.shapeDiffers`,
 * `predict.columnMissing`.
 */
export async function openInput(input: PredictInput): Promise<Result<OpenedSource>> {
  const { file, recipe, names, signal } = input;
  const sniffed = await sniff(file);
  if (!sniffed.ok) return sniffed;
  const features = rawFeatures(recipe).filter(({ name }) => names.has(name));
  const [only] = features;
  const { head, isFolder } = sniffed.value;
  if (!isFolder && features.length === 1 && only !== undefined) {
    const isKnown = sourceKnowsFeatures(recipe);
    const isPicture = pictureFormatOf(head) !== null;
    if (isNpy(head) || isIdx(head) || (isPng(head) && isKnown)) return openArray(input, only);
    if (isPicture && only.kind === 'image') return openPicture(file, only, isKnown);
  }
  const found = await recogniseData([file]);
  if (!found.ok) return found;
  const { kind, params } = found.value;
  const own = recipe.source?.kind === kind ? recipe.source.params : {};
  const source = { kind, params: { ...withoutPaths(kind, own), ...params } };
  const all = input.extra == null ? features : withColumn(features, recipe, input.extra);
  const opened = await openSource({ source, features: all }, null, signal);
  if (!opened.ok) return opened;
  const has = new Set(opened.value.features.map(({ name }) => name));
  const wanted = input.extra == null ? names : [...names, input.extra];
  const missing = [...wanted].find((name) => !has.has(name));
  if (missing === undefined) return opened;
  await opened.value.close();
  return refuse('predict.columnMissing', { file, feature: missing }, { place: { file } });
}

/** The features of a recipe's source before any step. */
export function rawFeatures(recipe: DataRecipe): readonly Feature[] {
  const definition = findSource(recipe.source?.kind ?? '');
  if (definition === undefined) return recipe.features;
  const { values } = parseParams(definition.params, recipe.source?.params ?? {});
  return sourceFeatures(definition, recipe, values);
}

function withColumn(
  features: readonly Feature[],
  recipe: DataRecipe,
  name: string,
): readonly Feature[] {
  if (features.some((feature) => feature.name === name)) return features;
  const known = rawFeatures(recipe).find((feature) => feature.name === name);
  const text: Feature = {
    name,
    role: 'input',
    kind: 'text',
    shape: [],
    dtype: 'text',
    classes: null,
  };
  // Readers may do without a column that is no input.
  return [...features, known === undefined ? text : { ...known, role: 'input' }];
}

function sourceKnowsFeatures({ source }: DataRecipe): boolean {
  return (findSource(source?.kind ?? '')?.features ?? null) !== null;
}

/**
 * The files of the document's source have nothing to do with what is predicted for; a document from elsewhere must not lead
 * to other files by them either.
 */
function withoutPaths(kind: string, params: DataSource['params']): DataSource['params'] {
  const table = findSource(kind)?.params ?? {};
  const isPath = (name: string): boolean => {
    const param = table[name];
    return param?.type === 'text' && param.path !== undefined;
  };
  return Object.fromEntries(Object.entries(params).filter(([name]) => !isPath(name)));
}

/** The magic number of IDX: two zeros, a type, the number of axes. */
function isIdx(head: Uint8Array): boolean {
  const [first, second, type = 0, axes = 0] = head;
  return first === 0 && second === 0 && type >= 8 && type <= 14 && axes > 0 && axes < 10;
}

async function openArray(
  { file, shape }: PredictInput,
  feature: Feature,
): Promise<Result<OpenedSource>> {
  const expected = feature.shape ?? shape ?? [];
  const array = await readExamples(file, expected);
  return array.ok ? ok(arraysSource([feature], [array.value], null)) : array;
}

async function openPicture(
  file: string,
  feature: Feature,
  isArray: boolean,
): Promise<Result<OpenedSource>> {
  const [height, width, channels] = feature.shape ?? [];
  const isSized = typeof height === 'number' && typeof width === 'number';
  const decoded = await decodePicture(file, {
    height: isSized ? height : 0,
    width: isSized ? width : 0,
    channels: channels === 1 ? 1 : 3,
  });
  if (!decoded.ok) return decoded;
  const { picture } = decoded.value;
  const shape = [picture.height, picture.width, picture.channels];
  const cells: Cells = isArray
    ? { type: 'numbers', shape, values: picture.values }
    : { type: 'pictures', values: [picture] };
  return ok(
    cellsSource([feature], 1, { [feature.name]: cells }, { fingerprint: file, bytes: null }),
  );
}
