import { describe, expect, test } from 'vitest';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Edit } from '#shared/document/edit.ts';
import { applyEdit, editLabel } from '#shared/document/edit.ts';
import { copyFragment, freshFragment } from '#shared/document/fragment.ts';
import { makeEdge } from '#shared/document/ids.ts';
import { newNode } from '#shared/document/newNode.ts';
import { findTemplate } from '#shared/document/templates.ts';
import type { BlockId, GraphNode, NodeId } from '#shared/graph/graph.ts';
import { uniqueName } from '#shared/graph/queries.ts';

const id = (text: string) => text as NodeId;

function template(name: string): StrataDocument {
  const found = findTemplate(name);
  if (found === undefined) throw new Error(`No template ${name}`);
  return found.document;
}

const cnn = template('mnist-cnn');

/** Edges as `from>to:port`, for short tables. */
function edges({ graph }: StrataDocument): readonly string[] {
  return graph.edges.map((edge) => `${edge.from.node}>${edge.to.node}:${edge.to.port}`);
}

function nodeOf({ graph }: StrataDocument, name: string): GraphNode | undefined {
  return graph.nodes.find((each) => each.name === name);
}

const dropout = (name = 'dropout'): GraphNode => ({
  id: id(name),
  kind: 'dropout',
  name,
  params: {},
  position: { x: 0, y: 0 },
});

describe('nodes', () => {
  test('new ones have a free name and hold what differs from the defaults', () => {
    expect(
      newNode(cnn.graph, 'conv2d', { x: 1, y: 2 }, { filters: 16, padding: 'valid' }),
    ).toMatchObject({
      kind: 'conv2d',
      name: 'conv2d_3',
      params: { filters: 16 },
      position: { x: 1, y: 2 },
    });
    expect(uniqueName(cnn.graph, 'inputLayer')).toBe('input');
    expect(uniqueName(cnn.graph, 'globalAveragePooling2d')).toBe('global_average_pooling2d');
  });

  test('setParams leaves out what equals a default, and touches nothing else', () => {
    const after = applyEdit(cnn, {
      type: 'setParams',
      node: id('conv2d'),
      params: { filters: 8, activation: 'linear' },
    });
    expect(nodeOf(after, 'conv2d')?.params).toEqual({ filters: 8 });
    expect(after.graph.edges).toBe(cnn.graph.edges);
    expect(after.graph.nodes[2]).toBe(cnn.graph.nodes[2]);
    expect(after.training).toBe(cnn.training);
    expect(nodeOf(cnn, 'conv2d')?.params['filters']).toBe(32);
  });

  test('a copy has fresh ids and names, the edges among it and no others', () => {
    const fragment = copyFragment(cnn.graph, [id('conv2d'), id('max_pooling2d')]);
    const fresh = freshFragment(cnn.graph, fragment, { x: 20, y: 20 });
    const after = applyEdit(cnn, { type: 'pasteGraph', fragment: fresh });
    expect(after.graph.nodes.slice(-2).map((each) => each.name)).toEqual([
      'conv2d_3',
      'max_pooling2d_2',
    ]);
    expect(after.graph.edges).toHaveLength(cnn.graph.edges.length + 1);
    expect(new Set(after.graph.nodes.map((each) => each.id)).size).toBe(12);
  });

  test('pasting what is there already changes ids and names', () => {
    const fragment = copyFragment(cnn.graph, [id('dense'), id('dense_1')]);
    const after = applyEdit(cnn, { type: 'pasteGraph', fragment });
    expect(after.graph.nodes.slice(-2).map((each) => [each.id, each.name])).toEqual([
      ['dense_2', 'dense_2'],
      ['dense_1_1', 'dense_3'],
    ]);
    expect(edges(after).at(-1)).toBe('dense_2>dense_1_1:0');
  });

  test('replaceNode keeps place and edges, renames what the program named', () => {
    const after = applyEdit(cnn, {
      type: 'replaceNode',
      node: id('max_pooling2d'),
      kind: 'averagePooling2d',
      params: {},
    });
    expect(nodeOf(after, 'average_pooling2d')).toMatchObject({
      id: 'max_pooling2d',
      kind: 'averagePooling2d',
      position: cnn.graph.nodes[2]?.position,
    });
    expect(edges(after)).toEqual(edges(cnn));
  });
});

describe('edges', () => {
  test('connect replaces what holds the port', () => {
    const after = applyEdit(cnn, {
      type: 'connect',
      edge: makeEdge({ node: id('flatten'), port: 0 }, { node: id('dense_1'), port: 0 }),
    });
    expect(edges(after)).toContain('flatten>dense_1:0');
    expect(edges(after)).not.toContain('dense>dense_1:0');
    expect(after.graph.edges).toHaveLength(9);
  });

  test('insertOnEdge stands in the middle', () => {
    const after = applyEdit(cnn, {
      type: 'insertOnEdge',
      node: dropout(),
      edge: 'dense_1:0' as never,
    });
    expect(edges(after)).toContain('dense>dropout:0');
    expect(edges(after)).toContain('dropout>dense_1:0');
    expect(after.graph.edges).toHaveLength(10);
  });
});

describe('removeNodes', () => {
  const remove = (document: StrataDocument, bridge: boolean, ...names: readonly string[]) =>
    applyEdit(document, { type: 'removeNodes', ids: names.map(id), bridge });

  test('leaves a gap, or bridges it', () => {
    expect(edges(remove(cnn, false, 'dense'))).not.toContain('flatten>dense_1:0');
    expect(edges(remove(cnn, true, 'dense'))).toContain('flatten>dense_1:0');
    expect(edges(remove(cnn, true, 'flatten', 'dense'))).toContain('conv2d_2>dense_1:0');
  });

  test('does not bridge where the shapes forbid it', () => {
    const spatial = template('two-inputs');
    expect(edges(remove(spatial, true, 'dense'))).toContain('first>concatenate:0');
    const after = remove(
      applyEdit(cnn, {
        type: 'insertOnEdge',
        node: { ...dropout('embed'), kind: 'reshape', params: { targetShape: [24, 24, 1] } },
        edge: 'conv2d_2:0' as never,
      }),
      true,
      'max_pooling2d_1',
      'embed',
    );
    expect(edges(after)).toContain('conv2d_1>conv2d_2:0');
    const row = applyEdit(cnn, {
      type: 'insertOnEdge',
      node: { ...dropout('back'), kind: 'reshape', params: { targetShape: [24, 24, 1] } },
      edge: 'dense:0' as never,
    });
    const image = applyEdit(row, {
      type: 'replaceNode',
      node: id('dense'),
      kind: 'conv2d',
      params: {},
    });
    expect(edges(remove(image, true, 'back'))).not.toContain('flatten>dense:0');
  });

  test('an output takes its training and its binding with it', () => {
    const after = remove(cnn, true, 'digit');
    expect(after.training.outputs).toEqual({});
    expect(after.data.bindings).toEqual({ inputs: { image: ['image'] }, outputs: {} });
    expect(remove(cnn, true, 'image').data.bindings.inputs).toEqual({});
  });

  test('a layer that is called again passes to the next that calls it', () => {
    const share = (name: string): Edit => ({
      type: 'addNode',
      node: { ...dropout(name), kind: 'dense', params: {}, sharesWeightsWith: id('dense') },
    });
    const shared = [share('second'), share('third')].reduce(applyEdit, cnn);
    const after = remove(shared, true, 'dense');
    expect(nodeOf(after, 'second')).toMatchObject({ params: { units: 64, activation: 'relu' } });
    expect(nodeOf(after, 'second')?.sharesWeightsWith).toBeUndefined();
    expect(nodeOf(after, 'third')?.sharesWeightsWith).toBe('second');
  });

  test('nodes that are not there change nothing', () => {
    expect(remove(cnn, true, 'nobody')).toBe(cnn);
  });
});

describe('recipes, notes and blocks', () => {
  test('parts that are not named stay', () => {
    const after = applyEdit(cnn, { type: 'setTraining', training: { epochs: 9 } });
    expect(after.training).toMatchObject({ epochs: 9, batchSize: 64 });
    expect(after.training.outputs).toBe(cnn.training.outputs);
  });

  test('notes are added, changed and removed', () => {
    const note = { id: 'n', text: 'a', position: { x: 0, y: 0 }, width: 100, height: 50 };
    const added = applyEdit(cnn, { type: 'addNote', note });
    const changed = applyEdit(added, { type: 'setNote', id: 'n', note: { text: 'b' } });
    expect(changed.graph.notes).toEqual([{ ...note, text: 'b' }]);
    expect(applyEdit(changed, { type: 'removeNote', id: 'n' }).graph.notes).toEqual([]);
  });

  test('an edit can change the graph of a block', () => {
    const block = 'b' as BlockId;
    const document = {
      ...cnn,
      blocks: [{ id: block, name: 'b', params: {}, graph: { nodes: [], edges: [], notes: [] } }],
    };
    const after = applyEdit(document, { type: 'addNode', block, node: dropout() });
    expect(after.blocks[0]?.graph.nodes.map((each) => each.name)).toEqual(['dropout']);
    expect(after.graph).toBe(document.graph);
  });

  test('a batch is one step', () => {
    const after = applyEdit(cnn, {
      type: 'batch',
      label: { en: 'Two', 'zh-CN': '两步' },
      edits: [
        { type: 'setName', name: 'other' },
        { type: 'setSeed', seed: 7 },
      ],
    });
    expect(after).toMatchObject({ name: 'other', seed: 7 });
  });
});

describe('labels', () => {
  test.each<[Edit, string, string]>([
    [
      { type: 'setParams', node: id('x'), params: { filters: 8 } },
      'Change filters',
      '修改 filters',
    ],
    [{ type: 'addNode', node: dropout() }, 'Add Dropout', '添加 Dropout'],
    [{ type: 'removeNodes', ids: [id('a'), id('b')] }, 'Delete 2 layers', '删除 2 个层'],
    [{ type: 'setTraining', training: { batchSize: 1 } }, 'Change batch size', '修改批大小'],
    [{ type: 'setData', data: { source: null } }, 'Choose data', '选择数据'],
  ])('%j', (edit, en, zh) => {
    expect(editLabel(edit)).toEqual({ en, 'zh-CN': zh });
  });
});
