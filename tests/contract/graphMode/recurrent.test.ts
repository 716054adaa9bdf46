import { beforeAll, describe, expect, test } from 'vitest';
import { difference, openEagerly, smallNetwork, trainSmall } from './trainSmall.ts';
import { openGraphStepper } from '#main/engine/graphMode/graphStepper.ts';
import { hasNative, openNativeForTests } from '#main/engine/graphMode/nativeForTests.ts';
import type { OpenStepper } from '#main/engine/train/stepper.ts';
import { findLayer } from '#shared/layers/index.ts';

let openGraph: OpenStepper;

beforeAll(async () => {
  if (hasNative) openGraph = openGraphStepper(await openNativeForTests());
});

const cases = ['lstm', 'gru'].flatMap((kind) =>
  [1, 2, 3, 5, 7, 41].flatMap((length) =>
    [false, true].map((returnSequences) => ({ kind, length, returnSequences })),
  ),
);

// Gradients are taken in parts of the steps: lengths that do and do not divide, and fewer steps than parts.
describe.skipIf(!hasNative)('recurrent layers of any length', () => {
  test.each(cases)(
    '$kind of $length steps, sequences $returnSequences',
    async ({ kind, length, returnSequences }) => {
      const layer = findLayer(kind);
      if (layer === undefined) throw new Error(`No layer ${kind}.`);
      const small = smallNetwork(layer, { units: 5, returnSequences }, [length, 4]);
      const eager = await trainSmall(small, openEagerly, 20);
      const graph = await trainSmall(small, openGraph, 20);
      expect(graph.remarks).toEqual([]);
      eager.values.forEach((values, step) => {
        expect(difference(values, graph.values[step] ?? [])).toBeLessThan(1e-5);
      });
      eager.weights.forEach((values, index) => {
        expect(difference(values, graph.weights[index] ?? [])).toBeLessThan(1e-5);
      });
    },
  );
});
