import type { Feature } from '#shared/data/catalogue.ts';
import { findSource, sources } from '#shared/data/sources/index.ts';
import type { Check, CheckContext } from '#shared/document/checks/context.ts';
import { found } from '#shared/document/checks/context.ts';
import type { Fix } from '#shared/document/fix.ts';
import { paramFix } from '#shared/document/fixes/graphFixes.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { GraphNode } from '#shared/graph/graph.ts';
import { inputNodes, outputNodes } from '#shared/graph/queries.ts';
import { formatValue } from '#shared/problems/describeProblem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Problems of the source and of the preparation steps. */
export const checkRecipe: Check = (context) => {
  const { data } = context.document;
  const problems = context.prepared.problems.map(({ code, severity, place = {}, values }) =>
    found(
      severity,
      code,
      { param: code === 'data.noSource' ? 'data.source' : 'data', ...place },
      values,
      recipeFixes[code]?.(context) ?? [],
    ),
  );
  const needsTest = data.split.validation === 'test' && data.split.testFraction === 0;
  if (context.prepared.hasNoTest && needsTest) {
    problems.push(
      found('error', 'data.noTestPart', { param: 'data.split' }, {}, [
        {
          title: {
            en: 'Hold back a part of the training examples for validation',
            'zh-CN': '从训练样本中留出一部分用于验证',
          },
          edit: { type: 'setData', data: { split: { ...data.split, validation: 'split' } } },
        },
      ]),
    );
  }
  return problems;
};

const recipeFixes: Readonly<Record<string, (context: CheckContext) => readonly Fix[]>> = {
  'data.noSource': sourceFixes,
  'data.unknownStep': removeStepFixes,
  'data.noSuchFeature': removeStepFixes,
  'data.oneHotNeedsNumber': removeStepFixes,
};

/** Sources whose examples the network's input takes as they are. */
function sourceFixes({ document, facts }: CheckContext): readonly Fix[] {
  const input = inputNodes(document.graph)[0];
  const shape = input === undefined ? undefined : facts.nodes.get(input.id)?.outputs?.[0];
  return sources.flatMap((source): Fix[] => {
    const params = parseParams(source.params, {}).values as never;
    const isComplete = source.missing(params).length === 0;
    const fits = source
      .features(params)
      .some((feature) => feature.role === 'input' && same(feature.shape, shape ?? null));
    return isComplete && fits
      ? [
          {
            title: { en: `Use ${source.title.en}`, 'zh-CN': `使用 ${source.title['zh-CN']}` },
            edit: { type: 'setData', data: { source: { kind: source.kind, params: {} } } },
          },
        ]
      : [];
  });
}

/** Takes out the steps that cannot be made. */
function removeStepFixes({ document, prepared }: CheckContext): readonly Fix[] {
  const { steps } = document.data;
  const names = new Set(prepared.features.map((feature) => feature.name));
  const bad = new Set(
    prepared.problems.flatMap((each) => [each.values['feature'], each.values['kind']]),
  );
  const left = steps.filter(
    (step) =>
      !bad.has(step.kind) &&
      !(bad.has(step.feature) && (step.kind === 'oneHot' || !names.has(step.feature))),
  );
  return left.length === steps.length
    ? []
    : [
        {
          title: { en: 'Remove the step', 'zh-CN': '去掉该步骤' },
          edit: { type: 'setData', data: { steps: left } },
        },
      ];
}

/** Every input must be fed and every output compared, with features of the right shape. */
export const checkBindings: Check = (context) => {
  const { document } = context;
  if (document.data.source === null || findSource(document.data.source.kind) === undefined) {
    return [];
  }
  const inputs = inputNodes(document.graph).flatMap((node) => checkInput(context, node));
  const outputs = outputNodes(document.graph).flatMap((node) => checkOutput(context, node));
  return [...inputs, ...outputs];
};

function checkInput(context: CheckContext, node: GraphNode) {
  const { bindings } = context.document.data;
  const name = Object.hasOwn(bindings.inputs, node.id) ? bindings.inputs[node.id] : undefined;
  const feature = context.prepared.features.find((each) => each.name === name);
  const shape = context.facts.nodes.get(node.id)?.outputs?.[0] ?? null;
  const place = { node: node.id };
  if (feature === undefined) {
    return [
      found('error', 'data.inputUnbound', place, { node: node.name, feature: name ?? null }, [
        ...bindFixes(context, node, 'inputs', 'input', shape),
      ]),
    ];
  }
  if (feature.shape === null || shape === null || accepts(shape, feature.shape)) {
    return [];
  }
  const text = formatValue(feature.shape, 'en');
  return [
    found(
      'error',
      'data.inputShapeDiffers',
      { ...place, param: 'shape' },
      { node: node.name, shape, feature: feature.name, given: feature.shape },
      [
        ...(feature.shape.length > 0 ? [paramFix(node, 'shape', feature.shape, text)] : []),
        ...bindFixes(context, node, 'inputs', 'input', shape).filter((fix) => fix.fits),
      ],
    ),
  ];
}

function checkOutput(context: CheckContext, node: GraphNode) {
  const { bindings } = context.document.data;
  const name = Object.hasOwn(bindings.outputs, node.id) ? bindings.outputs[node.id] : undefined;
  if (context.prepared.features.some((feature) => feature.name === name)) {
    return [];
  }
  const shape = context.facts.nodes.get(node.id)?.outputs?.[0] ?? null;
  return [
    found(
      'error',
      'data.outputUnbound',
      { node: node.id },
      { node: node.name, feature: name ?? null },
      [...bindFixes(context, node, 'outputs', 'target', shape)],
    ),
  ];
}

/** Bindings to features of a role, those of the right shape first. */
function bindFixes(
  context: CheckContext,
  node: GraphNode,
  side: 'inputs' | 'outputs',
  role: Feature['role'],
  shape: Shape | null,
): readonly (Fix & { readonly fits: boolean })[] {
  const { bindings } = context.document.data;
  return context.prepared.features
    .filter((feature) => feature.role === role && feature.name !== bindings[side][node.id])
    .map((feature) => ({
      fits: shape !== null && feature.shape !== null && accepts(shape, feature.shape),
      title:
        side === 'inputs'
          ? {
              en: `Feed ${node.name} with ${feature.name}`,
              'zh-CN': `用 ${feature.name} 作为 ${node.name} 的数据`,
            }
          : {
              en: `Compare ${node.name} with ${feature.name}`,
              'zh-CN': `让 ${node.name} 与 ${feature.name} 比较`,
            },
      edit: {
        type: 'setData' as const,
        data: { bindings: { ...bindings, [side]: { ...bindings[side], [node.id]: feature.name } } },
      },
    }))
    .sort((a, b) => Number(b.fits) - Number(a.fits));
}

/** Whether an input of this shape takes a feature of that one: an unknown size takes any, one number may be `[]` or `[1]`. */
function accepts(input: Shape, feature: Shape): boolean {
  const given = feature.length === 0 ? [1] : feature;
  return (
    input.length === given.length &&
    input.every((size, axis) => size === null || given[axis] == null || size === given[axis])
  );
}

function same(a: Shape | null, b: Shape | null): boolean {
  return (
    a !== null && b !== null && a.length === b.length && a.every((size, axis) => size === b[axis])
  );
}
