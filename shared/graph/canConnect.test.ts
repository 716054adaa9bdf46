import { describe, expect, test } from 'vitest';
import { canConnect } from '#shared/graph/canConnect.ts';
import type { EdgeId, Graph, GraphNode, NodeId } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { baseName, freeName, wouldCycle } from '#shared/graph/queries.ts';
import type { ParamValues } from '#shared/layers/params.ts';

const id = (text: string) => text as NodeId;

function node(name: string, kind: string, params: ParamValues = {}): GraphNode {
  return { id: id(name), kind, name, params, position: { x: 0, y: 0 } };
}

const edge = (from: string, to: string, port = 0) => ({
  id: `${from}${to}${port}` as EdgeId,
  from: { node: id(from), port: 0 },
  to: { node: id(to), port },
});

const graph: Graph = {
  nodes: [
    node('image', 'inputLayer', { shape: [8, 8, 3] }),
    node('row', 'inputLayer', { shape: [5] }),
    node('conv', 'conv2d', { filters: 4, padding: 'same' }),
    node('flatten', 'flatten'),
    node('add', 'add'),
    node('lonely', 'dense', { units: 5 }),
    node('out', 'output'),
    node('odd', 'quantum'),
  ],
  edges: [edge('image', 'conv'), edge('conv', 'flatten'), edge('row', 'add', 0)],
  notes: [],
};
const facts = inferGraph(graph, []);

describe('canConnect', () => {
  test.each<[string, string, number, string | null]>([
    ['flatten', 'out', 0, null],
    ['image', 'flatten', 0, null],
    ['lonely', 'out', 0, null],
    ['flatten', 'lonely', 0, null],
    ['row', 'add', 1, null],
    ['row', 'odd', 3, null],
    ['flatten', 'conv', 0, 'graph.wouldCycle'],
    ['conv', 'conv', 0, 'graph.wouldCycle'],
    ['row', 'conv', 0, 'layers.wrongRank'],
    ['conv', 'add', 1, 'merging.shapesDiffer'],
    ['row', 'lonely', 1, 'graph.noSuchPort'],
    ['row', 'image', 0, 'graph.takesNoInput'],
    ['out', 'lonely', 0, 'graph.givesNoOutput'],
    ['row', 'nobody', 0, 'graph.noSuchPort'],
  ])('%s to %s, port %d', (from, to, port, code) => {
    const result = canConnect(graph, facts, { node: id(from), port: 0 }, { node: id(to), port });
    expect(result.ok ? null : result.problem.code).toBe(code);
  });
});

describe('queries', () => {
  test('wouldCycle looks along all ways', () => {
    expect(wouldCycle(graph, id('flatten'), id('image'))).toBe(true);
    expect(wouldCycle(graph, id('image'), id('flatten'))).toBe(false);
  });

  test.each([
    ['conv2d', 'conv2d'],
    ['maxPooling2d', 'max_pooling2d'],
    ['globalAveragePooling2d', 'global_average_pooling2d'],
    ['inputLayer', 'input'],
    ['simpleRNN', 'simple_rnn'],
    ['4x', 'layer'],
  ])('baseName of %s', (kind, name) => {
    expect(baseName(kind)).toBe(name);
  });

  test('freeName counts on', () => {
    expect(freeName(new Set(['a', 'a_1']), 'a')).toBe('a_2');
    expect(freeName(new Set(['b']), 'a')).toBe('a');
  });
});
