import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { loadDataset } from '#main/engine/data/source/loadDataset.ts';
import { compareOutputs, failed } from '#main/engine/formats/compareOutputs.ts';
import type { GivenOutput } from '#main/engine/formats/compareOutputs.ts';
import { encodeNpy } from '#main/engine/formats/encodeNpy.ts';
import { embeddedData } from '#main/engine/formats/embeddedData.ts';
import { withTemporaryFolder, writeFiles } from '#main/engine/formats/exportFolder.ts';
import type { ExportContext, Format, OutputFile, Report } from '#main/engine/formats/format.ts';
import { findKerasPython } from '#main/engine/formats/kerasPython.ts';
import { missingModule } from '#main/engine/formats/missingModule.ts';
import { runChild } from '#main/engine/formats/runChild.ts';
import { inputFiles } from '#main/engine/formats/sampleFiles.ts';
import { carriedPython } from '#main/engine/formats/carriedFiles.ts';
import { printKerasProject } from '#shared/codegen/keras/printProject.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';
import type { Verification } from '#shared/protocol/types.ts';

/** A Keras 3 project: printed scripts, weights, and the examples where only this program can make them. */
export const kerasProject: Format = {
  id: 'keras',
  async files(context) {
    const { document, facts, options, samples } = context;
    const { files, carried, embedsData, embedded } = printKerasProject(
      document,
      facts,
      options,
      samples.fitted,
    );
    const data = embedsData ? await dataFile(context) : ok([]);
    if (!data.ok) return data;
    const columns = embedded === null ? ok([]) : await embeddedData(document.data, embedded);
    if (!columns.ok) return columns;
    return ok([
      ...files.map(({ path: name, text }) => ({ path: name, content: text })),
      ...carriedPython(carried),
      ...(options.weights ? [await weightsFile(context)] : []),
      ...data.value,
      ...columns.value,
    ]);
  },
  verify: (folder, context, report) =>
    withTemporaryFolder((copy) => runPredictions(folder, copy, context, report)),
};

/** `weights.npz`: `<layer>/<number>` for each array of a layer. Keras allows no slash in a layer's name. */
async function weightsFile({ model }: ExportContext): Promise<OutputFile> {
  const arrays: Record<string, Uint8Array> = {};
  for (const layer of model.layers) {
    for (const [index, tensor] of layer.getWeights().entries()) {
      const data = await tensor.data();
      const values = data instanceof Int32Array ? data : Float32Array.from(data);
      const name = `${layer.name.replaceAll('/', '_')}/${index}.npy`;
      arrays[name] = encodeNpy(values, tensor.shape);
    }
  }
  return { path: 'weights.npz', content: zipArrays(arrays) };
}

async function dataFile({ document }: ExportContext): Promise<Result<OutputFile[]>> {
  const dataset = await loadDataset(document.data, null);
  if (!dataset.ok) return dataset;
  const { columns, count } = dataset.value.train;
  const arrays = Object.fromEntries(
    columns.map(({ name, shape, values }) => {
      const numbers = values instanceof Uint8Array ? Int32Array.from(values) : values;
      return [`${name}.npy`, encodeNpy(numbers, [count, ...shape])];
    }),
  );
  return ok([{ path: 'data.npz', content: zipArrays(arrays) }]);
}

/** The same content gives the same bytes: entries bear a fixed time. */
function zipArrays(arrays: Record<string, Uint8Array>): Uint8Array {
  return zipSync(arrays, { level: 0, mtime: new Date(1980, 0, 1) });
}

/**
 * Runs a copy of the project's own predict.py with a Python that has Keras 3. Problems: `export.noPython`, `export.pythonLacks`,
 * `export.doesNotRun`, those of `compareOutputs`.
 */
async function runPredictions(
  folder: string,
  copy: string,
  context: ExportContext,
  report: Report,
): Promise<Verification> {
  report('compiling', 0);
  const python = await findKerasPython(copy);
  if (python === null) {
    return {
      kind: 'notVerified',
      reason: { code: 'export.noPython', severity: 'warning', values: {} },
    };
  }
  const { samples, options } = context;
  await cp(folder, copy, { recursive: true });
  if (!options.weights) await writeFiles(copy, [await weightsFile(context)]);
  const inputs = inputFiles(samples, 'verification');
  await writeFiles(copy, inputs);

  report('running', 0.3);
  const result = path.join(copy, 'verification', 'outputs.json');
  const args = inputs.flatMap((file) => ['--input', file.path]);
  const ran = await runChild(python, ['predict.py', '--prepared', '--output', result, ...args], {
    cwd: copy,
    env: { PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1', TF_CPP_MIN_LOG_LEVEL: '3' },
  });
  const lacks = ran.code === 0 ? null : missingModule(ran.output, copy);
  if (lacks !== null) {
    const values = { module: lacks };
    return {
      kind: 'notVerified',
      reason: { code: 'export.pythonLacks', severity: 'warning', values },
    };
  }
  if (ran.code !== 0) return failed('export.doesNotRun', { output: ran.output });

  report('comparing', 0.95);
  const { outputs } = JSON.parse(await readFile(result, 'utf8')) as { outputs: GivenOutput[] };
  return compareOutputs(samples.outputs, outputs);
}
