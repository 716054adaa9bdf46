import type { PreparationStep } from '#shared/data/data.ts';
import type { CheckContext } from '#shared/document/checks/context.ts';
import { targetOf } from '#shared/document/checks/judgeOutput.ts';
import { lastActivation } from '#shared/document/checks/lastLayer.ts';
import type { Edit } from '#shared/document/edit.ts';
import type { Fix } from '#shared/document/fix.ts';
import { paramFix } from '#shared/document/fixes/graphFixes.ts';
import { toVectorFixes } from '#shared/document/fixes/inputFixes.ts';
import { channelMaker } from '#shared/document/fixes/mergeFixes.ts';
import type { GraphNode } from '#shared/graph/graph.ts';
import { edgesInto } from '#shared/graph/queries.ts';
import type { LossDefinition } from '#shared/training/catalogue.ts';
import { findLoss, losses } from '#shared/training/losses/index.ts';
import type { OutputTraining } from '#shared/training/training.ts';

/** Losses in the order in which they are tried: the usual one for each kind of target first. */
const preferred = [
  'binaryCrossentropy',
  'sparseCategoricalCrossentropy',
  'categoricalCrossentropy',
  'meanSquaredError',
  'meanAbsoluteError',
];

const classification: ReadonlySet<string> = new Set(['binary', 'oneHot', 'classIndex']);

/**
 * Candidates for an output that is judged wrongly, the smallest change first: the last layer's activation, its units,
 * another loss, a step more or less for the target, a row instead of an image.
 */
export function* outputFixes(context: CheckContext, output: GraphNode): Generator<Fix> {
  yield* activationFixes(context, output);
  yield* unitFixes(context, output);
  yield* lossFixes(context, output);
  yield* stepFixes(context, output);
  yield* vectorFixes(context, output);
}

function trainingOf({ document }: CheckContext, output: GraphNode): OutputTraining | undefined {
  const { outputs } = document.training;
  return Object.hasOwn(outputs, output.id) ? outputs[output.id] : undefined;
}

function lossOf(context: CheckContext, output: GraphNode): LossDefinition | undefined {
  return findLoss(trainingOf(context, output)?.loss.kind ?? '');
}

function* activationFixes(context: CheckContext, output: GraphNode): Generator<Fix> {
  const { activation, owner } = lastActivation(context, output.id);
  const wanted = [...(lossOf(context, output)?.activations ?? []), 'sigmoid'];
  for (const name of new Set(wanted)) {
    if (owner !== null && name !== activation) {
      yield paramFix(owner, 'activation', name, name);
    }
  }
}

function sourceEdge({ document }: CheckContext, output: GraphNode) {
  return edgesInto(document.graph, output.id)[0];
}

/** Units that the target asks for; `null`: not known. */
function wantedUnits(context: CheckContext, output: GraphNode): number | null {
  const target = targetOf(context, output);
  if (target?.shape == null) {
    return null;
  }
  if (target.classes !== null) {
    return lossOf(context, output)?.target === 'binary' && target.classes === 2
      ? 1
      : target.classes;
  }
  return target.shape.at(-1) ?? 1;
}

function* unitFixes(context: CheckContext, output: GraphNode): Generator<Fix> {
  const units = wantedUnits(context, output);
  const edge = sourceEdge(context, output);
  const maker = edge === undefined ? null : channelMaker(context, edge.from.node);
  if (units !== null && maker !== null) {
    yield paramFix(maker.node, maker.param, units, String(units));
  }
}

/** An output's training with another loss; metrics that make no sense with it give way to accuracy or none. */
function withLoss(training: OutputTraining | undefined, loss: LossDefinition): OutputTraining {
  const before = training === undefined ? undefined : findLoss(training.loss.kind);
  const isSameForm = before?.target === loss.target;
  const usual = classification.has(loss.target) ? [{ kind: 'accuracy', params: {} }] : [];
  return {
    weight: 1,
    ...training,
    loss: { kind: loss.kind, params: {} },
    metrics: training !== undefined && isSameForm ? training.metrics : usual,
  };
}

function* lossFixes(context: CheckContext, output: GraphNode): Generator<Fix> {
  const training = trainingOf(context, output);
  const others = losses.filter((loss) => !preferred.includes(loss.kind));
  const inOrder = [...preferred.flatMap((kind) => findLoss(kind) ?? []), ...others];
  // Two are enough: the rest of the catalogue is one click away.
  let offered = 0;
  for (const loss of inOrder) {
    if (loss.kind === training?.loss.kind || !suits(context, output, loss) || offered === 2) {
      continue;
    }
    offered += 1;
    yield {
      title: { en: `Use ${loss.title}`, 'zh-CN': `改用 ${loss.title}` },
      edit: { type: 'setOutputTraining', node: output.id, training: withLoss(training, loss) },
    };
  }
}

/** Whether a loss suits the last layer and means something for the target. */
function suits(context: CheckContext, output: GraphNode, loss: LossDefinition): boolean {
  const shape = context.facts.nodes.get(output.id)?.outputs?.[0];
  const { activation } = lastActivation(context, output.id);
  if (shape === undefined || loss.fits(shape, activation) !== null) {
    return false;
  }
  const target = targetOf(context, output);
  if (target?.shape == null) {
    // Without a target, the last layer alone decides: softmax means classes, sigmoid yes or no.
    return loss.activations === null ? true : loss.activations.includes(activation ?? '');
  }
  const isIndex = target.classes !== null && target.classes > 2;
  return isIndex
    ? loss.target === 'classIndex'
    : loss.target !== 'classIndex' || target.classes !== null;
}

/** Adds or takes away the one-hot step of the target. */
function* stepFixes(context: CheckContext, output: GraphNode): Generator<Fix> {
  const target = targetOf(context, output);
  if (target === null) {
    return;
  }
  const { steps } = context.document.data;
  if (target.classes !== null) {
    const step = {
      kind: 'oneHot',
      features: [target.name],
      params: { classes: target.classes },
    };
    yield {
      title: {
        en: `One-hot encode ${target.name} (${target.classes} classes)`,
        'zh-CN': `对 ${target.name} 做独热编码（${target.classes} 类）`,
      },
      edit: { type: 'setData', data: { steps: [...steps, step] } },
    };
  }
  const left = withoutStep(steps, 'oneHot', target.name);
  if (left.length < steps.length) {
    yield {
      title: {
        en: `Remove the one-hot step of ${target.name}`,
        'zh-CN': `去掉 ${target.name} 的独热编码步骤`,
      },
      edit: { type: 'setData', data: { steps: left } },
    };
  }
}

/** Steps without those of this kind that only this feature goes through. */
function withoutStep(
  steps: readonly PreparationStep[],
  kind: string,
  feature: string,
): readonly PreparationStep[] {
  return steps.filter((step) => step.kind !== kind || step.features.join() !== feature);
}

/** Makes a row of what reaches the last layer with units, where an image or a sequence still arrives there. */
function* vectorFixes(context: CheckContext, output: GraphNode): Generator<Fix> {
  const edge = sourceEdge(context, output);
  const maker = edge === undefined ? null : channelMaker(context, edge.from.node);
  const into = maker === null ? undefined : edgesInto(context.document.graph, maker.node.id)[0];
  const shape =
    into === undefined ? undefined : context.facts.nodes.get(into.from.node)?.outputs?.[0];
  const isConvolution = maker?.param === 'filters';
  if (into !== undefined && shape !== undefined && !isConvolution) {
    yield* toVectorFixes(context, into, shape);
  }
}

/** For when no small change is enough: turns the end of the network into a classifier of the target's classes. */
export function* classifyFixes(context: CheckContext, output: GraphNode): Generator<Fix> {
  const classes = targetOf(context, output)?.classes ?? null;
  const edge = sourceEdge(context, output);
  const maker = edge === undefined ? null : channelMaker(context, edge.from.node);
  const { owner } = lastActivation(context, output.id);
  const loss = findLoss(classes === 2 ? 'binaryCrossentropy' : 'sparseCategoricalCrossentropy');
  if (classes === null || maker === null || owner === null || loss === undefined) {
    return;
  }
  const activation = classes === 2 ? 'sigmoid' : 'softmax';
  const units = classes === 2 ? 1 : classes;
  const title = {
    en: `Set ${units} ${units === 1 ? 'unit' : 'units'} with ${activation}, use ${loss.title}`,
    'zh-CN': `设为 ${units} 个单元、${activation}，并改用 ${loss.title}`,
  };
  const edits: readonly Edit[] = [
    { type: 'setParams', node: maker.node.id, params: { [maker.param]: units } },
    { type: 'setParams', node: owner.id, params: { activation } },
    {
      type: 'setOutputTraining',
      node: output.id,
      training: withLoss(trainingOf(context, output), loss),
    },
  ];
  yield { title, edit: { type: 'batch', label: title, edits } };
}
