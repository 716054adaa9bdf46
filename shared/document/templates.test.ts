import { describe, expect, test } from 'vitest';
import { findTemplate, instantiate, templates } from '#shared/document/templates.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { blockKind } from '#shared/graph/queries.ts';
import { findLayer } from '#shared/layers/index.ts';

const counts = [
  ['mnist-cnn', 8, 93_322],
  ['mnist-mlp', 3, 101_770],
  ['cifar10-cnn', 9, 160_202],
  ['drawings', 10, 60_419],
  ['table-binary', 2, 101],
  ['penguins', 3, 899],
  ['cars-regression', 3, 865],
  ['two-inputs', 5, 465],
  ['text-lstm', 3, 3745],
  ['spam-lstm', 4, 169_409],
  ['sine-forecast', 2, 4385],
  ['playground-spiral', 3, 1185],
  // Totals with the moving means and variances of normalizations, as Keras counts.
  ['autoencoder', 5, 3217],
  ['text-bilstm', 3, 5873],
  ['spam-cnn', 5, 170_369],
  ['siamese-pictures', 17, 107_457],
  ['lenet5', 8, 61_706],
  ['alexnet', 15, 61_100_840],
  ['vgg16', 22, 138_357_544],
  ['unet', 31, 31_030_593],
  ['resnet18', 70, 11_699_112],
  ['resnet50', 176, 25_636_712],
  ['densenet121', 428, 8_062_504],
  ['mobilenet-v1', 87, 4_253_864],
  ['mobilenet-v2', 151, 3_538_984],
  ['efficientnet-b0', 233, 5_330_564],
  ['blank', 0, 0],
] as const;

describe('templates', () => {
  test('are those of the gallery', () => {
    expect(templates.map((template) => template.id)).toEqual(counts.map(([id]) => id));
  });

  test.each(counts)('%s has %d layers and %d parameters', (id, layerCount, parameterCount) => {
    const document = findTemplate(id)?.document;
    const { graph, blocks } = document ?? {
      graph: { nodes: [], edges: [], notes: [] },
      blocks: [],
    };
    const unknown = graph.nodes
      .map((node) => node.kind)
      .filter((kind) => kind !== blockKind && !findLayer(kind));
    expect(unknown).toEqual([]);
    const facts = inferGraph(graph, blocks);
    expect([...facts.nodes.values()].flatMap((node) => node.problems)).toEqual([]);
    expect(facts.totals).toMatchObject({ layerCount, parameterCount });
  });

  test('the convolutions and dense layers of mnist-cnn make its multiply-adds, pooling makes none', () => {
    const graph = findTemplate('mnist-cnn')?.document.graph ?? { nodes: [], edges: [], notes: [] };
    expect(inferGraph(graph, []).totals.multiplyAdds).toBe(2_794_240);
  });

  test('a new document has an id of its own', () => {
    const template = findTemplate('mnist-cnn');
    const first = template && instantiate(template);
    const second = template && instantiate(template);
    expect(first?.id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(first?.id).not.toBe(second?.id);
  });
});
