import { describe, expect, test } from 'vitest';
import { writeNpy } from '#main/hosts/cli/npy.ts';

describe('writeNpy', () => {
  test.each([
    [[2, 3], '(2, 3)'],
    [[4], '(4,)'],
    [[], '()'],
  ])('shape %j', (shape, text) => {
    const bytes = writeNpy(shape, new Float32Array([1.5]));
    const header = Buffer.from(bytes.subarray(10, 128)).toString('latin1');
    expect(bytes.subarray(0, 8)).toEqual(new Uint8Array([0x93, 78, 85, 77, 80, 89, 1, 0]));
    expect(header.trimEnd()).toBe(`{'descr': '<f4', 'fortran_order': False, 'shape': ${text}, }`);
    expect(header.endsWith('\n')).toBe(true);
    expect(Buffer.from(bytes).readFloatLE(128)).toBe(1.5);
    expect(bytes.length).toBe(132);
  });
});
