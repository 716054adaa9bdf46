import { apply, constantOf, numberOf } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import type { GraphOptimizer } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import { RowArithmetic } from '#main/engine/graphMode/optimizers/sparseRows.ts';

/** Adamax. */
export const adamax: GraphOptimizer = {
  kind: 'adamax',
  slots: () => [0, 0],
  perStep: (values, step) => [numberOf(values, 'beta1') ** step],
  write(update) {
    const { perStep, learningRate, gradient, values } = update;
    const [beta1Power = ''] = perStep;
    apply(update, 'ResourceApplyAdaMax', [
      beta1Power,
      learningRate,
      ...['beta1', 'beta2', 'epsilon'].map((name) => constantOf(update, numberOf(values, name))),
      gradient,
    ]);
  },
  // TensorFlow has no kernel for rows of Adamax.
  writeRows(update, rows) {
    const { slots, perStep, learningRate, gradient, values } = update;
    const [first = '', largest = ''] = slots;
    const [beta1Power = ''] = perStep;
    const row = new RowArithmetic(update, rows);
    const constant = (name: string) => constantOf(update, numberOf(values, name));
    const rest = constantOf(update, 1 - numberOf(values, 'beta1'));
    const newFirst = row.op(
      'AddV2',
      row.op('Mul', row.read(first), constant('beta1')),
      row.op('Mul', gradient, rest),
    );
    const decayed = row.op('Mul', row.read(largest), constant('beta2'));
    const newLargest = row.op('Maximum', decayed, row.op('Abs', gradient));
    const rate = row.op('RealDiv', learningRate, row.op('Sub', constantOf(update, 1), beta1Power));
    const bounded = row.op('AddV2', newLargest, constant('epsilon'));
    row.finish(
      [
        [first, newFirst],
        [largest, newLargest],
      ],
      row.op('Mul', rate, row.op('RealDiv', newFirst, bounded)),
    );
  },
};
