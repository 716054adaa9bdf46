import type { Check, CheckContext } from '#shared/document/checks/context.ts';
import { found } from '#shared/document/checks/context.ts';
import type { Fix } from '#shared/document/fix.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Entry } from '#shared/training/catalogue.ts';
import { findLoss } from '#shared/training/losses/index.ts';
import { findOptimizer } from '#shared/training/optimizers/index.ts';
import { findSchedule } from '#shared/training/schedules/index.ts';
import type { Choice } from '#shared/training/training.ts';

/** Optimizer, schedule, losses and metrics must be known, their parameters valid. */
export const checkChoices: Check = ({ document }) => {
  const { optimizer, schedule, outputs } = document.training;
  return [
    ...checkChoice(optimizer, findOptimizer(optimizer.kind), 'training.optimizer', (params) => ({
      type: 'setTraining',
      training: { optimizer: { ...optimizer, params } },
    })),
    ...(schedule === null
      ? []
      : checkChoice(schedule, findSchedule(schedule.kind), 'training.schedule', (params) => ({
          type: 'setTraining',
          training: { schedule: { ...schedule, params } },
        }))),
    ...Object.entries(outputs).flatMap(([node, training]) => {
      const definition = findLoss(training.loss.kind);
      // An unknown loss is told where the output is judged.
      return definition === undefined
        ? []
        : checkChoice(training.loss, definition, 'training.outputs', (params) => ({
            type: 'setOutputTraining',
            node: node as never,
            training: { ...training, loss: { ...training.loss, params } },
          }));
    }),
  ];
};

function checkChoice(
  choice: Choice,
  definition: Entry | undefined,
  param: string,
  edit: (params: Choice['params']) => Fix['edit'],
): readonly Problem<Fix>[] {
  if (definition === undefined) {
    return [found('error', 'training.unknownKind', { param }, { kind: choice.kind })];
  }
  return parseParams(definition.params, choice.params).problems.map((problem) =>
    found(
      problem.severity,
      problem.code,
      { param: `${param}.${problem.place?.param ?? ''}` },
      problem.values,
      (problem.fixes ?? []).map((patch) => ({
        title: patch.title,
        edit: edit({ ...choice.params, ...(patch.params as Choice['params']) }),
      })),
    ),
  );
}

/** The batch must not be larger than what there is to train with, and early stopping must watch something that exists. */
export const checkNumbers: Check = (context) => [
  ...checkBatchSize(context),
  ...checkStopping(context),
];

/** Examples left to train with; `null`: known once the source is read. */
function trainingExamples({ document, prepared }: CheckContext): number | null {
  const { counts } = prepared;
  if (counts === null) {
    return null;
  }
  const { validation, validationFraction, testFraction } = document.data.split;
  const test = counts.test > 0 ? 0 : testFraction;
  return Math.round(counts.train * (1 - test - (validation === 'split' ? validationFraction : 0)));
}

function checkBatchSize(context: CheckContext) {
  const { batchSize } = context.document.training;
  const count = trainingExamples(context);
  if (count === null || batchSize <= count) {
    return [];
  }
  const smaller = Math.max(1, 2 ** Math.floor(Math.log2(Math.max(1, Math.min(count, 32)))));
  return [
    found(
      'warning',
      'training.batchLargerThanData',
      { param: 'training.batchSize' },
      { batchSize, count },
      [
        {
          title: { en: `Set the batch size to ${smaller}`, 'zh-CN': `把批大小设为 ${smaller}` },
          edit: { type: 'setTraining', training: { batchSize: smaller } },
        },
      ],
    ),
  ];
}

function checkStopping({ document }: CheckContext) {
  const { stopping } = document.training;
  const { split } = document.data;
  if (stopping === null || !stopping.monitor.startsWith('val') || split.validation !== 'none') {
    return [];
  }
  return [
    found(
      'warning',
      'training.monitorMissing',
      { param: 'training.stopping' },
      { monitor: stopping.monitor },
      [
        {
          title: {
            en: 'Hold back a part of the training examples for validation',
            'zh-CN': '从训练样本中留出一部分用于验证',
          },
          edit: { type: 'setData', data: { split: { ...split, validation: 'split' } } },
        },
        {
          title: { en: 'Watch the training loss', 'zh-CN': '改为监视训练损失' },
          edit: {
            type: 'setTraining',
            training: { stopping: { ...stopping, monitor: 'loss' } },
          },
        },
      ],
    ),
  ];
}
