// TensorFlow.js switches wasm's threads off in Node: its loader hands `blob:` URLs to worker_threads, which cannot open
// them. The package carries the same loader as files. It is run here as a function with a `Worker`, a `require` and a
// `process` of its own, so that no global of this process is touched.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import { Worker } from 'node:worker_threads';
import * as tf from '@tensorflow/tfjs';
import type { OpenOptions } from '#main/engine/devices/device.ts';
import { BackendWasm, setThreadsCount } from '@tensorflow/tfjs-backend-wasm';

/** The most that tfjs's wasm code takes. */
const mostThreads = 4;

/** A start takes 0.2 s; a worker that never reports must not hold up the program. */
const longestStartMs = 10_000;

const loaderName = 'tfjs-backend-wasm-threaded-simd.js';
const workerName = 'tfjs-backend-wasm-threaded-simd.worker.js';
const binaryName = 'tfjs-backend-wasm-threaded-simd.wasm';

/** The module that the loader makes, as far as it is used. */
interface ThreadedModule {
  cwrap(name: string, result: string | null, arguments_: readonly string[]): unknown;
  tfjs?: Readonly<Record<string, unknown>>;
}

type Factory = (settings: {
  readonly locateFile: (file: string) => string;
  readonly mainScriptUrlOrBlob: string;
  readonly onAbort: (reason: unknown) => void;
}) => Promise<ThreadedModule>;

/**
 * Multiply-adds of a step's forward pass below which threads cost more than they bring: each operation wakes all of them
 * (2 cores: a small dense net took 2.5 times as long, a recurrent one 1.6 times).
 */
const largeStep = 100_000_000;

/** The most threads that this machine should compute with: on more than two cores one is left to the rest of the program. */
export function mostWasmThreads(cores = os.availableParallelism()): number {
  return Math.max(1, Math.min(mostThreads, cores <= 2 ? cores : cores - 1));
}

/**
 * Threads that suit a model: several for large convolutions and matrix products, else one, which means the build without
 * threads. `STRATA_WASM_THREADS` overrides it.
 */
export function wasmThreadCount(
  { threads, multiplyAdds }: Pick<OpenOptions, 'threads' | 'multiplyAdds'>,
  cores = os.availableParallelism(),
  wish = process.env['STRATA_WASM_THREADS'],
): number {
  const wished = Number(wish ?? '');
  if (Number.isInteger(wished) && wished > 0) return Math.min(mostThreads, wished);
  if (threads === undefined || threads.intraOp === 1) return 1;
  return (multiplyAdds ?? 0) > largeStep ? mostWasmThreads(cores) : 1;
}

/**
 * Makes the backend `wasm` one of several threads, in place of the one that the package has registered. It must not
 * have been started yet. Rejects where threads cannot be had; the package's own backend is then untouched.
 * `folder` is the package's `dist`.
 */
export async function registerThreadedWasm(folder: string, threads: number): Promise<void> {
  const module = await startModule(path.join(folder, '..', 'wasm-out'), folder, threads);
  const call = (name: string, result: string | null, count: number): unknown =>
    module.cwrap(
      name,
      result,
      Array.from({ length: count }, () => 'number'),
    );
  // What the package's own start does with its module.
  module.tfjs = {
    init: call('init', null, 0),
    initWithThreadsCount: call('init_with_threads_count', null, 1),
    getThreadsCount: call('get_threads_count', 'number', 0),
    registerTensor: call('register_tensor', null, 3),
    disposeData: call('dispose_data', null, 1),
    dispose: call('dispose', null, 0),
  };
  setThreadsCount(threads);
  const backend = new BackendWasm(
    module as unknown as ConstructorParameters<typeof BackendWasm>[0],
  );
  tf.removeBackend('wasm');
  tf.registerBackend('wasm', () => backend, 2);
}

async function startModule(
  scripts: string,
  binaries: string,
  threads: number,
): Promise<ThreadedModule> {
  const loader = path.join(scripts, loaderName);
  const text = await readFile(loader, 'utf8');
  const packageRequire = createRequire(loader);
  const { wasmWorkerContents } = packageRequire(path.join(scripts, workerName)) as {
    readonly wasmWorkerContents: string;
  };
  const workers: Worker[] = [];
  /** A thread: the package's worker script, which is a text and not a file. */
  class Thread extends Worker {
    constructor() {
      super(wasmWorkerContents.replace(/\n/g, '\\n'), { eval: true, stderr: false });
      this.unref();
      workers.push(this);
    }

    /** The process ends when its work is done, whatever its threads do; the loader would hold it open. */
    override ref(): void {
      this.unref();
    }
  }
  // The wasm code takes half of the cores that it is told of.
  const cores = Array.from({ length: 2 * threads }, () => os.cpus()[0]);
  const names: Readonly<Record<string, unknown>> = {
    os: { ...os, cpus: () => cores },
    worker_threads: { Worker: Thread },
  };
  const loaderModule: { exports: unknown } = { exports: {} };
  const run = compileFunction(
    // The pool holds eight workers whatever the number of threads; each takes 5 MB.
    text.replace('pthreadPoolSize=8', `pthreadPoolSize=${threads}`),
    ['module', 'exports', 'require', '__filename', '__dirname', 'global', 'process', 'Worker'],
    { filename: loader },
  ) as (...values: readonly unknown[]) => void;
  run(
    loaderModule,
    loaderModule.exports,
    (name: string): unknown => names[name] ?? (packageRequire(name) as unknown),
    loader,
    scripts,
    {},
    quietProcess(),
    Thread,
  );
  const make = loaderModule.exports as Factory;

  // The workers are not waited for by the event loop: something must be, until they have reported.
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      new Promise<ThreadedModule>((resolve, reject) => {
        make({
          locateFile: (file) => (file.endsWith('.wasm') ? path.join(binaries, binaryName) : file),
          mainScriptUrlOrBlob: loader,
          onAbort: (reason) => {
            reject(new Error(String(reason)));
          },
        }).then(resolve, reject);
      }),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new Error(`its threads did not start within ${longestStartMs / 1000} s`));
        }, longestStartMs);
      }),
    ]);
  } catch (error) {
    for (const worker of workers) void worker.terminate();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The process as the loader sees it: it would throw on every rejection of the program, and exit it on an abort. */
function quietProcess(): Readonly<Record<string, unknown>> {
  return {
    versions: process.versions,
    argv: [],
    hrtime: process.hrtime,
    on: () => undefined,
    exit: (code: number) => {
      throw new Error(`wasm ended with ${code}`);
    },
  };
}
