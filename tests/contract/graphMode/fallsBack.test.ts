import { beforeAll, describe, expect, test } from 'vitest';
import { smallNetwork, trainSmall } from './trainSmall.ts';
import { variationsOf } from './variations.ts';
import { fallsBack } from '#main/engine/graphMode/fallsBack.ts';
import { openGraphStepper } from '#main/engine/graphMode/graphStepper.ts';
import { hasNative, openNativeForTests } from '#main/engine/graphMode/nativeForTests.ts';
import type { OpenStepper } from '#main/engine/train/stepper.ts';
import { layers } from '#shared/layers/index.ts';

let openGraph: OpenStepper;

beforeAll(async () => {
  if (hasNative) openGraph = openGraphStepper(await openNativeForTests());
});

const trained = layers.filter(({ role }) => role === undefined);

describe.skipIf(!hasNative)('what trains op by op is what is written down', () => {
  test.each(trained.map((layer) => [layer.kind, layer] as const))(
    '%s and its parameters',
    { timeout: 60_000 },
    async (kind, layer) => {
      const found: { readonly what: string; readonly reason: string }[] = [];
      for (const { title, params, shape } of variationsOf(layer)) {
        const { remarks, values } = await trainSmall(
          smallNetwork(layer, params, shape),
          openGraph,
          1,
        );
        expect(values.flat().every(Number.isFinite)).toBe(true);
        for (const { code, values: named } of remarks) {
          if (code === 'run.notRecorded') {
            found.push({ what: title, reason: String(named['reason']) });
          }
        }
      }
      const isOfLayer = ({ what }: { readonly what: string }) => what.split(',')[0] === kind;
      expect(found).toEqual(fallsBack.filter(isOfLayer));
    },
  );

  test('the list names only layers of the catalogue', () => {
    const kinds = new Set(trained.map(({ kind }) => kind));
    expect(fallsBack.filter(({ what }) => !kinds.has(what.split(',')[0] ?? ''))).toEqual([]);
  });
});
