import * as tf from '@tensorflow/tfjs';

interface Backend {
  readonly name: string;
  /** The package that brings it; installing one is enough for it to be used. */
  readonly package: string | null;
  /** False where kernels that training needs are missing. */
  readonly canTrain: boolean;
}

/** Backends, the fastest first. Only `cpu` is always there. */
const backends: readonly Backend[] = [
  { name: 'tensorflow', package: '@tensorflow/tfjs-node-gpu', canTrain: true },
  { name: 'tensorflow', package: '@tensorflow/tfjs-node', canTrain: true },
  { name: 'webgpu', package: '@tensorflow/tfjs-backend-webgpu', canTrain: true },
  { name: 'wasm', package: '@tensorflow/tfjs-backend-wasm', canTrain: false },
  { name: 'cpu', package: null, canTrain: true },
];

/** Starts the fastest backend that is installed and runs here; returns its name. */
export async function startFastestBackend(purpose: 'training' | 'prediction'): Promise<string> {
  for (const backend of backends) {
    if (purpose === 'training' && !backend.canTrain) continue;
    if (await start(backend)) return backend.name;
  }
  throw new Error('No TensorFlow.js backend could be started.');
}

async function start({ name, package: packageName }: Backend): Promise<boolean> {
  try {
    if (packageName !== null) await import(packageName);
    if (!(await tf.setBackend(name))) return false;
    await tf.ready();
    return true;
  } catch {
    // Not installed, or this machine lacks what it needs.
    return false;
  }
}
