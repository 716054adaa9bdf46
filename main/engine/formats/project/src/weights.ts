import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { projectFolder } from './folders.ts';

/** `model.json` as far as it is needed here. */
interface ModelFile {
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: tf.io.WeightsManifestEntry[];
  }[];
  readonly userDefinedMetadata?: { readonly weightsSha256?: string };
}

/** Where weights lie unless another folder is named. */
export const weightsFolder = path.join(projectFolder, 'weights');

/** Reads weights in tfjs's LayersModel format (`model.json`, `weights.bin`) into a model, by their names. */
export function loadWeights(model: tf.LayersModel, folder = weightsFolder): void {
  const file = JSON.parse(readFileSync(path.join(folder, 'model.json'), 'utf8')) as ModelFile;
  const names = file.weightsManifest.flatMap((group) => group.paths);
  const entries = file.weightsManifest.flatMap((group) => group.weights);
  const bytes = Buffer.concat(names.map((name) => readFileSync(path.join(folder, name))));
  const expected = file.userDefinedMetadata?.weightsSha256;
  if (expected !== undefined && expected !== sha256(bytes)) {
    throw new Error(`The weights in ${folder} are damaged: their checksum is not ${expected}.`);
  }
  const tensors = tf.io.decodeWeights(new Uint8Array(bytes).buffer, entries);
  model.loadWeights(tensors);
  tf.dispose(tensors);
}

/** Writes a model's layers and weights in tfjs's LayersModel format. */
export async function saveWeights(model: tf.LayersModel, folder = weightsFolder): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await model.save({
    save: (artifacts) => {
      const data = artifacts.weightData ?? [];
      const parts = Array.isArray(data) ? data : [data];
      const bytes = Buffer.concat(parts.map((part) => new Uint8Array(part)));
      const file = {
        format: 'layers-model',
        userDefinedMetadata: { weightsSha256: sha256(bytes) },
        modelTopology: artifacts.modelTopology,
        weightsManifest: [{ paths: ['weights.bin'], weights: artifacts.weightSpecs ?? [] }],
      };
      writeFileSync(path.join(folder, 'weights.bin'), bytes);
      writeFileSync(path.join(folder, 'model.json'), JSON.stringify(file));
      return Promise.resolve({
        modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' as const },
      });
    },
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
