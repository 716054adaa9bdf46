import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { forkNode } from '#main/core/forkNode.ts';
import { enginePool } from '#main/core/pool.ts';

const heap = `
  process.on('message', () => {
    const kept = [];
    for (;;) kept.push(Array.from({ length: 10000 }, (_, index) => ({ index })));
  });`;
const native = `
  process.on('message', () => {
    process.stderr.write("terminate called after throwing an instance of 'std::bad_alloc'\\n  what():  std::bad_alloc\\n");
    process.abort();
  });`;
const other = `process.on('message', () => process.exit(3));`;

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['V8 has no heap left', heap, 'engine.outOfMemory', /heap/],
  ['a native library gets no memory', native, 'engine.outOfMemory', /bad_alloc/],
  ['something else', other, 'engine.died', /^exit code 3$/],
])('a process that ends by itself: %s', async (_name, script, code, reason) => {
  const folder = await mkdtemp(join(tmpdir(), 'strata-pool-'));
  const engineEntry = join(folder, 'engine.cjs');
  await writeFile(engineEntry, script);
  vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=24');
  const fork = forkNode({ engineEntry, appRoot: folder, enginesFolder: folder });
  const pool = enginePool({ usual: fork, inNode: null });
  const answer = await pool.request('run', 'listDevices', null);
  expect(answer).toMatchObject({ ok: false, problem: { code } });
  if (answer.ok) return;
  const { detail, reason: said } = answer.problem.values;
  expect(detail ?? said).toMatch(reason);
});
