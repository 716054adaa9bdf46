import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documents } from './documents.ts';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import { sourceText } from '#main/engine/formats/sourceText.ts';
import { printTypeScriptModel } from '#shared/codegen/typescript/printModel.ts';
import { printTypeScriptProject } from '#shared/codegen/typescript/printProject.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { templates } from '#shared/document/templates.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

/** What a model is made of, as its own library tells. */
interface Summary {
  readonly parameters: number;
  readonly inputs: readonly (readonly (number | null)[])[];
  readonly outputs: readonly (readonly (number | null)[])[];
  readonly weights: readonly string[];
}

const compiled: readonly (readonly [string, StrataDocument])[] = [
  ...Object.entries(documents).filter(([id]) => id !== 'unfinished'),
  ...templates
    .filter(({ id }) => id !== 'blank')
    .map(({ id, document }) => [id, document] as const),
];

const run = promisify(execFile);
const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));

let folder: string;
let summaries: Readonly<Record<string, Summary>>;

/** All printed models in one project, compiled once and summarised by one process of plain Node.js. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'strata-rebuilt-'));
  await mkdir(path.join(folder, 'src', 'layers'), { recursive: true });
  await symlink(packages, path.join(folder, 'node_modules'), 'junction');
  const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
  for (const [id, document] of compiled) {
    const { text, modules } = printTypeScriptModel(document, factsOf(document));
    await write(`src/${id}.ts`, text);
    for (const module of modules) {
      await write(`src/layers/${module}.ts`, sourceText(`main/engine/layers/${module}.ts`));
    }
  }
  const [, document] = compiled[0] ?? ['', undefined];
  if (document === undefined) throw new Error('There is nothing to compile.');
  const project = printTypeScriptProject(document, factsOf(document), {
    weights: false,
    trainingCode: false,
  });
  for (const name of ['package.json', 'tsconfig.json']) {
    await write(name, project.files.find((file) => file.path === name)?.text ?? '');
  }
  await write(
    'src/summarise.ts',
    `import type * as tf from '@tensorflow/tfjs';
const summaries = process.argv.slice(2).map((id) => {
  const { createModel } = require('./' + id) as { createModel: () => tf.LayersModel };
  const model = createModel();
  return [id, {
    parameters: model.countParams(),
    inputs: model.inputs.map((tensor) => tensor.shape),
    outputs: model.outputs.map((tensor) => tensor.shape),
    weights: model.weights.map((weight) => weight.originalName).sort(),
  }];
});
console.log(JSON.stringify(Object.fromEntries(summaries)));
`,
  );
  await run(process.execPath, [path.join(packages, 'typescript/lib/tsc.js'), '-p', folder]);
  const script = path.join(folder, 'dist', 'src', 'summarise.js');
  const { stdout } = await run(process.execPath, [script, ...compiled.map(([id]) => id)]);
  summaries = JSON.parse(stdout.slice(stdout.indexOf('{"'))) as typeof summaries;
});
afterAll(() => rm(folder, { recursive: true }));

function factsOf(document: StrataDocument) {
  return inferGraph(document.graph, document.blocks);
}

describe.each(compiled)('the printed model of %s', (id, document) => {
  test('passes tsc --strict and is the model that is trained', async () => {
    const device = await openDevice('auto');
    if (!device.ok) throw new Error(device.problem.code);
    const facts = factsOf(document);
    const model = compileModel(device.value.tf, document, facts);
    if (!model.ok) throw new Error(model.problem.code);
    expect(summaries[id]).toEqual({
      parameters: facts.totals.parameterCount,
      inputs: model.value.inputs.map((tensor) => tensor.shape),
      outputs: model.value.outputs.map((tensor) => tensor.shape),
      weights: model.value.weights.map((weight) => weight.originalName).sort(),
    });
  });
});
