import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** A folder for the tests of a file, with a home of its own in it; both are gone in the end. */
export function folderWithHome(name: string): string {
  const root = mkdtempSync(path.join(tmpdir(), `strata-${name}-`));
  const before = process.env['STRATA_HOME'];
  beforeAll(() => {
    process.env['STRATA_HOME'] = path.join(root, 'home');
  });
  afterAll(() => {
    if (before === undefined) delete process.env['STRATA_HOME'];
    else process.env['STRATA_HOME'] = before;
    rmSync(root, { recursive: true });
  });
  return root;
}
