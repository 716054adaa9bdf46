import { describe, expect, test } from 'vitest';
import { buildFlow } from '#renderer/canvas/flow/buildFlow.ts';
import { guidesOf } from '#renderer/canvas/flow/guides.ts';
import { blankDocument } from '#renderer/store/blankDocument.ts';
import { type Edit, applyEdit } from '#shared/document/edit.ts';
import { makeEdge } from '#shared/document/ids.ts';
import type { Graph, NodeId } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

const id = (text: string) => text as NodeId;
const node = (name: string, kind: string, x: number, y = 0) => ({
  id: id(name),
  kind,
  name,
  params: {},
  position: { x, y },
});
const join = (from: string, to: string, port = 0) =>
  makeEdge({ node: id(from), port: 0 }, { node: id(to), port });

const graph: Graph = {
  nodes: [node('a', 'inputLayer', 0), node('b', 'flatten', 190), node('c', 'dense', 380)],
  edges: [join('a', 'b'), join('b', 'c')],
  notes: [],
};
const facts = inferGraph(graph, []);
const input = {
  graph,
  facts,
  preview: null,
  selection: [],
  selectedEdges: [],
  positions: new Map(),
  isConnecting: false,
};

function preview(edit: Edit) {
  const after = applyEdit({ ...blankDocument, graph }, edit).graph;
  return { graph: after, facts: inferGraph(after, [], facts) };
}

describe('cards and edges', () => {
  test('a card that does not change stays the same object', () => {
    const before = buildFlow(input);
    const after = buildFlow({ ...input, selection: [id('b')] });
    expect(after.nodes[0]).toBe(before.nodes[0]);
    expect(after.nodes[1]).not.toBe(before.nodes[1]);
    expect(after.nodes[1]?.selected).toBe(true);
    expect(after.edges[0]?.data?.isOfSelection).toBe(true);
  });

  test('a change of shapes alone gives the same lists: only the cards themselves draw it', () => {
    const before = buildFlow(input);
    const wider = preview({ type: 'setParams', node: id('a'), params: { shape: [7, 7] } });
    const after = buildFlow({ ...input, ...wider });
    expect(after.nodes).toBe(before.nodes);
    expect(after.edges).toBe(before.edges);
  });

  test('dots stand where the edges end', () => {
    const [input0, flatten] = buildFlow(input).nodes;
    expect(input0?.handles?.map(({ id: handle, x, y }) => [handle, x, y])).toEqual([
      ['out0', 126, 45],
    ]);
    expect(flatten?.handles?.map(({ id: handle, x, y }) => [handle, x, y])).toEqual([
      ['in0', 0, 45],
      ['out0', 126, 45],
    ]);
  });

  test('a dragged card is drawn where it is held', () => {
    const { nodes } = buildFlow({ ...input, positions: new Map([[id('c'), { x: 10, y: 20 }]]) });
    expect(nodes[2]?.position).toEqual({ x: 10, y: 20 });
  });

  test('a merging layer offers one more input while a connection is made', () => {
    const merged: Graph = {
      nodes: [...graph.nodes, node('add', 'add', 570)],
      edges: [...graph.edges, join('b', 'add'), join('c', 'add', 1)],
      notes: [],
    };
    const merging = { ...input, graph: merged, facts: inferGraph(merged, []) };
    expect(buildFlow(merging).nodes[3]?.data.inputPorts).toBe(2);
    expect(buildFlow({ ...merging, isConnecting: true }).nodes[3]?.data.inputPorts).toBe(3);
  });

  test('of several edges from one dot one carries the shape: the straight one', () => {
    const forked: Graph = {
      nodes: [...graph.nodes, node('d', 'dense', 380, 200)],
      edges: [join('a', 'b'), join('b', 'd'), join('b', 'c')],
      notes: [],
    };
    const { edges } = buildFlow({ ...input, graph: forked, facts: inferGraph(forked, []) });
    expect(edges.map(({ data }) => data?.hasLabel)).toEqual([true, false, true]);
  });
});

describe('looking at an edit', () => {
  test('added, changed and removed things are marked', () => {
    const inserted = node('new', 'dropout', 285, 200);
    const [, edge] = graph.edges;
    if (edge === undefined) throw new Error('the graph has two edges');
    const added = buildFlow({
      ...input,
      preview: preview({ type: 'insertOnEdge', node: inserted, edge: edge.id }),
    });
    expect(added.nodes.map((card) => [card.id, card.data.mark])).toEqual([
      ['a', 'none'],
      ['b', 'none'],
      ['c', 'none'],
      ['new', 'added'],
    ]);
    expect(added.edges.map(({ data }) => data?.mark).sort()).toEqual([
      'added',
      'added',
      'none',
      'removed',
    ]);

    const changed = buildFlow({
      ...input,
      preview: preview({ type: 'setParams', node: id('c'), params: { units: 7 } }),
    });
    expect(changed.nodes[2]?.data.mark).toBe('changed');
    expect(changed.edges[1]?.data?.isPreview).toBe(true);

    const removed = buildFlow({
      ...input,
      preview: preview({ type: 'removeNodes', ids: [id('c')] }),
    });
    expect(removed.nodes.map((card) => card.data.mark)).toEqual(['none', 'none', 'removed']);
  });
});

describe('guides', () => {
  const card = (x: number, y: number) => ({ x, y, width: 126, height: 90 });

  test('show what a card is level with, and nothing else', () => {
    expect(guidesOf(card(200, 10), [card(0, 0)])).toEqual([]);
    expect(guidesOf(card(200, 0), [card(0, 0), card(200, 300)])).toEqual([
      { x: -8, y: 45, width: 342, height: 1 },
      { x: 200, y: -8, width: 1, height: 406 },
    ]);
  });
});
