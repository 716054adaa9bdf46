import { attribute } from '#main/engine/graphMode/attributes.ts';
import { dataTypes } from '#main/engine/graphMode/dataTypes.ts';
import type { NodeOutput } from '#main/engine/graphMode/graphDef.ts';
import { constantOf, numberOf } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import type { GraphOptimizer } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';

/**
 * Adadelta as tfjs has it: it divides by the sum of squared gradients of the step before, TensorFlow's kernel by the new one,
 * so it is written op by op.
 */
export const adadelta: GraphOptimizer = {
  kind: 'adadelta',
  slots: () => [0, 0],
  perStep: () => [],
  write(update) {
    const { graph, name, variable, slots, learningRate, gradient, after, values } = update;
    const [squares = '', updates = ''] = slots;
    let count = 0;
    const float = { T: attribute.type(dataTypes.float32) };
    const held = { dtype: attribute.type(dataTypes.float32) };
    const op = (kind: string, ...inputs: NodeOutput[]): NodeOutput =>
      graph.node(`${name}/${count++}`, kind, inputs, float);
    const read = (handle: NodeOutput): NodeOutput =>
      graph.node(`${name}/${count++}`, 'ReadVariableOp', [handle, ...after], held);
    const rho = constantOf(update, numberOf(values, 'rho'));
    const rest = constantOf(update, 1 - numberOf(values, 'rho'));
    const epsilon = constantOf(update, numberOf(values, 'epsilon'));
    const root = (value: NodeOutput): NodeOutput => op('Sqrt', op('AddV2', value, epsilon));
    const mean = (old: NodeOutput, value: NodeOutput): NodeOutput =>
      op('AddV2', op('Mul', old, rho), op('Mul', op('Square', value), rest));
    const [oldSquares, oldUpdates] = [read(squares), read(updates)];
    const step = op('Mul', op('RealDiv', root(oldUpdates), root(oldSquares)), gradient);
    const writes = [
      [squares, mean(oldSquares, gradient)],
      [updates, mean(oldUpdates, step)],
    ].map(
      ([handle = '', value = '']) =>
        // Not before both were read: a value that is read may still be the variable's own memory.
        `^${graph.node(`${name}/${count++}`, 'AssignVariableOp', [handle, value, `^${oldSquares}`, `^${oldUpdates}`], held)}`,
    );
    const change = op('Mul', step, learningRate);
    graph.node(name, 'AssignSubVariableOp', [variable, change, ...after, ...writes], held);
  },
};
