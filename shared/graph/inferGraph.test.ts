import { describe, expect, test } from 'vitest';
import type { Block, BlockId, EdgeId, Graph, GraphNode, NodeId } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { ParamValues } from '#shared/layers/params.ts';

const id = (text: string) => text as NodeId;
const block1 = 'b1' as BlockId;

function node(
  name: string,
  kind: string,
  params: ParamValues = {},
  more: Partial<GraphNode> = {},
): GraphNode {
  return { id: id(name), kind, name, params, position: { x: 0, y: 0 }, ...more };
}

/** `'a b:1'`: an edge from a's output to b's input port 1. */
function graph(nodes: readonly GraphNode[], ...edges: readonly string[]): Graph {
  return {
    nodes,
    edges: edges.map((text) => {
      const [from = '', to = ''] = text.split(' ');
      const [target = '', port = '0'] = to.split(':');
      return {
        id: text as EdgeId,
        from: { node: id(from), port: 0 },
        to: { node: id(target), port: Number(port) },
      };
    }),
    notes: [],
  };
}

const chain = graph(
  [
    node('input', 'inputLayer', { shape: [28, 28, 1] }),
    node('conv', 'conv2d', { filters: 32, kernelSize: [3, 3] }),
    node('flatten', 'flatten'),
    node('dense', 'dense', { units: 10 }),
    node('output', 'output'),
  ],
  'input conv',
  'conv flatten',
  'flatten dense',
  'dense output',
);

const withParams = (base: Graph, name: string, params: ParamValues): Graph => ({
  ...base,
  nodes: base.nodes.map((each) => (each.name === name ? { ...each, params } : each)),
});

describe('inferGraph', () => {
  test('follows shapes, counts weights and costs', () => {
    const facts = inferGraph(chain, []);
    const shapes = chain.nodes.map((each) => facts.nodes.get(each.id)?.outputs);
    expect(shapes).toEqual([[[28, 28, 1]], [[26, 26, 32]], [[21632]], [[10]], [[10]]]);
    expect(facts.nodes.get(id('conv'))).toMatchObject({
      status: 'ready',
      parameterCount: 320,
      trainableCount: 320,
      multiplyAdds: 194_688,
      activationBytes: 86_528,
    });
    expect(facts.totals).toEqual({
      layerCount: 3,
      parameterCount: 216_650,
      trainableCount: 216_650,
      multiplyAdds: 194_688 + 216_320,
      weightBytes: 866_600,
      activationBytes: 4 * (784 + 21_632 + 21_632 + 10),
    });
  });

  test('after an edit, the facts of untouched nodes are the same objects', () => {
    const before = inferGraph(chain, []);
    const after = inferGraph(withParams(chain, 'dense', { units: 12 }), [], before);
    const same = chain.nodes.map((each) => before.nodes.get(each.id) === after.nodes.get(each.id));
    expect(same).toEqual([true, true, true, false, false]);
    expect(after.nodes.get(id('output'))?.outputs).toEqual([[12]]);
    expect(inferGraph(chain, before.blocks, before)).toBe(before);
  });

  test('an edit that leaves a shape as it is stops there', () => {
    const before = inferGraph(chain, []);
    const after = inferGraph(
      withParams(chain, 'conv', { filters: 32, kernelSize: [3, 3], activation: 'relu' }),
      [],
      before,
    );
    const same = chain.nodes.map((each) => before.nodes.get(each.id) === after.nodes.get(each.id));
    expect(same).toEqual([true, false, true, true, true]);
  });

  test('a moved node keeps its facts', () => {
    const before = inferGraph(chain, []);
    const nodes = chain.nodes.map((each) => ({ ...each, position: { x: 9, y: 9 } }));
    const after = inferGraph({ ...chain, nodes }, [], before);
    expect(after.nodes.get(id('dense'))?.node).toBe(nodes[3]);
    expect(after.nodes.get(id('dense'))?.outputs).toBe(before.nodes.get(id('dense'))?.outputs);
  });

  test('a node without input has a problem, the nodes after it wait for it', () => {
    const facts = inferGraph({ ...chain, edges: chain.edges.slice(1) }, []);
    const states = chain.nodes.map((each) => facts.nodes.get(each.id)?.status);
    expect(states).toEqual(['ready', 'problem', 'waiting', 'waiting', 'waiting']);
    expect(facts.nodes.get(id('dense'))?.waitsFor).toEqual([id('conv')]);
    expect(facts.nodes.get(id('conv'))?.problems.map((each) => each.code)).toEqual([
      'graph.missingInput',
    ]);
  });

  test('a node that waits is the same object as long as it waits for the same', () => {
    const broken = { ...chain, edges: chain.edges.slice(1) };
    const before = inferGraph(broken, []);
    const after = inferGraph(withParams(broken, 'dense', { units: 3 }), [], before);
    expect(after.nodes.get(id('flatten'))).toBe(before.nodes.get(id('flatten')));
  });

  test('two paths to one waiting node name both roots', () => {
    const facts = inferGraph(
      graph(
        [node('a', 'dense'), node('b', 'dense'), node('add', 'add'), node('end', 'output')],
        'a add:0',
        'b add:1',
        'add end',
      ),
      [],
    );
    expect(facts.nodes.get(id('end'))?.waitsFor).toEqual([id('a'), id('b')]);
  });

  test('an invalid value is a problem of the node; its default is used', () => {
    const facts = inferGraph(withParams(chain, 'dense', { units: 0 }), []);
    expect(facts.nodes.get(id('dense'))).toMatchObject({ status: 'problem', outputs: [[64]] });
    expect(facts.nodes.get(id('output'))?.status).toBe('ready');
  });

  test('merging layers take their inputs by port, gaps left out', () => {
    const facts = inferGraph(
      graph(
        [
          node('a', 'inputLayer', { shape: [2] }),
          node('b', 'inputLayer', { shape: [3] }),
          node('join', 'concatenate'),
        ],
        'b join:0',
        'a join:4',
      ),
      [],
    );
    expect(facts.nodes.get(id('join'))).toMatchObject({
      inputs: [[3], null, null, null, [2]],
      outputs: [[5]],
      status: 'ready',
    });
  });

  test.each([
    ['one input of two', ['a add:0'], 'graph.missingInputs'],
    ['an input too many', ['a dense', 'a dense:1'], 'graph.tooManyInputs'],
  ])('%s', (_name, edges, code) => {
    const nodes = [
      node('a', 'inputLayer', { shape: [2] }),
      node('add', 'add'),
      node('dense', 'dense'),
    ];
    const facts = inferGraph(graph(nodes, ...edges), []);
    const codes = [...facts.nodes.values()].flatMap((each) => each.problems.map((p) => p.code));
    expect(codes).toContain(code);
  });

  test('an unknown kind is kept and told', () => {
    const facts = inferGraph(
      graph([node('a', 'inputLayer'), node('odd', 'quantum', { spin: 3 })], 'a odd'),
      [],
    );
    expect(facts.nodes.get(id('odd'))).toMatchObject({
      layer: undefined,
      status: 'problem',
      params: { spin: 3 },
      problems: [{ code: 'graph.unknownLayer', values: { kind: 'quantum' } }],
    });
  });

  test('circles are told once each; what follows them waits', () => {
    const facts = inferGraph(
      graph(
        [
          node('in', 'inputLayer', { shape: [2] }),
          node('a', 'add'),
          node('b', 'dense'),
          node('c', 'dense'),
          node('x', 'dense'),
          node('end', 'output'),
        ],
        'in a:0',
        'c a:1',
        'a b',
        'b c',
        'x x',
        'c end',
      ),
      [],
    );
    expect(facts.problems.map((each) => each.values['nodes'])).toEqual([['a', 'b', 'c'], ['x']]);
    expect(facts.nodes.get(id('b'))?.status).toBe('problem');
    expect(facts.nodes.get(id('end'))).toMatchObject({ status: 'waiting', waitsFor: [id('c')] });
    expect(facts.order).toHaveLength(6);
    expect(facts.order[0]).toBe(id('in'));
  });
});

describe('shared layers', () => {
  const twice = graph(
    [
      node('left', 'inputLayer', { shape: [4] }),
      node('right', 'inputLayer', { shape: [4] }),
      node('dense', 'dense', { units: 3 }),
      node('again', 'dense', { units: 99 }, { sharesWeightsWith: id('dense') }),
      node('add', 'add'),
    ],
    'left again',
    'right dense',
    'again add:0',
    'dense add:1',
  );

  test('count their weights once and use the parameters of the owner', () => {
    const facts = inferGraph(twice, []);
    expect(facts.nodes.get(id('again'))).toMatchObject({ outputs: [[3]], parameterCount: 0 });
    expect(facts.nodes.get(id('again'))?.multiplyAdds).toBe(12);
    expect(facts.totals.parameterCount).toBe(15);
  });

  test('follow a change of the owner', () => {
    const before = inferGraph(twice, []);
    const after = inferGraph(withParams(twice, 'dense', { units: 7 }), [], before);
    expect(after.nodes.get(id('again'))?.outputs).toEqual([[7]]);
  });

  test.each<[string, Graph, string]>([
    ['another input shape', withParams(twice, 'left', { shape: [5] }), 'graph.sharedShapeDiffers'],
    [
      'an owner that is not there',
      { ...twice, nodes: twice.nodes.filter((each) => each.name !== 'dense') },
      'graph.sharedNodeMissing',
    ],
    [
      'an owner of another kind',
      {
        ...twice,
        nodes: twice.nodes.map((each) =>
          each.name === 'dense' ? { ...each, kind: 'flatten' } : each,
        ),
      },
      'graph.sharedKindDiffers',
    ],
  ])('refuse %s', (_name, changed, code) => {
    const facts = inferGraph(changed, []);
    expect(facts.nodes.get(id('again'))?.problems.map((each) => each.code)).toEqual([code]);
    expect(facts.nodes.get(id('again'))?.status).toBe('problem');
  });
});

describe('blocks', () => {
  const units = { type: 'integer', default: 8, doc: { en: '', 'zh-CN': '' } } as const;
  const inner = graph(
    [
      node('door', 'inputLayer', { shape: [1] }),
      node('hidden', 'dense', { units: { param: 'size' } }),
      node('exit', 'output'),
    ],
    'door hidden',
    'hidden exit',
  );
  const block: Block = { id: block1, name: 'bottleneck', params: { size: units }, graph: inner };
  const outer = (params: ParamValues, shape = [4]) =>
    graph(
      [
        node('in', 'inputLayer', { shape }),
        node('box', 'block', params, { block: block1 }),
        node('box2', 'block', {}, { block: block1 }),
        node('out', 'output'),
      ],
      'in box',
      'box box2',
      'box2 out',
    );

  test('take what arrives, their arguments and the defaults of the block', () => {
    const facts = inferGraph(outer({ size: 3 }), [block]);
    expect(facts.nodes.get(id('box'))).toMatchObject({
      outputs: [[3]],
      params: { size: 3 },
      parameterCount: 15,
      weights: [
        { name: 'hidden/kernel', shape: [4, 3] },
        { name: 'hidden/bias', shape: [3] },
      ],
    });
    expect(facts.nodes.get(id('box2'))).toMatchObject({ outputs: [[8]], parameterCount: 32 });
    expect(facts.totals).toMatchObject({ layerCount: 2, parameterCount: 47 });
  });

  test('are inferred again when their input or their definition changes', () => {
    const before = inferGraph(outer({ size: 3 }), [block]);
    const wider = inferGraph(outer({ size: 3 }, [6]), before.blocks, before);
    expect(wider.nodes.get(id('box'))?.parameterCount).toBe(21);
    expect(wider.nodes.get(id('box2'))?.parameterCount).toBe(32);
    const changed: Block = { ...block, params: { size: { ...units, default: 5 } } };
    const after = inferGraph(before.graph, [changed], before);
    expect(after.nodes.get(id('box2'))?.outputs).toEqual([[5]]);
  });

  test('may stand in each other, with arguments passed on', () => {
    const outside: Block = {
      id: 'b2' as BlockId,
      name: 'outside',
      params: { width: { ...units, default: 2 } },
      graph: graph(
        [
          node('door', 'inputLayer', { shape: [1] }),
          node('inside', 'block', { size: { param: 'width' } }, { block: block1 }),
          node('exit', 'output'),
        ],
        'door inside',
        'inside exit',
      ),
    };
    const top = graph(
      [
        node('in', 'inputLayer', { shape: [4] }),
        node('box', 'block', { width: 6 }, { block: outside.id }),
      ],
      'in box',
    );
    const facts = inferGraph(top, [block, outside]);
    expect(facts.nodes.get(id('box'))).toMatchObject({ outputs: [[6]], parameterCount: 30 });
    expect(facts.nodes.get(id('box'))?.weights[0]?.name).toBe('inside/hidden/kernel');
  });

  test.each<[string, Block, string]>([
    [
      'a block inside itself',
      {
        ...block,
        graph: {
          ...inner,
          nodes: [...inner.nodes, node('me', 'block', {}, { block: block1 })],
          edges: [...inner.edges, ...graph([], 'door me').edges],
        },
      },
      'graph.blockInsideItself',
    ],
    [
      'a reference to a parameter that the block lacks',
      { ...block, graph: withParams(inner, 'hidden', { units: { param: 'nothing' } }) },
      'graph.unknownBlockParam',
    ],
  ])('%s is a problem inside', (_name, changed, code) => {
    const facts = inferGraph(outer({}), [changed]);
    const box = facts.nodes.get(id('box'));
    expect(box?.problems.map((each) => each.code)).toEqual(['graph.blockHasProblems']);
    const codes = [...(box?.block?.nodes.values() ?? [])].flatMap((each) =>
      each.problems.map((problem) => problem.code),
    );
    expect(codes).toContain(code);
  });

  test('an instance of a block that is not there is a problem', () => {
    const facts = inferGraph(outer({}), []);
    expect(facts.nodes.get(id('box'))?.problems[0]?.code).toBe('graph.unknownBlock');
  });
});

describe('size', () => {
  test('a chain of 20,000 layers needs no stack', () => {
    const nodes = [node('n0', 'inputLayer', { shape: [4] })];
    const edges: string[] = [];
    for (let index = 1; index < 20_000; index += 1) {
      nodes.push(node(`n${index}`, 'dense', { units: 4 }));
      edges.push(`n${index - 1} n${index}`);
    }
    const facts = inferGraph(graph(nodes, ...edges), []);
    expect(facts.totals.parameterCount).toBe(19_999 * 20);
    const circle = inferGraph(graph(nodes.slice(1), ...edges.slice(1), 'n19999 n1'), []);
    expect(circle.problems[0]?.values['count']).toBe(19_999);
  });
});
