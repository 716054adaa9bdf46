import { rm } from 'node:fs/promises';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import { placeFolder, stageFolder, writeFiles } from '#main/engine/formats/exportFolder.ts';
import type { ExportContext, Format, OutputFile } from '#main/engine/formats/format.ts';
import { findFormat } from '#main/engine/formats/index.ts';
import { loadWeights } from '#main/engine/formats/layersModel.ts';
import { takeSamples } from '#main/engine/formats/samples.ts';
import { readPreparation, runFolderOf } from '#main/engine/train/preparationFile.ts';
import type { EngineEvent, EngineRequests } from '#main/engine/messages.ts';
import { fileProblem } from '#main/workspace/fileProblem.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { ExportedFile, Verification } from '#shared/protocol/types.ts';

type Emit = (event: EngineEvent) => void;
type PreviewInput = EngineRequests['previewExport']['input'];

/** The files that an export would write. Problems: `export.unknownTarget`, those of the model and its weights. */
export async function previewExport(
  input: PreviewInput,
): Promise<Result<EngineRequests['previewExport']['output']>> {
  const prepared = await prepare(input);
  if (!prepared.ok) return prepared;
  const { files, context } = prepared.value;
  context.model.dispose();
  return ok(files.map(describeFile));
}

/**
 * Writes an export beside its place, runs it, and puts it there. What fails its check is not put there: the verification
 * tells why, and no files are named. Problems: as of `previewExport`, those of the file system.
 */
export async function exportModel(
  input: EngineRequests['exportModel']['input'],
  emit: Emit,
): Promise<Result<EngineRequests['exportModel']['output']>> {
  const report = (step: Progress['step'], fraction: number) => {
    emit({ type: 'exportProgress', step, fraction });
  };
  report('generating', 0);
  const prepared = await prepare(input);
  if (!prepared.ok) return prepared;
  const { format, files, context } = prepared.value;
  const { folder, options } = input;
  let staged: string | null = null;
  try {
    report('writing', 0.1);
    staged = await stageFolder(folder);
    await writeFiles(staged, files);
    const verification: Verification = options.verify
      ? await format.verify(staged, context, (step, fraction) => {
          report(step, 0.15 + 0.8 * fraction);
        })
      : {
          kind: 'notVerified',
          reason: { code: 'export.notAsked', severity: 'warning', values: {} },
        };
    if (verification.kind === 'failed') return ok({ folder, files: [], verification });
    await placeFolder(staged, folder, files);
    report('comparing', 1);
    return ok({ folder, files: files.map(describeFile), verification });
  } catch (error) {
    const problem = fileProblem(error, folder);
    if (problem === null) throw error;
    return fail(problem);
  } finally {
    context.model.dispose();
    if (staged !== null) await rm(staged, { recursive: true, force: true });
  }
}

type Progress = Extract<EngineEvent, { type: 'exportProgress' }>;

interface Prepared {
  readonly format: Format;
  readonly context: ExportContext;
  readonly files: readonly OutputFile[];
}

async function prepare(input: PreviewInput): Promise<Result<Prepared>> {
  const { document, documentFolder, weights, target, options } = input;
  const format = findFormat(target);
  if (format === undefined) return refuse('export.unknownTarget', { target });
  const device = await openDevice('auto');
  if (!device.ok) return device;
  const { tf } = device.value;
  const facts = inferGraph(document.graph, document.blocks);
  const model = compileModel(tf, document, facts);
  if (!model.ok) return model;
  if (weights !== null) {
    const loaded = await loadWeights(model.value, weights.folder);
    if (!loaded.ok) return loaded;
  }
  const learned = weights === null ? ok(null) : await readPreparation(runFolderOf(weights.folder));
  if (!learned.ok) return learned;
  const fitted = learned.value;
  const samples = await takeSamples(tf, model.value, document, facts, documentFolder, fitted);
  const context = { document, facts, model: model.value, options, samples };
  const files = await format.files(context);
  return files.ok ? ok({ format, context, files: files.value }) : files;
}

function describeFile({ path, content }: OutputFile): ExportedFile {
  return typeof content === 'string'
    ? { path, sizeBytes: Buffer.byteLength(content), text: content }
    : { path, sizeBytes: content.length, text: null };
}
