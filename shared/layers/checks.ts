import type { LayerInputs, ParamPatch, WeightSpec } from '#shared/layers/defineLayer.ts';
import type { ParamTable, ParamValues, PartValue } from '#shared/layers/params.ts';
import { findPart } from '#shared/layers/partCatalogues.ts';
import { snakeCase } from '#shared/layers/kerasNames.ts';
import type { Problem, ProblemValue } from '#shared/problems/problem.ts';
import { axisIndex } from '#shared/shape/shape.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** What a layer's shape code answers with. */
export type LayerProblem = Problem<ParamPatch>;

function problem(
  code: string,
  values: Readonly<Record<string, ProblemValue>>,
  fixes: readonly ParamPatch[] = [],
): LayerProblem {
  return { code, severity: 'error', values, ...(fixes.length > 0 ? { fixes } : {}) };
}

/** `layers.inputCount` or `layers.wrongRank`, or null when the inputs are what the layer takes. */
export function checkInputs(
  layer: string,
  accepted: LayerInputs,
  inputs: readonly Shape[],
): LayerProblem | null {
  const { min, max, ranks } = accepted;
  if (inputs.length < min || (max !== null && inputs.length > max)) {
    const expected = max === null ? `≥ ${min}` : max === min ? String(min) : `${min}–${max}`;
    return problem('layers.inputCount', { layer, count: inputs.length, expected });
  }
  const odd = inputs.find((shape) => ranks && !ranks.includes(shape.length));
  if (!odd || !ranks) return null;
  return problem('layers.wrongRank', {
    layer,
    shape: odd,
    rank: odd.length,
    expected: describeRanks(ranks),
  });
}

function describeRanks(ranks: readonly number[]): string {
  const sorted = [...ranks].sort((a, b) => a - b);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? 0;
  return sorted.length > 2 && last - first === sorted.length - 1
    ? `${first}–${last}`
    : sorted.join(', ');
}

/** Axes as words of a text, so that they are not taken for a shape: `−1`, `2`. */
export function axisWords(axes: readonly number[]): readonly string[] {
  return axes.map((axis) => String(axis).replace('-', '−'));
}

/** `layers.unknownSize` when the size at this index (without the batch) is not known. */
export function requireSize(layer: string, shape: Shape, index: number): LayerProblem | null {
  return shape[index] === null
    ? problem('layers.unknownSize', { layer, shape, axis: index + 1 })
    : null;
}

/** `layers.axisOutOfRange` when the shape has no such axis (Keras counting); offers `repair`, by default the last axis. */
export function requireAxis(
  layer: string,
  param: string,
  axis: number,
  shape: Shape,
  repair: ParamValues = { [param]: -1 },
): LayerProblem | null {
  if (axisIndex(axis, shape.length) !== null) return null;
  return problem('layers.axisOutOfRange', { layer, axis, shape, rank: shape.length }, [
    {
      title: {
        en: `Set ${param} to −1 (the last axis)`,
        'zh-CN': `把 ${param} 设为 −1（最后一个轴）`,
      },
      params: repair,
    },
  ]);
}

/**
 * `layers.initializerShape` for the first initializer that cannot fill its weight. `depthwiseInitializer` belongs to the
 * weight whose name begins with `depthwise`.
 */
export function checkInitializers(
  layer: string,
  table: ParamTable,
  params: Readonly<Record<string, unknown>>,
  weights: () => readonly WeightSpec[],
): LayerProblem | null {
  for (const [name, param] of Object.entries(table)) {
    if (param.type !== 'initializer') continue;
    const fits = findPart('initializer', params[name] as PartValue)?.fits;
    if (!fits) continue;
    const prefix = snakeCase(name.replace(/Initializer$/, ''));
    const weight = weights().find(
      (spec) => !fits(spec.shape) && spec.name.split('/').at(-1)?.startsWith(prefix),
    );
    if (!weight) continue;
    const patch: ParamValues = { [name]: param.default };
    const kind = param.default?.kind ?? '';
    return problem(
      'layers.initializerShape',
      {
        layer,
        param: name,
        initializer: findPart('initializer', params[name] as PartValue)?.title ?? '',
        shape: weight.shape,
      },
      [
        {
          title: { en: `Set ${name} to ${kind}`, 'zh-CN': `把 ${name} 设为 ${kind}` },
          params: patch,
        },
      ],
    );
  }
  return null;
}
