import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { getThreadsCount, setWasmPaths, version_wasm } from '@tensorflow/tfjs-backend-wasm';
import type { Device, OpenDevice, OpenOptions } from '#main/engine/devices/device.ts';
import { registerGradients } from '#main/engine/devices/gradients/registerGradients.ts';
import { registerWasmKernels } from '#main/engine/devices/kernels/registerWasmKernels.ts';
import {
  mostWasmThreads,
  registerThreadedWasm,
  wasmThreadCount,
} from '#main/engine/devices/wasmThreads.ts';
import type { LocalText, Problem, Result } from '#shared/problems/problem.ts';
import { fail, ok } from '#shared/problems/problem.ts';

const binaryName = 'tfjs-backend-wasm-simd.wasm';

/** Why this process computes with one thread although more were wanted; null: it does not. */
let threadsRefused: string | null = null;

/**
 * WebAssembly with SIMD on several threads: runs wherever Node does. The wasm backend is made for inference; the
 * kernels that training needs are supplied and repaired here.
 */
export const wasmDevice: Device = {
  id: 'wasm',
  title: { en: 'Processor (WebAssembly)', 'zh-CN': '处理器（WebAssembly）' },
  probe() {
    const folder = binaryFolder();
    return Promise.resolve({
      unavailable: folder === null ? missing(binaryName) : null,
      version: version_wasm,
      detail: detail(),
    });
  },
  async open(options: OpenOptions = {}): Promise<Result<OpenDevice>> {
    const folder = binaryFolder();
    if (folder === null) return fail(missing(binaryName));
    if (tf.getBackend() !== 'wasm') {
      await addThreads(folder, options);
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
      remarks: threadsRefused === null ? [] : [oneThread(threadsRefused)],
      close: () => undefined,
    });
  },
};

/** Several threads where they can be had; the reason is kept where not. */
async function addThreads(folder: string, options: OpenOptions): Promise<void> {
  const threads = wasmThreadCount(options);
  if (threads === 1 || isStarted()) return;
  try {
    await registerThreadedWasm(folder, threads);
    threadsRefused = null;
  } catch (error) {
    threadsRefused = error instanceof Error ? error.message : String(error);
  }
}

/** True once a wasm backend lives in this process: the number of its threads then stays. */
function isStarted(): boolean {
  try {
    return getThreadsCount() !== 0;
  } catch {
    return false;
  }
}

/** The most threads that a model may get; small ones get one. */
function detail(): LocalText {
  const threads = threadsRefused === null ? mostWasmThreads() : 1;
  const reason = threadsRefused === null ? '' : ` (${threadsRefused})`;
  return {
    en: `SIMD, ${threads} ${threads === 1 ? 'thread' : 'threads'}${reason}`,
    'zh-CN': `SIMD，${threads} 个线程${reason}`,
  };
}

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

function oneThread(reason: string): Problem {
  return { code: 'device.oneThread', severity: 'warning', values: { reason } };
}
