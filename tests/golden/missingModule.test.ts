import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { missingModule } from '#main/engine/formats/missingModule.ts';
import { runChild } from '#main/engine/formats/runChild.ts';
import { ensureKeras } from '../parity/setup.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'strata-missing-'));

/** What a real Python says of a program. */
async function run(program: string): Promise<string> {
  const python = process.env['STRATA_PYTHON'] ?? (await ensureKeras());
  writeFileSync(path.join(folder, 'own.py'), 'import strata_has_none_of_this\n');
  writeFileSync(path.join(folder, 'program.py'), program);
  return (await runChild(python, ['program.py'], { cwd: folder })).output;
}

test.each([
  ['a package that is not installed', 'import nobody_has_this', 'nobody_has_this'],
  ['a part of one', 'from nobody_has_this.part import x', 'nobody_has_this'],
  ['one that its own file needs', 'import own', 'strata_has_none_of_this'],
  ['another fault', 'raise ValueError("No module named x")', null],
  ['nothing', 'print("fine")', null],
])('%s', async (_, program, expected) => {
  expect(missingModule(await run(program), folder)).toBe(expected);
});

test('a file of the project is no package', () => {
  expect(missingModule("ModuleNotFoundError: No module named 'own'", folder)).toBeNull();
});
