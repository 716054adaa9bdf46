import { cp, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compareOutputs, failed } from '#main/engine/formats/compareOutputs.ts';
import type { GivenOutput } from '#main/engine/formats/compareOutputs.ts';
import { embeddedData } from '#main/engine/formats/embeddedData.ts';
import { withTemporaryFolder, writeFiles } from '#main/engine/formats/exportFolder.ts';
import type { ExportContext, Format, OutputFile, Report } from '#main/engine/formats/format.ts';
import { encodeLayersModel } from '#main/engine/formats/layersModel.ts';
import { runNode } from '#main/engine/formats/runChild.ts';
import { inputFiles, sampleFiles } from '#main/engine/formats/sampleFiles.ts';
import { carriedTypeScript } from '#main/engine/formats/carriedFiles.ts';
import { printTypeScriptProject } from '#shared/codegen/typescript/printProject.ts';
import { ok } from '#shared/problems/problem.ts';
import type { Verification } from '#shared/protocol/types.ts';

/** A TypeScript project: printed code, our own files that it needs, weights, samples and a test. */
export const typescriptProject: Format = {
  id: 'typescript',
  async files(context) {
    const { document, facts, options, samples } = context;
    const { files, carried, embedded } = printTypeScriptProject(
      document,
      facts,
      options,
      samples.fitted,
    );
    const sources = carriedTypeScript(carried);
    const data = embedded === null ? ok([]) : await embeddedData(document.data, embedded);
    if (!data.ok) return data;
    return ok([
      ...files.map(({ path: name, text }) => ({ path: name, content: text })),
      ...sources,
      ...data.value,
      ...(options.weights ? await weightFiles(context) : []),
      ...(options.weights ? sampleFiles(samples, 'test/samples') : []),
    ]);
  },
  verify: (folder, context, report) =>
    withTemporaryFolder((copy) => compileAndRun(folder, copy, context, report)),
};

async function weightFiles({ model }: ExportContext): Promise<OutputFile[]> {
  const { json, weights } = await encodeLayersModel(model);
  return [
    { path: 'weights/model.json', content: json },
    { path: 'weights/weights.bin', content: weights },
  ];
}

/**
 * Compiles a copy of the project with TypeScript and runs its own predict.ts in another process, with the packages of
 * this program. Problems: `export.doesNotCompile`, `export.doesNotRun`, those of `compareOutputs`.
 */
async function compileAndRun(
  folder: string,
  copy: string,
  context: ExportContext,
  report: Report,
): Promise<Verification> {
  const { samples, options } = context;
  report('compiling', 0);
  await cp(folder, copy, { recursive: true });
  if (!options.weights) await writeFiles(copy, await weightFiles(context));
  const inputs = inputFiles(samples, 'verification');
  await writeFiles(copy, inputs);
  await symlink(packagesFolder(), path.join(copy, 'node_modules'), 'junction');
  const compiled = await runNode(resolvePackage('typescript/lib/tsc.js'), ['-p', '.'], copy);
  if (compiled.code !== 0) return failed('export.doesNotCompile', { output: compiled.output });

  report('running', 0.6);
  const result = path.join(copy, 'verification', 'outputs.json');
  const ran = await runNode(
    path.join(copy, 'dist', 'src', 'predict.js'),
    ['--prepared', '--output', result, ...inputs.flatMap((file) => ['--input', file.path])],
    copy,
  );
  if (ran.code !== 0) return failed('export.doesNotRun', { output: ran.output });

  report('comparing', 0.95);
  const { outputs } = JSON.parse(await readFile(result, 'utf8')) as { outputs: GivenOutput[] };
  return compareOutputs(samples.outputs, outputs);
}

/** A file of an installed package. Packed programs keep the packages that other processes run outside of their archive. */
function resolvePackage(file: string): string {
  const resolved = createRequire(import.meta.url).resolve(file);
  return resolved.replace(`app.asar${path.sep}`, `app.asar.unpacked${path.sep}`);
}

function packagesFolder(): string {
  return path.resolve(resolvePackage('@tensorflow/tfjs/package.json'), '../../..');
}
