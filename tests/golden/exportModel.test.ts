import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documents } from './documents.ts';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import { compareOutputs } from '#main/engine/formats/compareOutputs.ts';
import type { GivenOutput } from '#main/engine/formats/compareOutputs.ts';
import { exportModel, previewExport } from '#main/engine/formats/exportModel.ts';
import type { ExportContext } from '#main/engine/formats/format.ts';
import { findFormat } from '#main/engine/formats/index.ts';
import { takeSamples } from '#main/engine/formats/samples.ts';
import type { Samples } from '#main/engine/formats/samples.ts';
import { printTypeScriptModel } from '#shared/codegen/typescript/printModel.ts';
import { templates } from '#shared/document/templates.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { ExportOptions, Verification } from '#shared/protocol/types.ts';

const everything: ExportOptions = { weights: true, trainingCode: true, verify: true };

function templateOf(id: string): StrataDocument {
  const template = templates.find((each) => each.id === id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  return template.document;
}

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'strata-export-'));
});
afterAll(() => rm(parent, { recursive: true }));

function exportTemplate(id: string, target: string, name: string, options = everything) {
  return exportDocument(templateOf(id), target, name, options);
}

async function exportDocument(
  document: StrataDocument,
  target: string,
  name: string,
  options = everything,
) {
  const steps = new Set<string>();
  const input = {
    document,
    documentFolder: null,
    weights: null,
    target,
    options,
    folder: path.join(parent, name),
  };
  const exported = await exportModel(input, (event) => {
    if (event.type === 'exportProgress') steps.add(event.step);
  });
  if (!exported.ok) throw new Error(JSON.stringify(exported.problem));
  return { ...exported.value, steps: [...steps] };
}

async function contextOf(document: StrataDocument): Promise<ExportContext> {
  const device = await openDevice('auto');
  if (!device.ok) throw new Error(device.problem.code);
  const { tf } = device.value;
  const facts = inferGraph(document.graph, document.blocks);
  const model = compileModel(tf, document, facts);
  if (!model.ok) throw new Error(model.problem.code);
  const samples = await takeSamples(tf, model.value, document, facts, null);
  return { document, facts, model: model.value, options: everything, samples };
}

function verify(target: string, folder: string, context: ExportContext): Promise<Verification> {
  const format = findFormat(target);
  if (format === undefined) throw new Error(`There is no format ${target}.`);
  return format.verify(folder, context, () => undefined);
}

/** What a saved model gives in a process of its own, in which nothing but tfjs and these files is loaded. */
async function runInPlainTfjs(
  folder: string,
  layers: readonly string[],
  samples: Samples,
): Promise<GivenOutput[]> {
  const entry = path.join(parent, 'plain.ts');
  const bundle = path.resolve('build/test/plainTfjs.cjs');
  await writeFile(
    entry,
    `import * as tf from '@tensorflow/tfjs';
import { readFileSync } from 'node:fs';
${layers.map((file) => `import ${JSON.stringify(path.join(folder, file))};`).join('\n')}
async function main() {
  const json = JSON.parse(readFileSync(${JSON.stringify(path.join(folder, 'model.json'))}, 'utf8'));
  const weights = readFileSync(${JSON.stringify(path.join(folder, 'weights.bin'))});
  const model = await tf.loadLayersModel(tf.io.fromMemory({
    modelTopology: json.modelTopology,
    weightSpecs: json.weightsManifest[0].weights,
    weightData: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.length),
  }));
  const inputs = JSON.parse(readFileSync(0, 'utf8')).map(({ values, shape }) => tf.tensor(values, shape));
  const outputs = [model.predict(inputs)].flat();
  console.log('given' + JSON.stringify(outputs.map((output) => ({ shape: output.shape, values: [...output.dataSync()] }))));
}
void main();
`,
  );
  await build({
    entryPoints: [entry],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'error',
  });
  const inputs = samples.inputs.map(({ values, shape }) => ({ values: [...values], shape }));
  const stdout = execFileSync(process.execPath, [bundle], {
    input: JSON.stringify(inputs),
    encoding: 'utf8',
  });
  return JSON.parse(stdout.slice(stdout.indexOf('given') + 5)) as GivenOutput[];
}

describe('a TypeScript project', () => {
  test('of the digits network is compiled, run and found equal', async () => {
    const { verification, files, steps, folder } = await exportTemplate(
      'mnist-cnn',
      'typescript',
      'digits',
    );
    expect(verification).toMatchObject({ kind: 'verified', examples: 32, outputs: 320 });
    expect(verification.kind === 'verified' && verification.maxDifference).toBeLessThan(1e-4);
    expect(steps).toEqual(['generating', 'writing', 'compiling', 'running', 'comparing']);
    expect(files.map((file) => file.path).sort()).toEqual([
      '.gitignore',
      'README.md',
      'package.json',
      'src/arithmetic/cells.ts',
      'src/arithmetic/changeNumbers.ts',
      'src/arithmetic/scale.ts',
      'src/arithmetic/shuffle.ts',
      'src/arrays.ts',
      'src/backend.ts',
      'src/data.ts',
      'src/examples.ts',
      'src/fit.ts',
      'src/folders.ts',
      'src/generators/mulberry32.ts',
      'src/model.ts',
      'src/predict.ts',
      'src/prepare.ts',
      'src/train.ts',
      'src/weights.ts',
      'test/export.test.ts',
      'test/samples/input-0.npy',
      'test/samples/outputs.json',
      'tsconfig.json',
      'weights/model.json',
      'weights/weights.bin',
    ]);
    // Nothing of the check stays behind, neither in the folder nor beside it.
    expect((await readdir(folder)).sort()).toEqual([
      '.gitignore',
      'README.md',
      'package.json',
      'src',
      'test',
      'tsconfig.json',
      'weights',
    ]);
    expect(await readdir(parent)).toEqual(['digits']);
  });

  test.each(['text-lstm', 'two-inputs'])('of %s is found equal', async (id) => {
    const { verification } = await exportTemplate(id, 'typescript', id);
    expect(verification).toMatchObject({ kind: 'verified', examples: 32 });
  });

  test('of a wrapped layer is found equal: its weights have the names that the code gives', async () => {
    const document = templateOf('text-lstm');
    const nodes = document.graph.nodes.map((node) =>
      node.kind === 'lstm' ? { ...node, params: { units: 4, bidirectional: true } } : node,
    );
    const both = { ...document, graph: { ...document.graph, nodes } };
    const { verification } = await exportDocument(both, 'typescript', 'both');
    expect(verification).toMatchObject({ kind: 'verified', examples: 32 });
  });

  test('without weights and training code is found equal too', async () => {
    const { verification, files } = await exportTemplate('table-binary', 'typescript', 'code', {
      weights: false,
      trainingCode: false,
      verify: true,
    });
    expect(verification).toMatchObject({ kind: 'verified', examples: 32 });
    const paths = files.map((file) => file.path);
    expect(paths.filter((name) => /train|data|weights\/|test/.test(name))).toEqual([]);
  });
});

describe('layers that tf.layers lacks', () => {
  const repaired = documents['repaired'];
  if (repaired === undefined) throw new Error('There is no document of them.');

  test('go into a TypeScript project, which runs in plain tfjs', async () => {
    const { verification, files } = await exportDocument(repaired, 'typescript', 'repaired', {
      ...everything,
      trainingCode: false,
    });
    expect(verification).toMatchObject({ kind: 'verified' });
    const { modules } = printTypeScriptModel(repaired, inferGraph(repaired.graph, repaired.blocks));
    const paths = files.map((file) => file.path);
    expect(paths).toEqual(expect.arrayContaining(modules.map((name) => `src/layers/${name}.ts`)));
  });

  test('go with a saved model, which plain tfjs reads once they are imported', async () => {
    const { verification, files, folder } = await exportDocument(repaired, 'tfjs', 'repaired-tfjs');
    expect(verification).toMatchObject({ kind: 'verified' });
    const layers = files.map((file) => file.path).filter((name) => name.startsWith('layers/'));
    expect(layers).not.toEqual([]);
    const readme = await readFile(path.join(folder, 'README.md'), 'utf8');
    for (const file of layers) expect(readme).toContain(`import './${file}';`);
    const { samples } = await contextOf(repaired);
    const answered = await runInPlainTfjs(folder, layers, samples);
    expect(compareOutputs(samples.outputs, answered)).toMatchObject({ kind: 'verified' });
  });

  test('leave other saved models as they are', async () => {
    const { files } = await exportTemplate('text-lstm', 'tfjs', 'stock');
    expect(files.map((file) => file.path)).toEqual(['model.json', 'weights.bin']);
  });
});

describe('one changed byte in the weights', () => {
  const flip = async (file: string, at: number) => {
    const bytes = await readFile(file);
    bytes[at] = (bytes[at] ?? 0) ^ 0x40;
    await writeFile(file, bytes);
    return bytes;
  };
  /** Makes the checksum fit again, so that only the comparison can find the change. */
  const resign = async (file: string, bytes: Uint8Array) => {
    const json = JSON.parse(await readFile(file, 'utf8')) as { userDefinedMetadata: object };
    const weightsSha256 = createHash('sha256').update(bytes).digest('hex');
    await writeFile(file, JSON.stringify({ ...json, userDefinedMetadata: { weightsSha256 } }));
  };

  test.each([
    ['typescript', 'weights/', 'export.doesNotRun'],
    ['tfjs', '', 'format.damaged'],
  ])('is found in a %s export, even the least bit', async (target, sub, code) => {
    const { folder } = await exportTemplate('table-binary', target, `flip-${target}`);
    const context = await contextOf(templateOf('table-binary'));
    const weights = path.join(folder, `${sub}weights.bin`);
    // Byte 0 of a little-endian float: the end of its mantissa.
    const bytes = await flip(weights, 0);
    expect(await verify(target, folder, context)).toMatchObject({
      kind: 'failed',
      problem: { code },
    });
    // A change that matters is found by its results alone.
    const changed = await flip(weights, bytes.length - 1);
    await resign(path.join(folder, `${sub}model.json`), changed);
    expect(await verify(target, folder, context)).toMatchObject({
      kind: 'failed',
      problem: { code: 'export.differs' },
    });
  });
});

describe('the place of an export', () => {
  test('keeps the files that were there', async () => {
    const folder = path.join(parent, 'mixed');
    await mkdir(folder);
    await writeFile(path.join(folder, 'notes.txt'), 'mine');
    await writeFile(path.join(folder, 'model.json'), 'old');
    await exportTemplate('table-binary', 'tfjs', 'mixed');
    expect(await readFile(path.join(folder, 'notes.txt'), 'utf8')).toBe('mine');
    expect(await readFile(path.join(folder, 'model.json'), 'utf8')).toContain('modelTopology');
  });

  test('cannot be a file', async () => {
    const folder = path.join(parent, 'file');
    await writeFile(folder, '');
    const input = { document: templateOf('table-binary'), documentFolder: null, weights: null };
    const exported = await exportModel(
      { ...input, target: 'tfjs', options: everything, folder },
      () => undefined,
    );
    expect(exported.ok).toBe(false);
  });
});

test('a preview names the files without writing them', async () => {
  const preview = await previewExport({
    document: templateOf('playground-spiral'),
    documentFolder: null,
    weights: null,
    target: 'typescript',
    options: everything,
  });
  if (!preview.ok) throw new Error(preview.problem.code);
  const model = preview.value.find((file) => file.path === 'src/model.ts');
  expect(model?.text).toContain('export function createModel(): tf.Sequential {');
  expect(model?.sizeBytes).toBe(model?.text?.length);
  expect(preview.value.find((file) => file.path === 'weights/weights.bin')?.text).toBeNull();
});
