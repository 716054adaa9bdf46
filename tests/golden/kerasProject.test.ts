import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureKeras } from '../parity/setup.mjs';
import { documents, fullRecipe, templateOf } from './documents.ts';
import { exportModel } from '#main/engine/formats/exportModel.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

const run = promisify(execFile);

let python: string;
let parent: string;
beforeAll(async () => {
  python = process.env['STRATA_PYTHON'] ?? (await ensureKeras());
  process.env['STRATA_PYTHON'] = python;
  parent = await mkdtemp(path.join(os.tmpdir(), 'strata-keras-'));
}, 15 * 60_000);
afterAll(() => rm(parent, { recursive: true }));

async function exportKeras(document: StrataDocument, name: string, verify: boolean) {
  const folder = path.join(parent, name);
  const exported = await exportModel(
    {
      document,
      documentFolder: null,
      weights: null,
      target: 'keras',
      options: { weights: true, trainingCode: true, verify },
      folder,
    },
    () => undefined,
  );
  if (!exported.ok) throw new Error(JSON.stringify(exported.problem));
  return exported.value;
}

const cases: readonly (readonly [string, StrataDocument | undefined])[] = [
  ['mnist-cnn', templateOf('mnist-cnn')],
  ['text-lstm', templateOf('text-lstm')],
  ['siamese', documents['siamese']],
  ['blocks', documents['blocks']],
  ['wrapped', documents['wrapped']],
  ['attention', documents['attention']],
  ['operations', documents['operations']],
  ['padded', documents['padded']],
];

test.each(cases)(
  'the Keras script of %s has the same parameters and predictions under real Keras',
  async (id, document) => {
    if (document === undefined) throw new Error(`There is no document ${id}.`);
    const { verification, folder } = await exportKeras(document, id, true);
    expect(verification).toMatchObject({ kind: 'verified', examples: 32 });
    expect(verification.kind === 'verified' && verification.maxDifference).toBeLessThan(1e-4);
    const code = 'from model import create_model; print("count", create_model().count_params())';
    const { stdout } = await run(python, ['-c', code], { cwd: folder });
    const facts = inferGraph(document.graph, document.blocks);
    expect(stdout.trim()).toBe(`count ${facts.totals.parameterCount}`);
  },
  180_000,
);

test('train.py runs with everything that a recipe can ask for, and its weights predict', async () => {
  const { folder } = await exportKeras(fullRecipe(), 'full', false);
  const { stdout } = await run(python, ['train.py'], { cwd: folder });
  expect(stdout).toMatch(/^Epoch 1\/6$/m);
  expect(stdout).toMatch(/learning_rate: 0\.05/);
  const code =
    'import numpy as np; np.save("x.npy", np.zeros((2, 8))); import predict; predict.main()';
  const predicted = await run(python, ['-c', code, '--input', 'x.npy'], { cwd: folder });
  expect(JSON.parse(predicted.stdout)).toMatchObject({ outputs: [{ shape: [2, 1] }] });
}, 180_000);

test('a Python without Keras is said, and nothing is claimed', async () => {
  process.env['STRATA_PYTHON'] = 'no-such-python';
  try {
    const { verification, files } = await exportKeras(
      templateOf('table-binary'),
      'unchecked',
      true,
    );
    expect(verification).toMatchObject({
      kind: 'notVerified',
      reason: { code: 'export.noPython' },
    });
    expect(files.length).toBeGreaterThan(5);
  } finally {
    process.env['STRATA_PYTHON'] = python;
  }
});
