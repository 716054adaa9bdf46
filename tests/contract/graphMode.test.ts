import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { forNode, root } from '../../main/launch/build.mjs';
import { layerCases, shapeFor } from './graphMode/layerCases.ts';
import { netWith, randomNet, weightsHash } from './graphMode/randomNet.ts';
import { difference, openEagerly, smallNetwork, trainSmall } from './graphMode/trainSmall.ts';
import type { Outcome, Small } from './graphMode/trainSmall.ts';
import { openGraphStepper } from '#main/engine/graphMode/graphStepper.ts';
import { hasNative, openNativeForTests } from '#main/engine/graphMode/nativeForTests.ts';
import type { OpenStepper } from '#main/engine/train/stepper.ts';
import { findLayer, layers } from '#shared/layers/index.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { losses } from '#shared/training/losses/index.ts';
import { metrics } from '#shared/training/metrics/index.ts';
import { optimizers } from '#shared/training/optimizers/index.ts';
import type { Choice } from '#shared/training/training.ts';

let openGraph: OpenStepper;

beforeAll(async () => {
  if (hasNative) openGraph = openGraphStepper(await openNativeForTests());
});

/** Layers that train op by op, and why. */
const fallsBack: Readonly<Record<string, string>> = {};

/** Draws random numbers: no two engines draw the same. */
const isRandom = new Set([
  'dropout',
  'spatialDropout1d',
  'spatialDropout2d',
  'spatialDropout3d',
  'gaussianNoise',
  'gaussianDropout',
  'alphaDropout',
  'stochasticDepth',
]);

const trained = layers.filter(({ role, kind }) => role === undefined && !isRandom.has(kind));

const cases = trained.flatMap((layer) =>
  (layerCases[layer.kind] ?? [{ title: 'defaults', params: {} }]).map(
    (one) => [`${layer.kind}, ${one.title}`, layer, one] as const,
  ),
);

/** Trains in both ways; answers the greatest differences of values and weights. */
async function compare(small: Small, steps = 20): Promise<{ graph: Outcome; worst: number }> {
  const eager = await trainSmall(small, openEagerly, steps);
  const graph = await trainSmall(small, openGraph, steps);
  expect(graph.values.length).toBe(eager.values.length);
  const worst = [
    ...eager.values.map((values, step) => difference(values, graph.values[step] ?? [])),
    ...eager.weights.map((values, index) => difference(values, graph.weights[index] ?? [])),
  ].reduce((a, b) => Math.max(a, b), 0);
  return { graph, worst };
}

function layerOf(kind: string): LayerDefinition {
  const layer = findLayer(kind);
  if (layer === undefined) throw new Error(`No layer ${kind}.`);
  return layer;
}

describe.skipIf(!hasNative)('every layer', () => {
  test.each(cases)('%s: 20 steps of gradient descent', async (_, layer, one) => {
    const shape = one.shape ?? shapeFor(layer.inputs.ranks);
    const { graph, worst } = await compare(
      smallNetwork(
        layer,
        one.params,
        shape,
        one.inputs === undefined ? {} : { inputs: one.inputs },
      ),
    );
    expect(graph.remarks.length > 0).toBe(layer.kind in fallsBack);
    expect(graph.remarks).toEqual([]);
    expect(worst).toBeLessThan(1e-5);
  });
});

const dense = { units: 8, activation: 'tanh' };

const optimizerCases: readonly (readonly [string, Choice])[] = [
  ...optimizers.map(({ kind }) => [kind, { kind, params: {} }] as const),
  ['sgd, momentum', { kind: 'sgd', params: { momentum: 0.9 } }],
  ['sgd, Nesterov', { kind: 'sgd', params: { momentum: 0.9, nesterov: true } }],
  ['rmsprop, momentum', { kind: 'rmsprop', params: { momentum: 0.9 } }],
  ['adam, other betas', { kind: 'adam', params: { beta1: 0.8, beta2: 0.99, epsilon: 1e-4 } }],
];

describe.skipIf(!hasNative)('every optimizer', () => {
  test.each(optimizerCases)('%s: 20 steps', async (_, optimizer) => {
    const small = smallNetwork(layerOf('dense'), dense, [6], { optimizer });
    const { graph, worst } = await compare(small);
    expect(graph.remarks).toEqual([]);
    expect(worst).toBeLessThan(1e-4);
  });
});

describe.skipIf(!hasNative)('a large vocabulary', () => {
  // Each token is in each batch, so that an optimizer which leaves rows at rest gives the same numbers as one that does not.
  test.each(optimizerCases)('%s updates rows only', async (_, optimizer) => {
    const params = { inputDim: 40_000, outputDim: 3 };
    const small = smallNetwork(layerOf('embedding'), params, [60], { optimizer });
    const { graph, worst } = await compare(small);
    const isExact =
      /^(sgd|adagrad|adadelta)$/.test(optimizer.kind) && !('momentum' in optimizer.params);
    expect(graph.remarks.map(({ code }) => code)).toEqual(isExact ? [] : ['run.rowsAtRest']);
    expect(worst).toBeLessThan(1e-4);
  });
});

describe.skipIf(!hasNative)('every loss and metric', () => {
  test.each(losses.map((loss) => [loss.kind, loss] as const))('%s', async (kind) => {
    const isBinary = kind === 'binaryCrossentropy';
    const isClasses = kind === 'categoricalCrossentropy' || kind.startsWith('sparse');
    const activation = isBinary ? 'sigmoid' : isClasses ? 'softmax' : 'sigmoid';
    const small = smallNetwork(layerOf('dense'), dense, [6], {
      last: { units: isBinary ? 1 : 3, activation },
      output: {
        loss: { kind, params: {} },
        weight: 0.5,
        metrics: metrics
          .filter((metric) => isBinary || !['precision', 'recall'].includes(metric.kind))
          .filter((metric) => !kind.startsWith('sparse') || metric.kind === 'accuracy')
          .map((metric) => ({ kind: metric.kind, params: {} })),
      },
    });
    const { graph, worst } = await compare(small);
    expect(graph.remarks).toEqual([]);
    expect(worst).toBeLessThan(1e-5);
  });
});

describe.skipIf(!hasNative)('random numbers', () => {
  const trained = (seed: number, steps = 40) => trainSmall(randomNet, openGraph, steps, seed);

  test('the same seed gives the same bits, another seed others', async () => {
    const [one, again, other] = [await trained(1), await trained(1), await trained(2)];
    expect(weightsHash(again)).toBe(weightsHash(one));
    expect(weightsHash(other)).not.toBe(weightsHash(one));
  });

  test('also in a new process', async () => {
    const outfile = `${root}build/tests/repeat.cjs`;
    await build({
      ...forNode,
      entryPoints: ['tests/contract/graphMode/repeat.ts'],
      outfile,
    });
    const { stdout } = await promisify(execFile)(process.execPath, [outfile, '1']);
    expect(stdout.trim()).toBe(weightsHash(await trained(1)));
  });

  test.each([
    ['dropout', { rate: 0.3 }, [6, 4]],
    ['dropout', { rate: 0.3, noiseShape: [null, 1, 4] }, [6, 4]],
    ['spatialDropout1d', { rate: 0.3 }, [6, 4]],
    ['spatialDropout2d', { rate: 0.3 }, [3, 3, 4]],
    ['spatialDropout3d', { rate: 0.3 }, [2, 3, 2, 4]],
    ['stochasticDepth', { rate: 0.3 }, [6, 4]],
    ['gaussianNoise', { stddev: 0.3 }, [6, 4]],
    ['gaussianDropout', { rate: 0.3 }, [6, 4]],
    ['alphaDropout', { rate: 0.3 }, [6, 4]],
    [
      'convLstm2d',
      { filters: 2, padding: 'same', dropout: 0.2, recurrentDropout: 0.3 },
      [3, 3, 3, 2],
    ],
    ['multiHeadAttention', { dropout: 0.3 }, [6, 4]],
    ['attention', { dropout: 0.3 }, [6, 4]],
    ['additiveAttention', { dropout: 0.3 }, [6, 4]],
    ['lstm', { units: 5, dropout: 0.2, recurrentDropout: 0.3 }, [6, 4]],
    ['gru', { units: 5, dropout: 0.2 }, [6, 4]],
    ['simpleRNN', { units: 5, recurrentDropout: 0.3 }, [6, 4]],
  ] as const)('%s %o: each step draws anew', async (kind, params, shape) => {
    const optimizer = { kind: 'sgd', params: { learningRate: 0 } };
    const net = netWith(kind, params, shape);
    const training = { ...net.document.training, optimizer };
    const still = { ...net, document: { ...net.document, training } };
    const { remarks, values } = await trainSmall(still, openGraph, 9);
    expect(remarks).toEqual([]);
    // Three batches, each seen three times by weights that do not change.
    const losses = values.map(([loss]) => loss ?? 0);
    for (const batch of [0, 1, 2]) {
      expect(new Set([losses[batch], losses[batch + 3], losses[batch + 6]]).size).toBe(3);
    }
  });

  test('dropout keeps the mean: what is left is made larger', async () => {
    const without = await trainSmall(netWith('dropout', { rate: 0 }, [200, 8]), openGraph, 1);
    expect(without.remarks).toEqual([]);
    const losses: number[] = [];
    for (let seed = 0; seed < 8; seed++) {
      const net = netWith('dropout', { rate: 0.1 }, [200, 8]);
      losses.push((await trainSmall(net, openGraph, 1, seed)).values[0]?.[0] ?? 0);
    }
    const mean = losses.reduce((a, b) => a + b, 0) / losses.length;
    expect(Math.abs(mean / (without.values[0]?.[0] ?? 0) - 1)).toBeLessThan(0.25);
  });
});
