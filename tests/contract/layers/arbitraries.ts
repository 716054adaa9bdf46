import fc from 'fast-check';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { Param, ParamTable, ParamValue, ParamValues } from '#shared/layers/params.ts';
import { partCatalogues } from '#shared/layers/partCatalogues.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Small sizes keep tfjs fast; the arithmetic does not care. */
const largestAboveMin = 4;

/** Any valid value of a parameter. */
function paramValue(param: Param): fc.Arbitrary<ParamValue> {
  const value = definiteValue(param);
  return param.optional ? fc.option(value, { nil: null, freq: 3 }) : value;
}

function wholeNumber(min = -3, max = Infinity): fc.Arbitrary<number> {
  return fc.integer({ min, max: Math.min(max, min + largestAboveMin) });
}

function definiteValue(param: Param): fc.Arbitrary<ParamValue> {
  switch (param.type) {
    case 'integer':
      return wholeNumber(param.min, param.max);
    case 'number': {
      const min = param.min ?? -1;
      return fc.double({ min, max: param.max ?? min + 2, noNaN: true });
    }
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...param.choices);
    case 'text':
      return fc.string();
    case 'integers': {
      const entry = wholeNumber(param.min, param.max);
      const length = param.length ?? { min: 1, max: 3 };
      return fc.array<number | null>(
        param.holes ? fc.option(entry, { nil: null, freq: 4 }) : entry,
        {
          minLength: typeof length === 'number' ? length : length.min,
          maxLength: typeof length === 'number' ? length : length.max,
        },
      );
    }
    case 'initializer':
    case 'regularizer':
    case 'constraint':
      return fc.constantFrom(...partCatalogues[param.type].parts.map(({ kind }) => ({ kind })));
  }
}

/** Defaults as large as a vocabulary would take seconds to fill. */
function isSmall(value: ParamValue): boolean {
  return typeof value !== 'number' || value < 100;
}

/** Valid values for a whole table; now and then one is left at its default, so that all combinations come. */
export function paramValues(table: ParamTable): fc.Arbitrary<ParamValues> {
  return fc.record(
    Object.fromEntries(
      Object.entries(table).map(([name, param]) => [
        name,
        isSmall(param.default)
          ? fc.oneof(fc.constant<ParamValue>(param.default), paramValue(param))
          : paramValue(param),
      ]),
    ),
  );
}

const size = fc.oneof({ arbitrary: fc.integer({ min: 1, max: 7 }), weight: 12 }, fc.constant(null));

function shapeOfRank(rank: number): fc.Arbitrary<Shape> {
  return fc.array(size, { minLength: rank, maxLength: rank });
}

/** Mostly ranks that the layer takes, sometimes others. */
function inputShape(layer: LayerDefinition): fc.Arbitrary<Shape> {
  const accepted = layer.inputs.ranks ?? [1, 2, 3, 4];
  const small = accepted.filter((rank) => rank <= 4);
  return fc
    .oneof({ arbitrary: fc.constantFrom(...small), weight: 9 }, fc.integer({ min: 1, max: 4 }))
    .chain(shapeOfRank);
}

/** Inputs for a layer; those of merging layers are mostly alike. */
export function inputShapes(layer: LayerDefinition): fc.Arbitrary<readonly Shape[]> {
  const { min, max } = layer.inputs;
  if (min === 0) return fc.constant([]);
  if (max === 1) return fc.tuple(inputShape(layer));
  return inputShape(layer).chain((first) => {
    const alike = fc
      .tuple(fc.nat(), size)
      .map(([axis, other]) =>
        first.map((own, index) => (index === axis % Math.max(first.length, 1) ? other : own)),
      );
    const further = fc.oneof(fc.constant(first), alike, inputShape(layer));
    return fc
      .array(further, { minLength: min - 1, maxLength: max === null ? 2 : max - 1 })
      .map((others) => [first, ...others]);
  });
}
