import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Values } from '#main/engine/data/source/table.ts';
import type { AugmentPlan } from '#main/engine/feed/augmentValues.ts';
import { augmentValues } from '#main/engine/feed/augmentValues.ts';

/** Some examples to be changed. */
export interface AugmentJob {
  readonly id: number;
  readonly plan: AugmentPlan;
  readonly values: Values;
  readonly rows: Uint32Array;
  readonly epoch: number;
}

/** What a thread answers. */
export type AugmentAnswer =
  | { readonly id: number; readonly values: Float32Array }
  | { readonly id: number; readonly reason: string };

/** More threads than this only take memory. */
const mostThreads = 8;

/** The thread's program lies beside the engine's own. */
const workerFile = fileURLToPath(new URL('augmentWorker.cjs', import.meta.url));

/** A thread that has said that it is ready, and the jobs that it has. */
interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<
    number,
    {
      readonly resolve: (values: Float32Array) => void;
      readonly reject: (error: Error) => void;
    }
  >;
}

/**
 * Changes examples on other threads, each batch in as many pieces as there are threads. Where threads cannot be started the
 * work is done on this one.
 */
export class AugmentThreads {
  readonly #threads: Promise<readonly Thread[]>;
  #next = 0;

  /** `count` 0: no other threads. */
  constructor(
    count = Math.min(mostThreads, Math.max(1, availableParallelism() - 1)),
    file = workerFile,
  ) {
    this.#threads = existsSync(file)
      ? Promise.all(Array.from({ length: count }, () => startThread(file))).then((all) =>
          all.flatMap((thread) => thread ?? []),
        )
      : Promise.resolve([]);
  }

  /** How many threads there are beside this one. */
  async count(): Promise<number> {
    return (await this.#threads).length;
  }

  /** The changed examples; `values` are those of `rows`, one after the other, and may be taken away. */
  async change(
    plan: AugmentPlan,
    values: Values,
    rows: Uint32Array,
    epoch: number,
  ): Promise<Float32Array> {
    const threads = await this.#threads;
    if (threads.length === 0) return augmentValues(plan, values, rows, epoch);
    const size = values.length / Math.max(1, rows.length);
    const pieces = Math.min(threads.length, rows.length);
    const bounds = Array.from({ length: pieces + 1 }, (_, piece) =>
      Math.round((piece * rows.length) / Math.max(1, pieces)),
    );
    const made = await Promise.all(
      Array.from({ length: pieces }, (_, piece) => {
        const [from = 0, to = 0] = bounds.slice(piece, piece + 2);
        const own = pieces === 1 ? values : values.slice(from * size, to * size);
        return this.#ask(threads, { plan, values: own, rows: rows.slice(from, to), epoch });
      }),
    );
    const [only] = made;
    if (made.length === 1 && only !== undefined) return only;
    const joined = new Float32Array(values.length);
    for (const [piece, part] of made.entries()) joined.set(part, (bounds[piece] ?? 0) * size);
    return joined;
  }

  async close(): Promise<void> {
    for (const { worker } of await this.#threads) await worker.terminate();
  }

  #ask(threads: readonly Thread[], job: Omit<AugmentJob, 'id'>): Promise<Float32Array> {
    const id = this.#next++;
    const thread = threads[id % threads.length];
    if (thread === undefined) throw new Error('There are no threads.');
    return new Promise((resolve, reject) => {
      thread.waiting.set(id, { resolve, reject });
      const { buffer } = job.values;
      thread.worker.postMessage({ ...job, id }, buffer instanceof ArrayBuffer ? [buffer] : []);
    });
  }
}

/** A thread once it is ready; null: it could not be started. */
function startThread(file: string): Promise<Thread | null> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(file);
    } catch {
      resolve(null);
      return;
    }
    // A run that ends without closing does not keep the process.
    worker.unref();
    const thread: Thread = { worker, waiting: new Map() };
    const end = (reason: string) => {
      resolve(null);
      for (const { reject } of thread.waiting.values()) reject(new Error(reason));
      thread.waiting.clear();
    };
    worker.on('message', (answer: 'ready' | AugmentAnswer) => {
      if (answer === 'ready') {
        resolve(thread);
        return;
      }
      const asked = thread.waiting.get(answer.id);
      thread.waiting.delete(answer.id);
      if ('values' in answer) asked?.resolve(answer.values);
      else asked?.reject(new Error(answer.reason));
    });
    worker.on('error', (error) => {
      end(error.message);
    });
    worker.on('exit', (code) => {
      end(`The thread ended with ${code}.`);
    });
  });
}
