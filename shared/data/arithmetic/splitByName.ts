/**
 * Divides examples by a name that each has: names that begin with `test` (any case) are the test part, those that begin with
 * `val` or `dev` the validation part, all others train. Each part: ascending numbers of examples.
 */
export function splitByName(names: ArrayLike<string | number | null>): {
  train: Uint32Array;
  validation: Uint32Array;
  test: Uint32Array;
} {
  const parts: { test: number[]; validation: number[]; train: number[] } = {
    test: [],
    validation: [],
    train: [],
  };
  for (let index = 0; index < names.length; index += 1) {
    const name = String(names[index] ?? '')
      .trim()
      .toLowerCase();
    const isTest = name.startsWith('test') || name.startsWith('测试');
    const isValidation =
      name.startsWith('val') || name.startsWith('dev') || name.startsWith('验证');
    parts[isTest ? 'test' : isValidation ? 'validation' : 'train'].push(index);
  }
  return {
    train: Uint32Array.from(parts.train),
    validation: Uint32Array.from(parts.validation),
    test: Uint32Array.from(parts.test),
  };
}
