import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sourceText } from '#main/engine/formats/sourceText.ts';
import { printTypeScriptModel } from '#shared/codegen/typescript/printModel.ts';
import { printTypeScriptProject } from '#shared/codegen/typescript/printProject.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

/** What a model is made of, as its own library tells. */
interface Summary {
  readonly parameters: number;
  readonly inputs: readonly (readonly (number | null)[])[];
  readonly outputs: readonly (readonly (number | null)[])[];
  readonly weights: readonly string[];
}

const run = promisify(execFile);
const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Prints models into one project, compiles it once (`tsc --strict`) and lets one process of plain Node.js make them all. */
export async function rebuild(
  models: readonly (readonly [string, StrataDocument])[],
): Promise<Readonly<Record<string, Summary>>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'strata-rebuilt-'));
  try {
    await mkdir(path.join(folder, 'src', 'layers'), { recursive: true });
    await symlink(packages, path.join(folder, 'node_modules'), 'junction');
    const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
    for (const [id, document] of models) {
      const { text, modules } = printTypeScriptModel(document, factsOf(document));
      await write(`src/${id}.ts`, text);
      for (const module of modules) {
        await write(`src/layers/${module}.ts`, sourceText(`main/engine/layers/${module}.ts`));
      }
    }
    const [, document] = models[0] ?? ['', undefined];
    if (document === undefined) throw new Error('There is nothing to compile.');
    const project = printTypeScriptProject(document, factsOf(document), {
      weights: false,
      trainingCode: false,
    });
    for (const name of ['package.json', 'tsconfig.json']) {
      await write(name, project.files.find((file) => file.path === name)?.text ?? '');
    }
    await write('src/summarise.ts', summarise);
    // What the compiler says stands in its output.
    await run(process.execPath, [path.join(packages, 'typescript/lib/tsc.js'), '-p', folder]).catch(
      (error: unknown) => {
        throw new Error((error as { readonly stdout: string }).stdout);
      },
    );
    const script = path.join(folder, 'dist', 'src', 'summarise.js');
    const { stdout } = await run(process.execPath, [script, ...models.map(([id]) => id)], {
      maxBuffer: 16e6,
    });
    return JSON.parse(stdout.slice(stdout.indexOf('{"'))) as Readonly<Record<string, Summary>>;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Shapes and counts of a document. */
export function factsOf(document: StrataDocument) {
  return inferGraph(document.graph, document.blocks);
}

const summarise = `import type * as tf from '@tensorflow/tfjs';
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
`;
