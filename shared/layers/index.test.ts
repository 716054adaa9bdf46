import { describe, expect, test } from 'vitest';
import { isCall } from '#shared/layers/call.ts';
import type { CallValue } from '#shared/layers/call.ts';
import { findLayer, layers } from '#shared/layers/index.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { partCatalogues } from '#shared/layers/partCatalogues.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import { activations } from '#shared/layers/activations.ts';
import type { LocalText } from '#shared/problems/problem.ts';

function expectBothLanguages(text: LocalText) {
  expect(text.en).toMatch(/^[A-Z0-9a-z].*[.)]$/);
  expect(text['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
  expect(text['zh-CN']).not.toMatch(/[\u4e00-\u9fff][A-Za-z]|[A-Za-z][\u4e00-\u9fff]/);
  expect(text['zh-CN']).not.toMatch(/[\u4e00-\u9fff][,;?!]/);
}

function expectGoodTable(table: ParamTable) {
  for (const param of Object.values(table)) {
    expectBothLanguages(param.doc);
    if (param.default === null) expect(param.optional).toBe(true);
  }
  const defaults = Object.fromEntries(
    Object.entries(table).map(([name, param]) => [name, param.default]),
  );
  expect(parseParams(table, defaults)).toEqual({ values: defaults, problems: [] });
}

/** Layers whose title is no class of Keras 3, and the one that does the same. */
const otherNames: Readonly<Record<string, string>> = {
  thresholdedReLU: 'layers.ReLU',
  stochasticDepth: 'layers.Dropout',
};

test('kinds are unique, and each is found', () => {
  expect(new Set(layers.map(({ kind }) => kind)).size).toBe(layers.length);
  for (const layer of layers) expect(findLayer(layer.kind)).toBe(layer);
  expect(findLayer('wishfulLayer')).toBeUndefined();
});

describe.each(layers.map((layer) => [layer.kind, layer] as const))('%s', (_kind, layer) => {
  const params = parseParams(layer.params, {}).values;
  const call = layer.tfjs(params, []);
  const keras = layer.keras(params, []);

  test('has its texts in both languages', () => {
    expectBothLanguages(layer.doc);
    if (layer.differences) expectBothLanguages(layer.differences);
    expect(layer.gloss).toMatch(/[\u4e00-\u9fff]/);
    expect(layer.title).toMatch(/^[A-Z][A-Za-z0-9]*$/);
    expect(layer.link).toMatch(/^https:\/\//);
    for (const message of Object.values(layer.messages ?? {})) {
      expect(Object.keys(message.en)).toEqual(Object.keys(message['zh-CN']));
    }
  });

  test('has parameters with docs and valid defaults', () => {
    expectGoodTable(layer.params);
  });

  test('its calls name its function and declare no default that they do not pass', () => {
    if (layer.role !== undefined) return;
    // A layer that tf.layers lacks is a function of a module of ours.
    const made = layer.kind === 'stochasticDepth' ? 'dropout' : layer.kind;
    expect(call?.fn).toBe(call?.module === undefined ? `layers.${made}` : made);
    const ours = keras?.module === undefined ? `layers.${layer.title}` : layer.title;
    expect(keras?.fn).toBe(otherNames[layer.kind] ?? ours);
    for (const one of [call, keras]) {
      const unknown = Object.keys(one?.defaults ?? {}).filter(
        (name) => !(name in (one?.args ?? {})),
      );
      expect(unknown).toEqual([]);
    }
  });

  test('every parameter reaches both libraries', () => {
    const flat = (value: CallValue): readonly string[] =>
      isCall(value)
        ? Object.entries(value.args).flatMap(([name, arg]) => [name, ...flat(arg)])
        : [];
    const wrapped = { ...params, ...('bidirectional' in params ? { bidirectional: true } : {}) };
    const tfjsNames = new Set(flat(layer.tfjs(wrapped, [])));
    for (const name of Object.keys(layer.params)) {
      if (name === 'bidirectional') continue;
      if (layer.role !== 'output') expect([...tfjsNames]).toContain(name);
    }
    const kerasCount = flat(layer.keras(wrapped, [])).length;
    expect(kerasCount).toBeGreaterThanOrEqual(Object.keys(layer.params).length - 1);
  });
});

describe.each(Object.entries(partCatalogues))('%s', (_type, { parts }) => {
  test.each(parts.map((part) => [part.kind, part] as const))('%s', (_kind, part) => {
    expectBothLanguages(part.doc);
    expectGoodTable(part.params);
  });
});

test.each(activations)('$kind has its text in both languages', ({ doc }) => {
  expectBothLanguages(doc);
});
