import { augmentationProblems } from '#shared/data/augmentations/checkAugmentations.ts';
import type { Feature } from '#shared/data/catalogue.ts';
import type { PreparationStep } from '#shared/data/data.ts';
import { inputShape, joinedShape } from '#shared/data/joinFeatures.ts';
import { featuresAfter, sourceFeatures } from '#shared/data/prepareFeatures.ts';
import { findSource, sources } from '#shared/data/sources/index.ts';
import { findStep } from '#shared/data/steps/index.ts';
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
      fixesOf(code)(context),
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
  'data.wrongKind': removeStepFixes,
  'data.rowsAfterLearning': moveStepFixes,
  'data.unknownAugmentation': removeAugmentationFixes,
  'data.noAugmentedFeature': removeAugmentationFixes,
  'data.wrongAugmentation': removeAugmentationFixes,
};

/** What mends a problem of the recipe; what a step refuses goes without the step. */
function fixesOf(code: string): (context: CheckContext) => readonly Fix[] {
  const refused = code.startsWith('steps.') ? removeStepFixes : () => [];
  return recipeFixes[code] ?? refused;
}

/** Sources whose examples the network's input takes as they are. */
function sourceFixes({ document, facts }: CheckContext): readonly Fix[] {
  const input = inputNodes(document.graph)[0];
  const shape = input === undefined ? undefined : facts.nodes.get(input.id)?.outputs?.[0];
  return sources.flatMap((source): Fix[] => {
    const params = parseParams(source.params, {}).values as never;
    const isComplete = source.missing(params).length === 0;
    const fits = (source.features?.(params) ?? []).some(
      (feature) => feature.role === 'input' && same(feature.shape, shape ?? null),
    );
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

/** Takes out the steps that cannot be made, and of the others the features that they cannot take. */
function removeStepFixes({ document }: CheckContext): readonly Fix[] {
  const { data } = document;
  const source = findSource(data.source?.kind ?? '');
  if (source === undefined) return [];
  const { values } = parseParams(source.params, data.source?.params ?? {});
  let features = sourceFeatures(source, data, values);
  const left = data.steps.flatMap((step): PreparationStep[] => {
    const taken = step.features.filter((name) =>
      featuresAfter(features, { ...step, features: [name] }).problems.every(
        ({ severity }) => severity !== 'error',
      ),
    );
    if (taken.length === 0) return [];
    const own = taken.length === step.features.length ? step : { ...step, features: taken };
    features = featuresAfter(features, own).features;
    return [own];
  });
  return [
    {
      title: { en: 'Remove the step', 'zh-CN': '去掉该步骤' },
      edit: { type: 'setData', data: { steps: left } },
    },
  ];
}

/** Takes out the augmentations that cannot be made. */
function removeAugmentationFixes({ document, prepared }: CheckContext): readonly Fix[] {
  const { data } = document;
  const left = data.augmentations.filter(
    (augmentation) =>
      augmentationProblems({ ...data, augmentations: [augmentation] }, prepared.features).length ===
      0,
  );
  return [
    {
      title: { en: 'Remove the augmentation', 'zh-CN': '去掉该数据增强' },
      edit: { type: 'setData', data: { augmentations: left } },
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

/** Puts steps that look at all rows before the first one that learns. */
function moveStepFixes({ document }: CheckContext): readonly Fix[] {
  const { steps } = document.data;
  const learns = (kind: string) => {
    const definition = findStep(kind);
    return definition?.fit !== undefined && definition.keeps === undefined;
  };
  const first = steps.findIndex(({ kind }) => learns(kind));
  const after = steps.slice(first);
  const looks = ({ kind }: PreparationStep) =>
    findStep(kind)?.keeps !== undefined || findStep(kind)?.inOrder === true;
  const moved = [
    ...steps.slice(0, first),
    ...after.filter(looks),
    ...after.filter((step) => !looks(step)),
  ];
  return [
    {
      title: { en: 'Move it before the steps that learn', 'zh-CN': '移到需要学习的步骤之前' },
      edit: { type: 'setData', data: { steps: moved } },
    },
  ];
}

function checkInput(context: CheckContext, node: GraphNode) {
  const { bindings, windows } = context.document.data;
  const names = (Object.hasOwn(bindings.inputs, node.id) && bindings.inputs[node.id]) || [];
  const shape = context.facts.nodes.get(node.id)?.outputs?.[0] ?? null;
  const place = { node: node.id };
  const features: Feature[] = [];
  for (const name of names) {
    const feature = context.prepared.features.find((each) => each.name === name);
    if (feature === undefined) {
      return [
        found('error', 'data.inputUnbound', place, { node: node.name, feature: name }, [
          ...inputFixes(context, node, shape),
        ]),
      ];
    }
    if (feature.dtype === 'text') {
      return [found('error', 'data.textNotNumbers', place, { node: node.name, feature: name })];
    }
    features.push(feature);
  }
  if (features.length === 0) {
    return [
      found('error', 'data.inputUnbound', place, { node: node.name, feature: null }, [
        ...inputFixes(context, node, shape),
      ]),
    ];
  }
  const given = inputShape(features, windows);
  if (given === null || shape === null || accepts(shape, given)) return [];
  return [
    found(
      'error',
      'data.inputShapeDiffers',
      { ...place, param: 'shape' },
      { node: node.name, shape, feature: names.join(', '), given },
      [
        ...(given.length > 0 ? [paramFix(node, 'shape', given, formatValue(given, 'en'))] : []),
        ...inputFixes(context, node, shape).filter((fix) => fix.fits),
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
      [...targetFixes(context, node, shape)],
    ),
  ];
}

interface BindFix extends Fix {
  readonly fits: boolean;
}

/** Features to feed an input with, those of the right shape first: all numbers of the examples together, or one. */
function inputFixes(
  { document, prepared }: CheckContext,
  node: GraphNode,
  shape: Shape | null,
): readonly BindFix[] {
  const { bindings, windows } = document.data;
  const bound = (bindings.inputs[node.id] ?? []).join();
  // Windows may look at the past of what is to be predicted.
  const usable = prepared.features.filter(
    ({ role, dtype }) =>
      dtype !== 'text' && (role === 'input' || (role === 'target' && windows !== null)),
  );
  const flat = usable.filter((feature) => (joinedShape([feature])?.length ?? 2) < 2);
  const fits = (group: readonly Feature[]): boolean => {
    const given = inputShape(group, windows);
    return shape !== null && given !== null && accepts(shape, given);
  };
  const single = usable.map((feature) => [feature]);
  const offersAll = flat.length > 1 && (fits(flat) || !single.some(fits));
  return [...(offersAll ? [flat] : []), ...single]
    .filter((group) => group.map(({ name }) => name).join() !== bound)
    .map((group) => {
      const names = group.map(({ name }) => name);
      const [first = ''] = names;
      return {
        fits: fits(group),
        title:
          group.length === 1
            ? {
                en: `Feed ${node.name} with ${first}`,
                'zh-CN': `用 ${first} 作为 ${node.name} 的数据`,
              }
            : {
                en: `Feed ${node.name} with all ${names.length} features`,
                'zh-CN': `用全部 ${names.length} 个特征作为 ${node.name} 的数据`,
              },
        edit: {
          type: 'setData' as const,
          data: { bindings: { ...bindings, inputs: { ...bindings.inputs, [node.id]: names } } },
        },
      };
    })
    .sort((a, b) => Number(b.fits) - Number(a.fits));
}

/** Targets to compare an output with, those of the right shape first. */
function targetFixes(
  { document, prepared }: CheckContext,
  node: GraphNode,
  shape: Shape | null,
): readonly BindFix[] {
  const { bindings } = document.data;
  return prepared.features
    .filter(({ role, name }) => role === 'target' && name !== bindings.outputs[node.id])
    .map(({ name, shape: given }) => ({
      fits: shape !== null && given !== null && accepts(shape, given),
      title: {
        en: `Compare ${node.name} with ${name}`,
        'zh-CN': `让 ${node.name} 与 ${name} 比较`,
      },
      edit: {
        type: 'setData' as const,
        data: { bindings: { ...bindings, outputs: { ...bindings.outputs, [node.id]: name } } },
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
