import { runChild } from '#main/engine/formats/runChild.ts';

const check = 'import keras, sys; sys.exit(0 if int(keras.__version__.split(".")[0]) >= 3 else 3)';

/** A Python that can import Keras 3: STRATA_PYTHON, or the system's; null: none. */
export async function findKerasPython(cwd: string): Promise<string | null> {
  const named = process.env['STRATA_PYTHON'];
  const candidates = named === undefined || named === '' ? ['python3', 'python'] : [named];
  for (const python of candidates) {
    const { code } = await runChild(python, ['-c', check], { cwd });
    if (code === 0) return python;
  }
  return null;
}
