import { describe, expect, test } from 'vitest';
import { modelSignature } from '#main/core/race/modelSignature.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { templates } from '#shared/document/templates.ts';

function template(id: string): StrataDocument {
  const found = templates.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No template ${id}.`);
  return found.document;
}

const document = template('mnist-cnn');
const signature = modelSignature(document);
const { graph, training } = document;

describe('the signature of a model', () => {
  test.each<[string, StrataDocument]>([
    ['the name', { ...document, name: 'Another', id: 'another' }],
    ['the seed', { ...document, seed: 77 }],
    [
      'where layers lie and what they are called',
      {
        ...document,
        graph: {
          ...graph,
          nodes: graph.nodes.map((node) => ({
            ...node,
            name: `${node.name}_2`,
            position: { x: 1, y: 2 },
          })),
        },
      },
    ],
    ['epochs', { ...document, training: { ...training, epochs: 99 } }],
    [
      'the learning rate',
      { ...document, training: { ...training, optimizer: { ...training.optimizer, params: {} } } },
    ],
    ['the order of edges', { ...document, graph: { ...graph, edges: graph.edges.toReversed() } }],
  ])('does not depend on %s', (_, changed) => {
    expect(modelSignature(changed)).toBe(signature);
  });

  test.each<[string, StrataDocument]>([
    ['the batch size', { ...document, training: { ...training, batchSize: 7 } }],
    [
      'the optimizer',
      { ...document, training: { ...training, optimizer: { kind: 'sgd', params: {} } } },
    ],
    [
      'the size of a layer',
      {
        ...document,
        graph: {
          ...graph,
          nodes: graph.nodes.map((node) =>
            node.kind === 'dense' ? { ...node, params: { ...node.params, units: 333 } } : node,
          ),
        },
      },
    ],
    ['how layers are joined', { ...document, graph: { ...graph, edges: graph.edges.slice(1) } }],
    ['the net', template('mnist-mlp')],
  ])('depends on %s', (_, changed) => {
    expect(modelSignature(changed)).not.toBe(signature);
  });
});
