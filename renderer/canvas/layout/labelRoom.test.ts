import ELK from 'elkjs/lib/elk.bundled.js';
import { expect, test } from 'vitest';
import { cardsToPlace, linksBetween } from '#renderer/canvas/layout/cardsToPlace.ts';
import { labelFontPx, labelRoom } from '#renderer/canvas/layout/labelRoom.ts';
import { tidyLayout } from '#renderer/canvas/layout/tidyLayout.ts';
import { nodeCard } from '#renderer/parts/cards/nodeCard.ts';
import { textWidth } from '#renderer/parts/cards/textWidth.ts';
import { shapeText } from '#renderer/parts/text/shapeText.ts';
import { templates } from '#shared/document/templates.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Graph, Position } from '#shared/graph/graph.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { nodeById } from '#shared/graph/queries.ts';

const elk = new ELK();

test('a usual shape fits into the usual gap, a longer one takes more', () => {
  expect(labelRoom([[26, 26, 32]])).toBe(0);
  expect(labelRoom([[], [112, 112, 64]])).toBe(20);
});

test.each(templates.map((template) => [template.id, template.document] as const))(
  'every shape of %s stands between its cards, as opened and tidied',
  async (_, document: StrataDocument) => {
    const { graph } = document;
    const facts = inferGraph(graph, document.blocks);
    const opened = new Map(graph.nodes.map(({ id, position }) => [String(id), position]));
    expect(tooLong(graph, facts, opened)).toEqual([]);
    const cards = cardsToPlace(graph, facts);
    const tidied = await tidyLayout(cards, linksBetween(graph), 1280, (root) => elk.layout(root));
    expect(tooLong(graph, facts, tidied)).toEqual([]);
  },
);

/** Shapes on straight edges that reach under a card. */
function tooLong(
  graph: Graph,
  facts: GraphFacts,
  positions: ReadonlyMap<string, Position>,
): readonly string[] {
  return graph.edges.flatMap(({ from, to }) => {
    const [source, target] = [positions.get(from.node), positions.get(to.node)];
    const node = nodeById(graph, from.node);
    const known = node === undefined ? undefined : facts.nodes.get(node.id);
    if (source === undefined || target === undefined || known === undefined) return [];
    const gap = target.x - source.x - nodeCard(facts, known).size.width;
    const text = shapeText(known.outputs?.[from.port] ?? []);
    const isStraight = source.y === target.y && gap > 0;
    return isStraight && gap < textWidth(text, labelFontPx) ? [`${from.node} ${text}: ${gap}`] : [];
  });
}
