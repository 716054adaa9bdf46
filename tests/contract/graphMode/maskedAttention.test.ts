import { beforeAll, describe, expect, test } from 'vitest';
import { difference, openEagerly, smallNetwork, trainSmall } from './trainSmall.ts';
import type { Small } from './trainSmall.ts';
import { openGraphStepper } from '#main/engine/graphMode/graphStepper.ts';
import { hasNative, openNativeForTests } from '#main/engine/graphMode/nativeForTests.ts';
import type { OpenStepper } from '#main/engine/train/stepper.ts';
import type { EdgeId, NodeId } from '#shared/graph/graph.ts';
import { findLayer } from '#shared/layers/index.ts';
import type { ParamValues } from '#shared/layers/params.ts';

let openGraph: OpenStepper;

beforeAll(async () => {
  if (hasNative) openGraph = openGraphStepper(await openNativeForTests());
});

/** Tokens, some of them padding, then this kind of attention. */
function padded(kind: string, params: ParamValues): Small {
  const embedding = findLayer('embedding');
  if (embedding === undefined) throw new Error('There is no layer embedding.');
  const small = smallNetwork(embedding, { inputDim: 20, outputDim: 4, maskZero: true }, [6]);
  const { graph } = small.document;
  const attention = 'attention' as NodeId;
  const node = { id: attention, kind, name: kind, params, position: { x: 0, y: 0 } };
  const edge = {
    id: 'marked' as EdgeId,
    from: { node: 'layer' as NodeId, port: 0 },
    to: { node: attention, port: 0 },
  };
  const moved = graph.edges.map((each) =>
    each.from.node === 'layer' ? { ...each, from: { node: attention, port: 0 } } : each,
  );
  const changed = { ...graph, nodes: [...graph.nodes, node], edges: [...moved, edge] };
  return { ...small, document: { ...small.document, graph: changed } };
}

// No bias: that of the keys changes nothing, and its gradient is nothing but rounding.
describe.skipIf(!hasNative)('attention that leaves padding out', () => {
  test.each([
    ['multiHeadAttention', { numHeads: 2, keyDim: 3, useBias: false }],
    ['multiHeadAttention', { numHeads: 2, keyDim: 3, useBias: false, useCausalMask: true }],
    ['attention', { useCausalMask: true, useScale: true }],
    ['additiveAttention', {}],
  ] as const)('%s %o is recorded and gives the same numbers', async (kind, params) => {
    const small = padded(kind, params);
    const eager = await trainSmall(small, openEagerly, 20);
    const graph = await trainSmall(small, openGraph, 20);
    expect(graph.remarks).toEqual([]);
    expect(graph.values.length).toBe(eager.values.length);
    eager.values.forEach((values, step) => {
      expect(difference(values, graph.values[step] ?? [])).toBeLessThan(1e-5);
    });
    eager.weights.forEach((values, index) => {
      expect(difference(values, graph.weights[index] ?? [])).toBeLessThan(1e-5);
    });
  });
});
