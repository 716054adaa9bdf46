import type { StrataDocument } from '#shared/document/document.ts';

/** Keys in the order in which files hold them; other keys follow in their own order. */
const keyOrder: readonly string[] = [
  ...['format', 'version', 'id', 'kind', 'name', 'seed', 'graph', 'blocks', 'data', 'training'],
  ...['nodes', 'edges', 'notes', 'params', 'position', 'block', 'sharesWeightsWith'],
  ...['from', 'to', 'node', 'port', 'x', 'y', 'text', 'width', 'height'],
  ...['source', 'features', 'steps', 'windows', 'augmentations', 'split', 'bindings'],
  ...['role', 'shape', 'dtype', 'classes', 'classNames', 'feature', 'inputs', 'outputs'],
  ...['length', 'horizon', 'stride', 'series'],
  ...['method', 'validation', 'validationFraction', 'testFraction', 'folds', 'fold'],
  ...['optimizer', 'schedule', 'batchSize', 'epochs', 'shuffle', 'stopping'],
  ...['loss', 'weight', 'metrics'],
  ...['monitor', 'patienceEpochs', 'minDelta', 'restoreBestWeights'],
];

const places: ReadonlyMap<string, number> = new Map(keyOrder.map((key, place) => [key, place]));

/** Objects whose keys are the user's own words or ids keep the order of those. */
const freeObjects: ReadonlySet<string> = new Set(['params', 'inputs', 'outputs']);

/**
 * The text of a `.strata` file: JSON, indented by two, the same document always the same text, a newline at the end.
 * Keys that the program does not know are written as they were read.
 */
export function writeDocument(document: StrataDocument): string {
  return `${JSON.stringify(document, sortKeys, 2)}\n`;
}

function sortKeys(this: unknown, key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || freeObjects.has(key)) {
    return value;
  }
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (places.get(a) ?? places.size) - (places.get(b) ?? places.size)),
  );
}
