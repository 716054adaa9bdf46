import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ensureKeras } from './setup.mjs';
import type { Call } from '#shared/layers/call.ts';

/** A tensor on its way to Python. */
export interface Numbers {
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
  readonly values: readonly number[];
}

/** One layer to run, with these weights on these inputs. */
export interface KerasJob {
  readonly call: Call;
  /** The call without the arguments that equal Keras's declared defaults. */
  readonly trimmed: Call;
  readonly inputs: readonly Numbers[];
  readonly weights: readonly Numbers[];
  /** Wanted outputs for one training step; null: no step. */
  readonly targets: readonly Numbers[] | null;
}

/** What Keras gives. */
export type KerasResult =
  | { readonly error: string }
  | {
      readonly error?: undefined;
      readonly outputs: readonly Omit<Numbers, 'dtype'>[];
      readonly trimmedIsSame: boolean;
      /** Weights after the step. */
      readonly trained?: readonly Omit<Numbers, 'dtype'>[];
    };

/** Runs all jobs in one Python process. */
export async function runKeras(jobs: readonly KerasJob[]): Promise<readonly KerasResult[]> {
  const python = process.env['STRATA_PYTHON'] ?? (await ensureKeras());
  const folder = await mkdtemp(join(tmpdir(), 'strata-parity-'));
  try {
    const [jobsPath, resultsPath] = [join(folder, 'jobs.json'), join(folder, 'results.json')];
    await writeFile(jobsPath, JSON.stringify(jobs));
    const script = fileURLToPath(new URL('layers.py', import.meta.url));
    await promisify(execFile)(python, [script, jobsPath, resultsPath]);
    return JSON.parse(await readFile(resultsPath, 'utf8')) as KerasResult[];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
