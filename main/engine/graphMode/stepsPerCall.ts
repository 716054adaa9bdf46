import type { Op, Program } from '#main/engine/graphMode/program.ts';
import { ProgramFacts } from '#main/engine/graphMode/rewrites/rewriteOps.ts';

/** How many steps a call may take, the most first. */
const choices = [8, 4, 2] as const;

/** A graph of more ops takes long to load. */
const mostOps = 1000;

/** More multiply-adds in a call, about 50 ms on two cores, and stopping a run would be felt to wait for its end. */
const mostMultiplyAdds = 4e9;

/**
 * How many steps one call takes. Between two calls a processor rests while JavaScript makes up the next, and steps of one call
 * overlap: a batch is gathered while the step before is being finished. Small nets gain most (W1 1.5 times as fast), others
 * about a twentieth.
 */
export function stepsPerCallOf(program: Program): number {
  const multiplyAdds = multiplyAddsOf(program);
  const fitting = choices.find(
    (steps) => steps * program.ops.length <= mostOps && steps * multiplyAdds <= mostMultiplyAdds,
  );
  return fitting ?? 1;
}

/** Multiply-adds of a program's products, convolutions and recurrent cells. */
export function multiplyAddsOf(program: Program): number {
  const facts = new ProgramFacts(program);
  return program.ops.reduce((sum, op) => sum + multiplyAddsOfOp(op, facts), 0);
}

function multiplyAddsOfOp(op: Op, facts: ProgramFacts): number {
  const shape = (input: number): readonly number[] => facts.shapeOf(op.inputs[input] ?? 0);
  const made = sizeOf(op.outputs[0]?.shape ?? []);
  switch (op.name) {
    case 'MatMul':
      return (sizeOf(shape(0)) * sizeOf(shape(1)) * made) ** 0.5;
    case 'BatchMatMulV2': {
      const batch = sizeOf((op.outputs[0]?.shape ?? []).slice(0, -2));
      return (sizeOf(shape(0)) * sizeOf(shape(1)) * made) ** 0.5 / batch ** 0.5;
    }
    case 'Conv2D':
    case 'Conv3D':
      return (made * sizeOf(shape(1))) / (shape(1).at(-1) ?? 1);
    case 'Conv2DBackpropInput':
    case 'Conv3DBackpropInputV2':
      return (sizeOf(shape(2)) * sizeOf(shape(1))) / (shape(1).at(-1) ?? 1);
    case 'Conv2DBackpropFilter':
    case 'Conv3DBackpropFilterV2':
      return (sizeOf(shape(2)) * made) / (op.outputs[0]?.shape.at(-1) ?? 1);
    case 'BlockLSTM':
      return sizeOf(shape(1).slice(0, 2)) * sizeOf(shape(4));
    case 'GRUBlockCell':
      return (shape(0)[0] ?? 1) * (sizeOf(shape(2)) + sizeOf(shape(3)));
    default:
      return 0;
  }
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
