import { expect, test } from 'vitest';
import { applyEdit } from '#shared/document/edit.ts';
import { estimateMemory } from '#shared/document/estimateMemory.ts';
import { findTemplate } from '#shared/document/templates.ts';
import { thumbnail } from '#shared/document/thumbnail.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

function template(name: string) {
  const document = findTemplate(name)?.document;
  if (document === undefined) throw new Error(`No template ${name}`);
  return { document, facts: inferGraph(document.graph, document.blocks) };
}

test('memory: weights, gradients, two slots of Adam, activations of a batch of 32', () => {
  const { document, facts } = template('table-binary');
  const { total, nodes } = estimateMemory(document, facts);
  expect(total).toEqual({
    weightBytes: 404,
    gradientBytes: 404,
    optimizerBytes: 808,
    activationBytes: 32 * 4 * (8 + 10 + 1),
    totalBytes: 404 + 404 + 808 + 2432,
  });
  expect(nodes.get('dense' as NodeId)).toEqual({
    weightBytes: 360,
    gradientBytes: 360,
    optimizerBytes: 720,
    activationBytes: 1280,
    totalBytes: 2720,
  });
});

test.each([
  [{}, 0],
  [{ momentum: 0.9 }, 404],
])('plain SGD keeps nothing, momentum one number for each weight: %j', (params, bytes) => {
  const { document, facts } = template('table-binary');
  const changed = applyEdit(document, {
    type: 'setTraining',
    training: { optimizer: { kind: 'sgd', params } },
  });
  expect(estimateMemory(changed, facts).total.optimizerBytes).toBe(bytes);
});

test('a thumbnail has a bar for each layer but the output, branches in rows', () => {
  const { document, facts } = template('two-inputs');
  expect(thumbnail(document, facts)).toEqual([
    { family: 'io', height: 0.584, column: 0, row: 0, from: [] },
    { family: 'io', height: 0.43, column: 0, row: 1, from: [] },
    { family: 'core', height: 0.933, column: 1, row: 0, from: [0] },
    { family: 'core', height: 0.516, column: 1, row: 1, from: [1] },
    { family: 'merging', height: 1, column: 2, row: 0, from: [2, 3] },
    { family: 'core', height: 0.933, column: 3, row: 0, from: [4] },
    { family: 'core', height: 0.1, column: 4, row: 0, from: [5] },
  ]);
});

test('a thumbnail tells blocks from layers', () => {
  const { document, facts } = template('resnet18');
  const instances = document.graph.nodes.filter(({ block }) => block !== undefined);
  const blocks = thumbnail(document, facts).filter(({ family }) => family === 'blocks');
  expect(instances).toHaveLength(8);
  expect(blocks).toHaveLength(8);
});
