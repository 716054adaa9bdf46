import { expect, test } from 'vitest';
import { memoryProblem } from '#main/engine/thrown.ts';

test.each([
  [new RangeError('Array buffer allocation failed'), true],
  [new RangeError('Invalid typed array length: 9000000000'), true],
  [new WebAssembly.RuntimeError('memory access out of bounds'), true],
  [new Error('Invalid TF_Status: 8\nMessage: OOM when allocating tensor with shape[9]'), true],
  [new Error('Aborted(Cannot enlarge memory arrays to size 4294967296 bytes (OOM))'), true],
  [new RangeError('Maximum call stack size exceeded'), false],
  [new TypeError('x is undefined'), false],
])('%s: is it memory? %s', (error, isMemory) => {
  expect(memoryProblem(error)?.code).toBe(isMemory ? 'engine.outOfMemory' : undefined);
});
