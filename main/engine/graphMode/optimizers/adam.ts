import { apply, constantOf, numberOf } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import type { GraphOptimizer } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import { RowArithmetic } from '#main/engine/graphMode/optimizers/sparseRows.ts';

/**
 * Adam. tfjs adds epsilon after the bias correction, TensorFlow before it: epsilon is fed times the correction's root,
 * which makes both the same.
 */
export const adam: GraphOptimizer = {
  kind: 'adam',
  slots: () => [0, 0],
  perStep(values, step) {
    const beta2Power = numberOf(values, 'beta2') ** step;
    return [
      numberOf(values, 'beta1') ** step,
      beta2Power,
      numberOf(values, 'epsilon') * Math.sqrt(1 - beta2Power),
    ];
  },
  write(update) {
    const { perStep, learningRate, gradient, values } = update;
    const [beta1Power = '', beta2Power = '', epsilon = ''] = perStep;
    apply(update, 'ResourceApplyAdam', [
      beta1Power,
      beta2Power,
      learningRate,
      constantOf(update, numberOf(values, 'beta1')),
      constantOf(update, numberOf(values, 'beta2')),
      epsilon,
      gradient,
    ]);
  },
  // TensorFlow has no kernel for rows of Adam.
  writeRows(update, rows) {
    const { slots, perStep, learningRate, gradient, values } = update;
    const [first = '', second = ''] = slots;
    const [beta1Power = '', beta2Power = '', epsilon = ''] = perStep;
    const row = new RowArithmetic(update, rows);
    const mean = (handle: string, value: string, beta: string) => {
      const rest = constantOf(update, 1 - numberOf(values, beta));
      const kept = row.op('Mul', row.read(handle), constantOf(update, numberOf(values, beta)));
      return row.op('AddV2', kept, row.op('Mul', value, rest));
    };
    const one = constantOf(update, 1);
    const newFirst = mean(first, gradient, 'beta1');
    const newSecond = mean(second, row.op('Square', gradient), 'beta2');
    const correction = row.op(
      'RealDiv',
      row.op('Sqrt', row.op('Sub', one, beta2Power)),
      row.op('Sub', one, beta1Power),
    );
    const rate = row.op('Mul', learningRate, correction);
    const direction = row.op(
      'RealDiv',
      newFirst,
      row.op('AddV2', row.op('Sqrt', newSecond), epsilon),
    );
    row.finish(
      [
        [first, newFirst],
        [second, newSecond],
      ],
      row.op('Mul', rate, direction),
    );
  },
};
