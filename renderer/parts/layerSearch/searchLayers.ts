import type { LayerDefinition } from '#shared/layers/defineLayer.ts';

/** How well a layer answers a search; a larger number is better, 0 means not at all. */
function score(layer: LayerDefinition, query: string): number {
  const title = layer.title.toLowerCase();
  if (title === query || layer.kind.toLowerCase() === query || layer.gloss === query) return 100;
  if (title.startsWith(query)) return 90;
  if (layer.gloss.startsWith(query)) return 85;
  if (humps(layer.title).startsWith(query)) return 80;
  if (wordStarts(layer.title).some((start) => title.slice(start).startsWith(query))) return 70;
  if (title.includes(query)) return 60;
  if (layer.gloss.toLowerCase().includes(query)) return 55;
  if (layer.family.includes(query)) return 30;
  if (layer.doc.en.toLowerCase().includes(query) || layer.doc['zh-CN'].includes(query)) return 20;
  return isSubsequence(query, title) ? 10 : 0;
}

/** Where words of a class name begin: `MaxPooling2D` has them at 0, 3 and 10. */
function wordStarts(title: string): readonly number[] {
  return [...title.matchAll(/[A-Z0-9]+[a-z]*/g)].map((match) => match.index);
}

/** First letters of the words, `mp2d` for `MaxPooling2D`. */
function humps(title: string): string {
  return (title.match(/[A-Z0-9]/g) ?? []).join('').toLowerCase();
}

function isSubsequence(query: string, text: string): boolean {
  let at = 0;
  for (const character of text) if (character === query[at]) at += 1;
  return query.length >= 3 && at === query.length;
}

/**
 * Layers that answer a search, best first; equal ones stay in the order of the catalogue. Every word of the query must
 * be answered. An empty query gives all.
 */
export function searchLayers(
  layers: readonly LayerDefinition[],
  query: string,
): readonly LayerDefinition[] {
  const words = query
    .toLowerCase()
    .split(/[\s_]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return layers;
  return layers
    .map((layer) => {
      const scores = words.map((word) => score(layer, word));
      return { layer, total: scores.includes(0) ? 0 : scores.reduce((sum, one) => sum + one, 0) };
    })
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
    .map(({ layer }) => layer);
}
