import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureKeras } from './setup.mjs';
import { findTemplate } from '#shared/document/templates.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

/** Class of a layer, and the shapes of its weights. */
type Weighted = readonly [string, readonly (readonly number[])[]];

/** Templates that keras.applications has, by its name for them. */
const applications = {
  vgg16: 'VGG16',
  resnet50: 'ResNet50',
  densenet121: 'DenseNet121',
  'mobilenet-v1': 'MobileNet',
  'mobilenet-v2': 'MobileNetV2',
  'efficientnet-b0': 'EfficientNetB0',
} as const;

let theirs: Readonly<Record<string, readonly Weighted[]>> = {};

beforeAll(async () => {
  const python = process.env['STRATA_PYTHON'] ?? (await ensureKeras());
  const script = join(import.meta.dirname, 'applications.py');
  const { stdout } = await promisify(execFile)(python, [script, ...Object.values(applications)], {
    maxBuffer: 64 * 2 ** 20,
  });
  theirs = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as typeof theirs;
}, 300_000);

/** Layers with weights, those in blocks too. */
function weighted(facts: GraphFacts): readonly Weighted[] {
  return facts.order.flatMap((id): readonly Weighted[] => {
    const node = facts.nodes.get(id);
    if (node === undefined) return [];
    if (node.block !== null) return weighted(node.block);
    return node.weights.length === 0
      ? []
      : [[node.layer?.title ?? '', node.weights.map(({ shape }) => shape)]];
  });
}

/** In an order of their own: Keras lists the layers of branches in another one. */
function sorted(layers: readonly Weighted[]): readonly string[] {
  return layers.map((layer) => JSON.stringify(layer)).sort();
}

describe('networks of keras.applications', () => {
  test.each(Object.entries(applications))('%s is %s layer by layer', (id, name) => {
    const document = findTemplate(id)?.document;
    if (document === undefined) throw new Error(`No template ${id}`);
    const ours = weighted(inferGraph(document.graph, document.blocks));
    // Normalization holds means and variances of data, 0 and 1 before it is given some: it is left out.
    const learned = (theirs[name] ?? []).filter(([title]) => title !== 'Normalization');
    expect(sorted(ours)).toEqual(sorted(learned));
  });
});
