import { describe, expect, test } from 'vitest';
import { neighbor } from '#renderer/canvas/actions/neighbor.ts';
import { makeEdge } from '#shared/document/ids.ts';
import type { Graph, NodeId } from '#shared/graph/graph.ts';

const id = (text: string) => text as NodeId;
const card = (name: string, x: number, y: number) => ({
  id: id(name),
  x,
  y,
  width: 126,
  height: 90,
});
const join = (from: string, to: string, port = 0) =>
  makeEdge({ node: id(from), port: 0 }, { node: id(to), port });

const cards = [
  card('in', 0, 65),
  card('up', 190, 0),
  card('down', 190, 130),
  card('add', 380, 65),
  card('next', 0, 300),
];
const graph: Graph = {
  nodes: cards.map(({ id: own, x, y }) => ({
    id: own,
    kind: 'dense',
    name: own,
    params: {},
    position: { x, y },
  })),
  edges: [
    join('in', 'up'),
    join('in', 'down'),
    join('up', 'add'),
    join('down', 'add', 1),
    join('add', 'next'),
  ],
  notes: [],
};

test.each([
  ['in', 'right', 'up'],
  ['up', 'down', 'down'],
  ['down', 'up', 'up'],
  ['up', 'right', 'add'],
  ['add', 'left', 'up'],
  ['add', 'right', 'next'],
  ['next', 'left', 'add'],
  ['in', 'left', null],
  ['in', 'down', 'down'],
] as const)('from %s %s to %s', (from, direction, to) => {
  expect(neighbor(graph, cards, id(from), direction)).toBe(to);
});

describe('a card that does not exist', () => {
  test('leads nowhere', () => {
    expect(neighbor(graph, cards, id('gone'), 'left')).toBeNull();
  });
});
