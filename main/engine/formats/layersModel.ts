import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import {
  type ReadModel,
  checksum,
  checksumKey,
  readModelFolder,
} from '#main/engine/formats/weightsFile.ts';
import { fileProblem } from '#main/workspace/fileProblem.ts';
import { writeAtomic } from '#main/workspace/writeAtomic.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/** tfjs's LayersModel format: `model.json` (topology and manifest) and `weights.bin`. */
export interface LayersModelFiles {
  readonly json: string;
  readonly weights: Uint8Array;
}

/** The two files of a model. The checksum of the weights stands in `userDefinedMetadata`; other readers pass over it. */
export async function encodeLayersModel(model: tf.LayersModel): Promise<LayersModelFiles> {
  const files: LayersModelFiles[] = [];
  await model.save({
    save: (artifacts) => {
      const weights = joined(artifacts.weightData);
      const json = {
        format: 'layers-model',
        generatedBy: `TensorFlow.js tfjs-layers v${tf.version_layers}`,
        convertedBy: null,
        userDefinedMetadata: { [checksumKey]: checksum(weights) },
        modelTopology: artifacts.modelTopology,
        weightsManifest: [{ paths: ['weights.bin'], weights: artifacts.weightSpecs ?? [] }],
      };
      files.push({ json: `${JSON.stringify(json)}\n`, weights });
      return Promise.resolve({
        modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' as const },
      });
    },
  });
  const [saved] = files;
  if (saved === undefined) throw new Error('tfjs did not save the model.');
  return saved;
}

/**
 * Writes a model into a folder, each file atomically, the weights first: a reader that comes between finds a checksum
 * that does not fit, never numbers of two moments. Problems: those of the file system.
 */
export async function saveLayersModel(
  model: tf.LayersModel,
  folder: string,
): Promise<Result<null>> {
  const { json, weights } = await encodeLayersModel(model);
  try {
    await writeAtomic(path.join(folder, 'weights.bin'), weights);
    await writeAtomic(path.join(folder, 'model.json'), json);
    return ok(null);
  } catch (error) {
    const problem = fileProblem(error, folder);
    if (problem === null) throw error;
    return fail(problem);
  }
}

/**
 * Reads weights into a model by their names. Problems: those of `readModelFolder`, `format.weightsDoNotFit`; the model is
 * unchanged then.
 */
export async function loadWeights(model: tf.LayersModel, folder: string): Promise<Result<null>> {
  const read = await readModelFolder(folder);
  if (!read.ok) return read;
  const unfit = whyUnfit(model, read.value, folder);
  if (unfit !== null) return unfit;
  const tensors = tf.io.decodeWeights(read.value.bytes, entriesOf(read.value));
  model.loadWeights(tensors);
  tf.dispose(tensors);
  return ok(null);
}

/** Reads a model with its weights. Problems: those of `readModelFolder`, `format.notLayers`. */
export async function loadLayersModel(folder: string): Promise<Result<tf.LayersModel>> {
  const read = await readModelFolder(folder);
  if (!read.ok) return read;
  const { topology, bytes } = read.value;
  const file = path.join(folder, 'model.json');
  const place = { place: { file } };
  if (topology === null) return refuse('format.notAModel', { file }, place);
  try {
    const model = await tf.loadLayersModel({
      load: () =>
        Promise.resolve({
          modelTopology: topology,
          weightSpecs: entriesOf(read.value),
          weightData: bytes,
        }),
    });
    return ok(model);
  } catch (error) {
    // tfjs throws for layers that it does not know and for settings that it cannot read.
    const reason = error instanceof Error ? error.message : String(error);
    return refuse('format.notLayers', { file, reason }, place);
  }
}

function entriesOf(read: ReadModel): tf.io.WeightsManifestEntry[] {
  return read.entries.map(
    (entry) => ({ ...entry, shape: [...entry.shape] }) as tf.io.WeightsManifestEntry,
  );
}

function whyUnfit(model: tf.LayersModel, read: ReadModel, folder: string) {
  const place = { place: { file: path.join(folder, 'model.json') } };
  const given = new Map(read.entries.map((entry) => [entry.name, entry.shape]));
  for (const weight of model.weights) {
    const name = weight.originalName;
    const shape = given.get(name);
    const isSame = shape?.join() === weight.shape.join() && shape.length === weight.shape.length;
    if (!isSame) {
      const expected = weight.shape.map((size) => size ?? null);
      return refuse('format.weightsDoNotFit', { name, expected, actual: shape ?? null }, place);
    }
    given.delete(name);
  }
  const [extra] = given;
  return extra === undefined
    ? null
    : refuse('format.weightsDoNotFit', { name: extra[0], expected: null, actual: extra[1] }, place);
}

function joined(data: tf.io.WeightData | undefined): Uint8Array {
  const parts = data === undefined ? [] : Array.isArray(data) ? data : [data];
  return new Uint8Array(Buffer.concat(parts.map((part) => new Uint8Array(part))));
}
