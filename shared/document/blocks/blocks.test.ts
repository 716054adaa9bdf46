import { describe, expect, test } from 'vitest';
import { canMakeBlock } from '#shared/document/blocks/makeBlock.ts';
import { checkDocument } from '#shared/document/checkDocument.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Edit } from '#shared/document/edit.ts';
import { applyEdit } from '#shared/document/edit.ts';
import { makeEdge } from '#shared/document/ids.ts';
import { findTemplate } from '#shared/document/templates.ts';
import type { BlockId, Graph, NodeId } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

const node = (text: string) => text as NodeId;
const block = (text: string) => text as BlockId;

function template(name: string): StrataDocument {
  const found = findTemplate(name);
  if (found === undefined) throw new Error(`No template ${name}`);
  return found.document;
}

const cnn = template('mnist-cnn');
const features = ['conv2d', 'max_pooling2d', 'conv2d_1', 'max_pooling2d_1'].map(node);

function make(document: StrataDocument, ids: readonly NodeId[], id = 'b', inside?: BlockId) {
  return applyEdit(document, {
    type: 'makeBlock',
    ids,
    block: block(id),
    instance: node(`${id}1`),
    name: `Block ${id}`,
    ...(inside === undefined ? {} : { inside }),
  });
}

function totals(document: StrataDocument) {
  const facts = inferGraph(document.graph, document.blocks);
  const problems = checkDocument(document, facts).filter(({ severity }) => severity === 'error');
  const { parameterCount, multiplyAdds } = facts.totals;
  return { parameterCount, multiplyAdds, problems };
}

function kinds(graph: Graph | undefined) {
  return graph?.nodes.map(({ kind }) => kind);
}

describe('making a block', () => {
  test('layers become one node; the network computes what it did', () => {
    const after = make(cnn, features);
    expect(kinds(after.graph)).toEqual([
      'inputLayer',
      'block',
      'conv2d',
      'flatten',
      'dense',
      'dense',
      'output',
    ]);
    expect(kinds(after.blocks[0]?.graph)).toEqual([
      'inputLayer',
      'conv2d',
      'maxPooling2d',
      'conv2d',
      'maxPooling2d',
      'output',
    ]);
    expect(after.graph.nodes[1]?.name).toBe('block_b');
    // The inner input is of the shape that arrives, so that the block can be looked at by itself.
    expect(after.blocks[0]?.graph.nodes[0]?.params).toEqual({});
    expect(totals(after)).toEqual({ ...totals(cnn), problems: [] });
  });

  test('an inner input takes the shape of what arrives', () => {
    const after = make(cnn, [node('conv2d_1')]);
    expect(after.blocks[0]?.graph.nodes[0]?.params).toEqual({ shape: [13, 13, 32] });
  });

  test('the inputs and outputs of the network stay outside', () => {
    const all = cnn.graph.nodes.map(({ id }) => id);
    const after = make(cnn, all);
    expect(kinds(after.graph)).toEqual(['inputLayer', 'block', 'output']);
    expect(totals(after)).toEqual({ ...totals(cnn), problems: [] });
  });

  test('each source is one input, each result one output', () => {
    const two = template('two-inputs');
    const inner = two.graph.nodes.filter(({ kind }) => !['inputLayer', 'output'].includes(kind));
    const after = make(
      two,
      inner.map(({ id }) => id),
    );
    const ends = (kind: string) => two.graph.nodes.filter((each) => each.kind === kind).length;
    const count = (kind: string) =>
      after.blocks[0]?.graph.nodes.filter((each) => each.kind === kind).length;
    expect(count('inputLayer')).toBe(ends('inputLayer'));
    expect(count('output')).toBe(ends('output'));
    expect(totals(after)).toEqual({ ...totals(two), problems: [] });
  });

  test('blocks lie in blocks', () => {
    const outer = make(cnn, features);
    const inner = make(outer, [node('conv2d'), node('max_pooling2d')], 'c', block('b'));
    expect(kinds(inner.blocks[0]?.graph)).toEqual([
      'inputLayer',
      'block',
      'conv2d',
      'maxPooling2d',
      'output',
    ]);
    expect(totals(inner)).toEqual({ ...totals(cnn), problems: [] });
  });

  test.each<[string, readonly NodeId[], string]>([
    ['nothing', [], 'blocks.nothingChosen'],
    ['only ends', [node('image')], 'blocks.nothingChosen'],
    ['a gap in a chain', [node('conv2d'), node('conv2d_1')], 'blocks.pathLeaves'],
  ])('is refused for %s', (_, ids, code) => {
    const result = canMakeBlock(cnn.graph, ids);
    expect(result.ok ? null : result.problem.code).toBe(code);
    expect(make(cnn, ids)).toBe(cnn);
  });

  test('is refused where weights are shared across its edge', () => {
    const sharing = applyEdit(cnn, {
      type: 'setSharing',
      node: node('max_pooling2d_1'),
      with: node('max_pooling2d'),
    });
    const result = canMakeBlock(sharing.graph, [node('max_pooling2d')]);
    expect(result.ok ? null : result.problem.code).toBe('blocks.weightsShared');
  });
});

describe('parameters of a block', () => {
  const made = make(cnn, features);
  const expose: Edit = {
    type: 'exposeParam',
    block: block('b'),
    node: node('conv2d'),
    param: 'filters',
    as: 'filters',
  };
  const exposed = applyEdit(made, expose);

  test('an exposed one keeps its value as the default, and instances set it', () => {
    expect(exposed.blocks[0]?.params).toMatchObject({ filters: { type: 'integer', default: 32 } });
    expect(totals(exposed)).toEqual(totals(cnn));
    const narrow = applyEdit(exposed, {
      type: 'setParams',
      node: node('b1'),
      params: { filters: 8 },
    });
    expect(narrow.graph.nodes[1]?.params).toEqual({ filters: 8 });
    expect(totals(narrow).parameterCount).toBeLessThan(totals(cnn).parameterCount);
    expect(applyEdit(exposed, expose)).toBe(exposed);
  });

  test('two layers share one parameter', () => {
    const both = applyEdit(exposed, { ...expose, node: node('conv2d_1') });
    const wide = applyEdit(both, { type: 'setParams', node: node('b1'), params: { filters: 4 } });
    const facts = inferGraph(wide.graph, wide.blocks);
    expect(facts.nodes.get(node('b1'))?.outputs).toEqual([[5, 5, 4]]);
    // A parameter of another type does not join.
    expect(applyEdit(both, { ...expose, param: 'padding' })).toBe(both);
  });

  test('a fixed one holds for all instances', () => {
    const set = applyEdit(exposed, { type: 'setParams', node: node('b1'), params: { filters: 8 } });
    const fixed = applyEdit(set, { type: 'fixParam', block: block('b'), name: 'filters' });
    expect(fixed.blocks[0]?.params).toEqual({});
    expect(fixed.graph.nodes[1]?.params).toEqual({});
    expect(totals(fixed)).toEqual(totals(cnn));
  });
});

describe('dissolving', () => {
  test('gives the network that was there, with the arguments of the instance', () => {
    const made = make(cnn, features);
    const back = applyEdit(made, { type: 'dissolveBlock', node: node('b1') });
    expect(kinds(back.graph)).toEqual(kinds(cnn.graph));
    expect(back.graph.nodes.map(({ name }) => name)).toEqual(
      cnn.graph.nodes.map(({ name }) => name),
    );
    const ways = (graph: Graph) =>
      graph.edges.map(({ from, to }) => `${from.node}>${to.node}:${to.port}`).sort();
    expect(ways(back.graph)).toEqual(ways(cnn.graph));
    expect(totals(back)).toEqual({ ...totals(cnn), problems: [] });
  });

  test('of the second instance gives names that are free', () => {
    const small = make(cnn, [node('conv2d_2')]);
    const twice = applyEdit(small, {
      type: 'addNode',
      node: {
        id: node('again'),
        kind: 'block',
        block: block('b'),
        name: 'again',
        params: {},
        position: { x: 0, y: 0 },
      },
    });
    const joined = applyEdit(twice, {
      type: 'connect',
      edge: makeEdge({ node: node('image'), port: 0 }, { node: node('again'), port: 0 }),
    });
    const once = applyEdit(joined, { type: 'dissolveBlock', node: node('b1') });
    const both = applyEdit(once, { type: 'dissolveBlock', node: node('again') });
    expect(new Set(both.graph.nodes.map(({ name }) => name)).size).toBe(both.graph.nodes.length);
    expect(kinds(both.graph)?.filter((kind) => kind === 'conv2d')).toHaveLength(4);
    const entry = both.graph.edges.filter(({ from }) => from.node === node('image'));
    expect(entry).toHaveLength(2);
    // Nothing uses it any more.
    expect(applyEdit(joined, { type: 'removeBlock', id: block('b') })).toBe(joined);
    expect(applyEdit(both, { type: 'removeBlock', id: block('b') }).blocks).toEqual([]);
  });
});
