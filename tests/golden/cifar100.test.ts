import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { lay } from '../hosts/rawFiles.ts';
import { ensureKeras } from '../parity/setup.mjs';
import { loadExamples } from '#main/engine/data/examples/loadExamples.ts';
import { recogniseAndGuess } from '#main/engine/data/inspect/recogniseAndGuess.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import { exportModel } from '#main/engine/formats/exportModel.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';
import { proposeDocument } from '#shared/document/proposeDocument.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';

const run = promisify(execFile);
const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));
const work = { signal: new AbortController().signal, tell: () => undefined };
const random = mulberry32(3);

/** Records of CIFAR-100: the number of a group, that of a class, three planes of pixels. */
function records(count: number): Uint8Array {
  return Uint8Array.from({ length: count * 3074 }, (_, at) => {
    if (at % 3074 === 0) return 7;
    return Math.floor(random() * (at % 3074 === 1 ? 100 : 256));
  });
}

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

test.each(['random', 'stratified'] as const)(
  'exports read the binary files of CIFAR-100 as the engine does, divided %s',
  async (method) => {
    const python = process.env['STRATA_PYTHON'] ?? (await ensureKeras());
    const folder = await mkdtemp(path.join(os.tmpdir(), 'strata-cifar-'));
    try {
      const files = { 'train.bin': records(10), 'test.bin': records(3) };
      const data = lay(path.join(folder, 'data'), files);
      const { recipe } = value(await recogniseAndGuess([data], work));
      const split = { ...recipe.split, method };
      const document = proposeDocument('photos', { ...recipe, split });
      expect(document.data.source?.kind).toBe('cifar100');
      const { tf } = value(await openDevice('auto'));
      const facts = inferGraph(document.graph, document.blocks);
      const loaded = value(await loadExamples(tf, document, facts, null, { seed: document.seed }));
      const batch = await loaded.examples.test?.batch(Uint32Array.of(0, 1, 2));
      const engine = [batch?.inputs[0], batch?.targets[0]].map((tensor) =>
        Array.from(tensor?.dataSync() ?? []),
      );
      await loaded.close();
      const exported = async (target: 'typescript' | 'keras') => {
        const options = { weights: false, trainingCode: true, verify: false };
        const place = path.join(folder, target);
        const input = { document, documentFolder: null, weights: null, target, options };
        const made = value(await exportModel({ ...input, folder: place }, () => undefined)).folder;
        lay(path.join(made, 'data'), files);
        return made;
      };
      const same = (text: string) => {
        const given = JSON.parse(text) as readonly (readonly number[])[];
        expect(given.map(({ length }) => length)).toEqual(engine.map(({ length }) => length));
        for (const [part, numbers] of engine.entries()) {
          const differences = numbers.map((number, at) =>
            Math.abs(number - (given[part]?.[at] ?? NaN)),
          );
          expect(Math.max(...differences)).toBeLessThan(1e-6);
        }
      };
      const large = { maxBuffer: 2 ** 26 };

      const typescript = await exported('typescript');
      await symlink(packages, path.join(typescript, 'node_modules'), 'junction');
      const compiler = path.join(packages, 'typescript', 'lib', 'tsc.js');
      await run(process.execPath, [compiler, '-p', '.'], { cwd: typescript });
      const code = `(async () => {
      const { test } = await require('./dist/src/data.js').loadData(${document.seed});
      const { inputs, targets } = test.batch(Uint32Array.of(0, 1, 2));
      const lists = [inputs[0], targets[0]].map((tensor) => Array.from(tensor.dataSync()));
      process.stdout.write(JSON.stringify(lists));
    })()`;
      same((await run(process.execPath, ['-e', code], { cwd: typescript, ...large })).stdout);

      const script = `import json
import numpy as np
from data import load_data
_, _, test = load_data(${document.seed})
print(json.dumps([np.asarray(part).ravel().astype(float).tolist() for part in test]))`;
      const keras = await exported('keras');
      same((await run(python, ['-c', script], { cwd: keras, ...large })).stdout);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  120_000,
);
