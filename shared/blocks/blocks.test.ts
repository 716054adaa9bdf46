import { describe, expect, test } from 'vitest';
import { readyBlocks } from '#shared/blocks/index.ts';
import { GraphBuilder } from '#shared/graph/graphBuilder.ts';
import type { Graph, NodeId } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { inputNodes } from '#shared/graph/queries.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Output shapes and parameters of one instance of each, with its defaults, counted by hand. */
const expected: Readonly<Record<string, readonly [readonly Shape[], number]>> = {
  // Twice 3·3·64·64 and four numbers a channel of the normalization.
  residual_basic: [[[56, 56, 64]], 2 * (36_864 + 256)],
  // 1·1·64·128, 3·3·64·128, 3·3·128·128.
  residual_basic_down: [[[28, 28, 128]], 8_192 + 73_728 + 147_456 + 3 * 512],
  // conv2_block2 of Keras's ResNet50: 16,448 + 256 + 36,928 + 256 + 16,640 + 1,024.
  residual_bottleneck: [[[56, 56, 256]], 71_552],
  // conv2_block1: the same from 64 channels, and 17,664 of the shortcut; strides change no weights.
  residual_bottleneck_down: [[[28, 28, 256]], 76_928],
  // MobileNetV2, block_2: 3,456 + 576 + 1,296 + 576 + 3,456 + 96.
  inverted_residual: [[[56, 56, 24]], 9_456],
  // MobileNetV2, block_1: 1,536 + 384 + 864 + 384 + 2,304 + 96.
  inverted_residual_down: [[[56, 56, 24]], 5_568],
  // GoogLeNet's inception (3a) with biases.
  inception: [[[28, 28, 256]], 163_696],
  // 256 + 8,192 + 512 + 36,864.
  dense_convolution: [[[56, 56, 96]], 45_824],
  squeeze_excitation: [[[28, 28, 64]], 64 * 4 + 4 + 4 * 64 + 64],
  unet_down: [
    [
      [128, 128, 64],
      [64, 64, 64],
    ],
    1_792 + 36_928,
  ],
  unet_up: [[[128, 128, 64]], 32_832 + 73_792 + 36_928],
};

describe('blocks that come with the program', () => {
  test('are all expected here', () => {
    expect(readyBlocks.map(({ block }) => block.id)).toEqual(Object.keys(expected));
  });

  test.each(readyBlocks.map((ready) => [ready.block.id, ready] as const))(
    '%s fits what it is made for',
    (id, { block, uses = [], title, doc, link }) => {
      const build = new GraphBuilder();
      const doors = inputNodes(block.graph).map(({ params }) =>
        build.input(params['shape'] as readonly number[]),
      );
      const outputs = build.block(block, {}, doors, 'box');
      outputs.forEach((port) => build.output(port));
      const facts = inferGraph(build.graph(), [block, ...uses]);
      const box = facts.nodes.get('box' as NodeId);
      expect(box?.problems).toEqual([]);
      expect([box?.outputs, box?.parameterCount]).toEqual(expected[id]);
      // What lies in it has room, and is where a reader looks for it.
      const places = block.graph.nodes.map(({ position }) => `${position.x},${position.y}`);
      expect(new Set(places).size).toBe(places.length);
      expect(title['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(doc['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(link).toMatch(/^https:/);
    },
  );

  test.each(readyBlocks.map((ready) => [ready.block.id, ready] as const))(
    'every parameter of %s reaches a layer',
    (_, { block }) => {
      const used = new Set(references(block.graph));
      expect([...used].sort()).toEqual(Object.keys(block.params).sort());
    },
  );
});

function references({ nodes }: Graph): readonly string[] {
  return nodes.flatMap(({ params }) =>
    Object.values(params).flatMap((value) =>
      typeof value === 'object' && value !== null && 'param' in value ? [String(value.param)] : [],
    ),
  );
}
