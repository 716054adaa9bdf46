import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths, version_wasm } from '@tensorflow/tfjs-backend-wasm';
import type { Device, OpenDevice } from '#main/engine/devices/device.ts';
import { registerGradients } from '#main/engine/devices/gradients/registerGradients.ts';
import { registerWasmKernels } from '#main/engine/devices/kernels/registerWasmKernels.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { fail, ok } from '#shared/problems/problem.ts';

const binaryName = 'tfjs-backend-wasm-simd.wasm';

/**
 * WebAssembly with SIMD, one thread: runs wherever Node does. The wasm backend is made for inference; the kernels that
 * training needs are supplied and repaired here.
 */
export const wasmDevice: Device = {
  id: 'wasm',
  title: { en: 'Processor (WebAssembly)', 'zh-CN': '处理器（WebAssembly）' },
  probe() {
    const folder = binaryFolder();
    return Promise.resolve({
      unavailable: folder === null ? missing(binaryName) : null,
      version: version_wasm,
      detail: 'SIMD, 1 thread',
    });
  },
  async open(): Promise<Result<OpenDevice>> {
    const folder = binaryFolder();
    if (folder === null) return fail(missing(binaryName));
    if (tf.getBackend() !== 'wasm') {
      // Without an explicit path a bundled or packaged program looks beside its own file. The slash is required.
      setWasmPaths(folder + path.sep);
      // A failed start is a `false`, while getBackend() already says `wasm`.
      if (!(await tf.setBackend('wasm'))) return fail(missing(binaryName));
    }
    await tf.ready();
    registerWasmKernels();
    registerGradients();
    return ok({
      id: 'wasm',
      tf,
      capabilities: { canReadSynchronously: true },
      close: () => undefined,
    });
  },
};

/** The package's folder of .wasm files; null where it is not installed. */
function binaryFolder(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
    const folder = path.dirname(entry);
    return existsSync(path.join(folder, binaryName)) ? folder : null;
  } catch {
    return null;
  }
}

function missing(file: string): Problem {
  return { code: 'device.fileMissing', severity: 'error', values: { device: 'wasm', file } };
}
