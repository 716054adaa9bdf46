// Writes a workload's examples as NPY files for the contenders that are not ours.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { datasetOf, workloads } from './workloads.ts';
import { encodeNpy } from '#main/engine/formats/encodeNpy.ts';

const [, , workloadId = '', folder = '', most = ''] = process.argv;

async function main(): Promise<void> {
  const workload = workloads.find(({ id }) => id === workloadId);
  if (workload === undefined) throw new Error(`No workload ${workloadId}.`);
  mkdirSync(folder, { recursive: true });
  const { train } = await datasetOf(workload, Number(most));
  for (const { name, shape, values } of train.columns) {
    const array = encodeNpy(Float32Array.from(values), [train.count, ...shape]);
    writeFileSync(path.join(folder, `${name}.npy`), array);
  }
  const { title, batchSize, divisor } = workload;
  writeFileSync(
    path.join(folder, 'workload.json'),
    JSON.stringify({ id: workloadId, title, batchSize, divisor }),
  );
}

void main();
