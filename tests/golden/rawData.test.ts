import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lay } from '../hosts/rawFiles.ts';
import { ensureKeras } from '../parity/setup.mjs';
import { type RawCase, rawCases } from './rawCases.ts';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { compileTraining } from '#main/engine/compile/compileTraining.ts';
import { loadExamples } from '#main/engine/data/examples/loadExamples.ts';
import { recogniseAndGuess } from '#main/engine/data/inspect/recogniseAndGuess.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import { exportModel } from '#main/engine/formats/exportModel.ts';
import { saveLayersModel } from '#main/engine/formats/layersModel.ts';
import { predict } from '#main/engine/predict/predict.ts';
import { predictTable } from '#main/engine/predict/predictTable.ts';
import { forward, totalLoss } from '#main/engine/train/trainStep.ts';
import { savePreparation } from '#main/engine/train/preparationFile.ts';
import { proposeDocument } from '#shared/document/proposeDocument.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';

const run = promisify(execFile);
const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));
const compiler = path.join(packages, 'typescript', 'lib', 'tsc.js');
const work = { signal: new AbortController().signal, tell: () => undefined };
const tolerance = 1e-5;

let parent: string;
let python: string;
beforeAll(async () => {
  python = process.env['STRATA_PYTHON'] ?? (await ensureKeras());
  process.env['STRATA_PYTHON'] = python;
  parent = await mkdtemp(path.join(os.tmpdir(), 'strata-raw-'));
}, 15 * 60_000);
afterAll(() => rm(parent, { recursive: true }));

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

interface Outputs {
  readonly outputs: readonly { readonly shape: number[]; readonly values: number[] }[];
}

/** A run of random weights, what the engine predicts with it, and its exports. */
async function prepare(each: RawCase) {
  const folder = path.join(parent, each.name);
  const data = path.join(lay(path.join(folder, 'data'), await each.files()), each.raw);
  const unpacked = each.unpacked;
  const input =
    unpacked === undefined
      ? data
      : path.join(lay(path.join(folder, 'unpacked'), await unpacked.files()), unpacked.raw);
  const parts = Object.fromEntries(
    Object.entries(each.parts ?? {}).map(([part, name]) => [part, path.join(folder, 'data', name)]),
  );
  const { recipe } = value(await recogniseAndGuess([data], work, parts));
  const proposed = proposeDocument(each.name, recipe);
  const document = each.change?.(proposed) ?? proposed;
  const { tf } = value(await openDevice('auto'));
  const facts = inferGraph(document.graph, document.blocks);
  const model = value(compileModel(tf, document, facts));
  const loaded = value(await loadExamples(tf, document, facts, null, { seed: document.seed }));
  const training = value(compileTraining(tf, model, facts, document.training));
  const { train, validation, test } = loaded.examples;
  const counts = [train, validation, test].map((part) => part?.count ?? 0);
  const batch = await train.batch(Uint32Array.from({ length: train.count }, (_, at) => at));
  const outputs = forward(model, batch.inputs, true);
  const [loss = NaN] = await totalLoss(tf, training, outputs, batch).data();
  const unweighted = { targets: batch.targets };
  const [plainLoss = NaN] = await totalLoss(tf, training, outputs, unweighted).data();
  await loaded.close();
  const runFolder = path.join(folder, 'run');
  const weights = { folder: path.join(runFolder, 'checkpoints', 'last') };
  value(await saveLayersModel(model, weights.folder));
  value(await savePreparation(runFolder, loaded.fitted));
  const expected = value(await predict({ document, weights, inputPath: data }));
  const table = path.join(folder, 'expected.csv');
  value(
    await predictTable(
      { document, runFolder, weights, input: data, output: table, id: each.id },
      work,
    ),
  );
  const exported = async (target: 'typescript' | 'keras', name: string) => {
    const input = {
      document,
      documentFolder: null,
      weights,
      target,
      options: { weights: true, trainingCode: true, verify: false },
      folder: path.join(folder, name),
    };
    return value(await exportModel(input, () => undefined)).folder;
  };
  const typescript = await exported('typescript', 'ts');
  const keras = await exported('keras', 'py');
  return { folder, input, document, expected, table, typescript, keras, loss, plainLoss, counts };
}

describe.each(rawCases)('a network of $name, exported', (each) => {
  let made: Awaited<ReturnType<typeof prepare>>;
  beforeAll(async () => {
    made = await prepare(each);
  }, 120_000);

  /** Predicts with a project's own program, as a table and as numbers. */
  async function expectSame(program: string, args: readonly string[], cwd: string) {
    const ids = each.id === null ? [] : ['--id', each.id];
    const outputs = path.join(made.folder, 'outputs.json');
    const table = path.join(made.folder, 'outputs.csv');
    for (const output of [outputs, table]) {
      await run(program, [...args, '--input', made.input, '--output', output, ...ids], { cwd });
    }
    const given = JSON.parse(await readFile(outputs, 'utf8')) as Outputs;
    const wanted = made.expected.outputs;
    expect(given.outputs.map(({ shape }) => shape)).toEqual(wanted.map(({ shape }) => [...shape]));
    for (const [index, { values }] of wanted.entries()) {
      const differences = Array.from(values, (number, at) =>
        Math.abs(number - (given.outputs[index]?.values[at] ?? NaN)),
      );
      expect(Math.max(...differences)).toBeLessThan(tolerance);
    }
    const fields = async (file: string) => (await readFile(file, 'utf8')).split(/[,\n]/);
    const tableGiven = await fields(table);
    const tableWanted = await fields(made.table);
    expect(tableGiven).toHaveLength(tableWanted.length);
    for (const [at, field] of tableWanted.entries()) {
      const other = tableGiven[at] ?? '';
      const number = Number(field);
      if (field === '' || Number.isNaN(number)) expect(other).toBe(field);
      else expect(Math.abs(Number(other) - number)).toBeLessThan(1e-5 * Math.max(1, number));
    }
  }

  test('says the preparation as calls, as prettier would write it', async () => {
    for (const file of ['data', 'prepare', 'source']) {
      const text = await readFile(path.join(made.typescript, 'src', `${file}.ts`), 'utf8');
      const options = { parser: 'typescript', printWidth: 100, singleQuote: true };
      expect(await format(text, options)).toBe(text);
    }
    for (const [file, code] of each.prints) {
      expect(await readFile(path.join(made.folder, file), 'utf8')).toMatch(code);
    }
  });

  test('predicts from raw data in TypeScript what the engine predicts, and trains', async () => {
    await symlink(packages, path.join(made.typescript, 'node_modules'), 'junction');
    await run(process.execPath, [compiler, '-p', '.'], { cwd: made.typescript });
    await expectSame(process.execPath, ['dist/src/predict.js'], made.typescript);
    await layData(made.typescript);
    const args = ['dist/src/train.js', '--steps', '1'];
    const { stdout } = await run(process.execPath, args, { cwd: made.typescript });
    expect(stdout).toMatch(/Step 1: loss \d/);
    const code = `import('./dist/src/data.js').then(({ loadData }) => loadData(${made.document.seed})).then(
      ({ train, validation, test }) => console.log(JSON.stringify([train, validation, test].map((part) => part?.count ?? 0))))`;
    const counted = await run(process.execPath, ['-e', code], { cwd: made.typescript });
    expect(JSON.parse(counted.stdout)).toEqual(made.counts);
  }, 120_000);

  test('predicts from raw data with Keras what the engine predicts, and loads its examples', async () => {
    await expectSame(python, ['predict.py'], made.keras);
    await layData(made.keras);
    const seed = (await readFile(path.join(made.keras, 'data.py'), 'utf8')).includes('(seed)');
    const code = `from data import load_data; print([0 if part is None else len(part[1]) for part in load_data(${seed ? made.document.seed : ''})])`;
    const { stdout } = await run(python, ['-c', code], { cwd: made.keras });
    expect(JSON.parse(stdout)).toEqual(made.counts);
  }, 120_000);

  if (each.name.startsWith('boxes')) {
    test('reads the same boxes in both languages', async () => {
      const recipe = made.document.data;
      const opened = value(await openSource(recipe, null));
      const wanted: string[][] = [[], []];
      for await (const { cells } of opened.train.stream(['file', 'boxes'])) {
        for (const [at, name] of ['file', 'boxes'].entries()) {
          const own = cells[name];
          if (own?.type === 'texts') wanted[at]?.push(...own.values.map((text) => text ?? ''));
        }
      }
      await layData(made.typescript);
      await layData(made.keras);
      const printed = await run(
        process.execPath,
        [
          '-e',
          `import('./dist/src/source.js').then(({ readSource }) => readSource(['file', 'boxes'])).then(
          ({ train }) => console.log(JSON.stringify([train.file.values, train.boxes.values])))`,
        ],
        { cwd: made.typescript },
      );
      const code = `
import json
from source import read_source
given = read_source(["file", "boxes"])
train = given[0] if isinstance(given, tuple) else given
print(json.dumps([train["file"], train["boxes"]]))`;
      const printedByPython = await run(python, ['-c', code], { cwd: made.keras });
      const rounded = ([files = [], boxes = []]: string[][]) => [
        files,
        boxes.map((text) => text.split(/\s/).map((word) => Number(word).toFixed(6))),
      ];
      expect(wanted[1]?.filter((text) => text.includes('\n')).length).toBeGreaterThan(3);
      expect(rounded(JSON.parse(printed.stdout) as string[][])).toEqual(rounded(wanted));
      expect(rounded(JSON.parse(printedByPython.stdout) as string[][])).toEqual(rounded(wanted));
    });
  }

  if (each.name !== 'weights') return;
  test('counts examples by their weights in both languages as the engine does', async () => {
    expect(Math.abs(made.loss - made.plainLoss)).toBeGreaterThan(0.1 * made.plainLoss);
    await layData(made.typescript);
    const args = ['dist/src/train.js', '--steps', '1', '--weights', 'weights'];
    const trained = await run(process.execPath, args, { cwd: made.typescript });
    const [, printed] = /Step 1: loss ([\d.]+)/.exec(trained.stdout) ?? [];
    expect(Number(printed)).toBeCloseTo(made.loss, 5);
    await layData(made.keras);
    const code = `
from data import load_data
from train import compile_model
from weights import load_weights
(inputs, targets, weights), _, _ = load_data(${made.document.seed})
model = compile_model()
load_weights(model)
print(model.evaluate(inputs, targets, batch_size=1000, sample_weight=weights, verbose=0, return_dict=True)["loss"])`;
    const evaluated = await run(python, ['-c', code], { cwd: made.keras });
    expect(Number(evaluated.stdout)).toBeCloseTo(made.loss, 5);
    await run(python, ['train.py'], { cwd: made.keras });
  }, 120_000);

  /** Puts the data where the project looks for it. */
  async function layData(project: string) {
    const name = path.basename(made.input);
    if (each.unpacked !== undefined) {
      lay(path.join(project, 'data'), await each.unpacked.files());
      return;
    }
    const files = await each.files();
    lay(path.join(project, 'data', each.raw === '' ? name : ''), files);
  }
});
