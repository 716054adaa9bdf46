import type { Feature } from '#shared/data/catalogue.ts';
import type { CheckContext } from '#shared/document/checks/context.ts';
import { lastActivation } from '#shared/document/checks/lastLayer.ts';
import type { GraphNode } from '#shared/graph/graph.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';
import type { LossDefinition, TargetForm } from '#shared/training/catalogue.ts';
import { findLoss } from '#shared/training/losses/index.ts';

/** What an output is compared with: the feature that its binding names. */
export function targetOf({ document, prepared }: CheckContext, output: GraphNode): Feature | null {
  const { outputs } = document.data.bindings;
  const name = Object.hasOwn(outputs, output.id) ? outputs[output.id] : undefined;
  return prepared.features.find((feature) => feature.name === name) ?? null;
}

/**
 * What is wrong with how an output is judged, or `null`. An output whose shape is not known yet is not judged.
 * Problems: `training.outputWithoutLoss`, `training.unknownKind`, those of the loss's `fits`, `training.softmaxOfOne`,
 * `training.binaryNeedsTwoClasses`, `training.unitsNotClasses`, `training.targetDiffers`.
 */
export function judgeOutput(context: CheckContext, output: GraphNode): Problem | null {
  const shape = context.facts.nodes.get(output.id)?.outputs?.[0];
  const { outputs } = context.document.training;
  const entry = Object.hasOwn(outputs, output.id) ? outputs[output.id] : undefined;
  const place = { node: output.id };
  if (entry === undefined) {
    return error('training.outputWithoutLoss', place, { node: output.name });
  }
  const loss = findLoss(entry.loss.kind);
  if (loss === undefined) {
    return error('training.unknownKind', place, { kind: entry.loss.kind });
  }
  if (shape === undefined) {
    return null;
  }
  const { activation } = lastActivation(context, output.id);
  if (activation === 'softmax' && shape.at(-1) === 1) {
    return error('training.softmaxOfOne', place, { node: output.name, shape });
  }
  const unfit = loss.fits(shape, activation);
  if (unfit !== null) {
    return { ...unfit, place, values: { node: output.name, ...unfit.values } };
  }
  const target = targetOf(context, output);
  return target?.shape == null ? null : judgeTarget(output, shape, loss, target, target.shape);
}

function judgeTarget(
  output: GraphNode,
  shape: Shape,
  loss: LossDefinition,
  target: Feature,
  targetShape: Shape,
): Problem | null {
  const place = { node: output.id };
  const { classes } = target;
  if ((loss.target === 'binary' || loss.target === 'sign') && classes !== null && classes > 2) {
    return error('training.binaryNeedsTwoClasses', place, {
      loss: loss.title,
      feature: target.name,
      classes,
    });
  }
  const expected = expectedTarget[loss.target](shape);
  if (!matches(expected, targetShape)) {
    return error('training.targetDiffers', place, {
      node: output.name,
      loss: loss.title,
      shape,
      expected,
      feature: target.name,
      target: targetShape,
    });
  }
  const units = shape.at(-1) ?? null;
  if (loss.target === 'classIndex' && classes !== null && units !== null && units !== classes) {
    const problem = error('training.unitsNotClasses', place, {
      node: output.name,
      units,
      feature: target.name,
      classes,
    });
    // Spare outputs learn to stay near zero; missing ones make the loss not a number.
    return units > classes ? { ...problem, severity: 'warning' } : problem;
  }
  return null;
}

const expectedTarget: Readonly<Record<TargetForm, (output: Shape) => Shape>> = {
  values: (output) => output,
  binary: (output) => output,
  sign: (output) => output,
  oneHot: (output) => output,
  classIndex: (output) => output.slice(0, -1),
};

/** Whether shapes agree; a last size of 1 may be written or not, an unknown size fits any. */
function matches(a: Shape, b: Shape): boolean {
  const short = (shape: Shape) => (shape.at(-1) === 1 ? shape.slice(0, -1) : shape);
  const [first, second] = [short(a), short(b)];
  return (
    first.length === second.length &&
    first.every((size, axis) => {
      const other = second[axis] ?? null;
      return size === null || other === null || size === other;
    })
  );
}

function error(code: string, place: Problem['place'], values: Problem['values']): Problem {
  return { code, severity: 'error', ...(place === undefined ? {} : { place }), values };
}
