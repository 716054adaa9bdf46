import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findNode } from '#main/hosts/electron/findNode.ts';

const node = process.execPath;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-node-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('the Node of npm start comes first, then that of PATH', async () => {
  expect(await findNode({ STRATA_NODE: node, PATH: '' })).toBe(node);
  expect(await findNode({ PATH: ['', 'relative', folder, dirname(node)].join(delimiter) })).toBe(
    node,
  );
  expect(await findNode({ STRATA_NODE: join(folder, 'gone'), PATH: dirname(node) })).toBe(node);
});

test.skipIf(process.platform !== 'linux')(
  'there may be none, or none that is new enough',
  async () => {
    expect(await findNode({ PATH: folder })).toBeNull();
    const old = join(folder, 'node');
    for (const answer of ['echo v18.20.4', 'echo hello', 'exit 1']) {
      await writeFile(old, `#!/bin/sh\n${answer}\n`);
      await chmod(old, 0o755);
      expect(await findNode({ PATH: folder })).toBeNull();
    }
    expect(await findNode({ PATH: [folder, dirname(node)].join(delimiter) })).toBe(node);
  },
);
