import { createRequire } from 'node:module';
import path from 'node:path';
import util from 'node:util';
import * as tf from '@tensorflow/tfjs';
import type * as KernelBackend from '@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend';
import type { TFJSBinding } from '@tensorflow/tfjs-node-gpu/dist/tfjs_binding';
import type { Tf } from '#main/engine/devices/device.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** TensorFlow as tfjs-node-gpu's C++ binding gives it: one call is one op, or one run of a loaded graph. */
export type NativeBinding = TFJSBinding;

/** An opened libtensorflow. */
export interface OpenedNative {
  /** tfjs with the backend `tensorflow` in use. */
  readonly tf: Tf;
  readonly binding: NativeBinding;
}

/** Name of the compiled binding inside an engine's folder. */
export const bindingFile = 'tfjs_binding.node';

/** The backend's name, as tfjs-node's kernels are registered under it. */
const backendName = 'tensorflow';

let opened: { readonly folder: string; readonly native: OpenedNative } | null = null;

/**
 * Puts tfjs on the TensorFlow library in `folder`, which holds `tfjs_binding.node` and beside it libtensorflow's files.
 * The entry of tfjs-node-gpu is passed over: it looks for a binding inside node_modules, where nothing of ours lies. A process
 * can open one library; TensorFlow reads its environment variables while it is loaded. Problems:
 * `device.libraryBroken`, `device.otherLibrary`.
 */
export async function openNative({ folder }: { folder: string }): Promise<Result<OpenedNative>> {
  if (opened !== null) {
    // Two of them in one process would mix up their symbols. One for CUDA that found no GPU serves the processor as well.
    const isSame = opened.folder === folder || !opened.native.binding.isUsingGpuDevice();
    if (!isSame) return refuse('device.otherLibrary', { folder: opened.folder });
    await tf.setBackend(backendName);
    return ok(opened.native);
  }
  restoreIsNullOrUndefined();
  const load = createRequire(import.meta.url);
  try {
    const binding = load(path.join(folder, bindingFile)) as NativeBinding;
    const { NodeJSKernelBackend } = load(
      '@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend.js',
    ) as typeof KernelBackend;
    load('@tensorflow/tfjs-node-gpu/dist/register_all_kernels.js');
    tf.registerBackend(backendName, () => new NodeJSKernelBackend(binding, 'strata'));
    if (!(await tf.setBackend(backendName))) throw new Error('the backend could not be started');
    await tf.ready();
    opened = { folder, native: { tf, binding } };
    return ok(opened.native);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse('device.libraryBroken', { reason, folder });
  }
}

/** Node 23 took the function away, and tfjs-node 4.22 calls it. */
function restoreIsNullOrUndefined(): void {
  const old = util as unknown as { isNullOrUndefined?: (value: unknown) => boolean };
  old.isNullOrUndefined ??= (value) => value === null || value === undefined;
}
