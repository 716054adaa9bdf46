import { prepareFeatures } from '#shared/data/prepareFeatures.ts';
import type { Check, CheckContext } from '#shared/document/checks/context.ts';
import { found } from '#shared/document/checks/context.ts';
import { judgeOutput } from '#shared/document/checks/judgeOutput.ts';
import { classifyFixes, outputFixes } from '#shared/document/fixes/outputFixes.ts';
import { fixesThatPass } from '#shared/document/fixes/tryFixes.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Fix } from '#shared/document/fix.ts';
import type { GraphNode } from '#shared/graph/graph.ts';
import type { GraphFacts } from '#shared/graph/inferGraph.ts';
import { outputNodes } from '#shared/graph/queries.ts';
import { findLoss } from '#shared/training/losses/index.ts';
import { findMetric } from '#shared/training/metrics/index.ts';

/** How every output is judged: its loss, the last layer before it, the target, its metrics. */
export const checkOutputs: Check = (context) =>
  outputNodes(context.document.graph).flatMap((output) => {
    const problem = judgeOutput(context, output);
    const metrics = checkMetrics(context, output);
    if (problem === null) {
      return metrics;
    }
    const { code, severity, place = {}, values } = problem;
    const mends = (facts: GraphFacts, changed: StrataDocument) => {
      const prepared =
        changed.data === context.document.data ? context.prepared : prepareFeatures(changed.data);
      return judgeOutput({ document: changed, facts, prepared }, output) === null;
    };
    const small = fixesThatPass(context, outputFixes(context, output), 3, mends);
    const fixes =
      small.length > 0 ? small : fixesThatPass(context, classifyFixes(context, output), 1, mends);
    return [found(severity, code, place, values, fixes), ...metrics];
  });

/** Metrics that mean nothing for the target of the loss. */
function checkMetrics({ document }: CheckContext, output: GraphNode) {
  const { outputs } = document.training;
  const training = Object.hasOwn(outputs, output.id) ? outputs[output.id] : undefined;
  const loss = findLoss(training?.loss.kind ?? '');
  if (training === undefined || loss === undefined) {
    return [];
  }
  return training.metrics.flatMap((choice, index) => {
    const metric = findMetric(choice.kind);
    const place = { node: output.id };
    const left = training.metrics.filter((_metric, place) => place !== index);
    const fix: Fix = {
      title: {
        en: `Remove ${metric?.title ?? choice.kind}`,
        'zh-CN': `去掉 ${metric?.title ?? choice.kind}`,
      },
      edit: {
        type: 'setOutputTraining',
        node: output.id,
        training: { ...training, metrics: left },
      },
    };
    if (metric === undefined) {
      return [found('error', 'training.unknownKind', place, { kind: choice.kind }, [fix])];
    }
    return metric.targets.includes(loss.target)
      ? []
      : [
          found(
            'warning',
            'training.metricDoesNotFit',
            place,
            { metric: metric.title, loss: loss.title },
            [fix],
          ),
        ];
  });
}
