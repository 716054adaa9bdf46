import type { CompiledTraining } from '#main/engine/compile/compileTraining.ts';
import type { Tf } from '#main/engine/devices/device.ts';
import type { SlotValues, Stepper } from '#main/engine/train/stepper.ts';
import type { Checkpoint, CheckpointTensor, TrainingPosition } from '#main/workspace/checkpoint.ts';
import { writeCheckpoint } from '#main/workspace/checkpoint.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Tensors of a checkpoint: `weight/<name>`, and `slot/<number>/<name>` for what the optimizer remembers of a weight. */
const weightPrefix = 'weight/';
const slotPattern = /^slot\/(\d+)\/(.+)$/s;

/** Keeps all that is needed to go on from here; the model must have the stepper's weights. Problems: those of the file system. */
export async function saveRunCheckpoint(
  runFolder: string,
  { model }: CompiledTraining,
  stepper: Stepper,
  position: TrainingPosition,
): Promise<Result<null>> {
  const tensors: CheckpointTensor[] = [];
  for (const weight of model.weights) {
    const value = weight.read();
    const { shape } = value;
    const dtype = value.dtype === 'int32' || value.dtype === 'bool' ? value.dtype : 'float32';
    const values = bytesOf(await value.data());
    tensors.push({ name: weightPrefix + weight.originalName, shape, dtype, values });
  }
  for (const { weight, slot, shape, values } of await stepper.memory()) {
    const name = `slot/${slot}/${weight}`;
    tensors.push({ name, shape, dtype: 'float32', values: bytesOf(values) });
  }
  return writeCheckpoint(runFolder, { position, tensors });
}

/**
 * Puts a checkpoint's weights into a model and its memory into the stepper. Problem: `run.checkpointUnfit`, where the checkpoint
 * is of another network or of other data; nothing has changed then.
 */
export function restoreRun(
  tf: Tf,
  { model, optimizerChoice }: CompiledTraining,
  stepper: Stepper,
  { position, tensors }: Checkpoint,
  examples: number,
): Result<null> {
  if (position.examples !== examples) {
    return refuse('run.dataChanged', { before: position.examples, now: examples });
  }
  const given = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  for (const { originalName: name, shape } of model.weights) {
    const kept = given.get(weightPrefix + name);
    if (kept?.shape.join() !== shape.join()) return refuse('run.checkpointUnfit', { name });
  }
  if (position.optimizer !== optimizerChoice.kind) {
    return refuse('run.checkpointUnfit', { name: position.optimizer });
  }
  const values = model.weights.map(({ originalName }) => {
    const kept = given.get(weightPrefix + originalName);
    if (kept === undefined) throw new Error(`There is no weight ${originalName}.`);
    return tf.tensor(numbersOf(kept), [...kept.shape], kept.dtype);
  });
  model.weights.forEach((weight, index) => {
    const value = values[index];
    const variable = weight.read();
    // Not by `write`, which applies the weight's constraint once more.
    if (value !== undefined && variable instanceof tf.Variable) variable.assign(value);
  });
  tf.dispose(values);
  stepper.loadWeights();
  stepper.setMemory(tensors.flatMap(slotOf), position.steps);
  return ok(null);
}

function slotOf(tensor: CheckpointTensor): readonly SlotValues[] {
  const [, slot, weight] = slotPattern.exec(tensor.name) ?? [];
  if (slot === undefined || weight === undefined) return [];
  const values = new Float32Array(bufferOf(tensor.values));
  return [{ weight, slot: Number(slot), shape: tensor.shape, values }];
}

function numbersOf({ dtype, values }: CheckpointTensor): Float32Array | Int32Array | Uint8Array {
  if (dtype === 'bool') return values;
  const buffer = bufferOf(values);
  return dtype === 'int32' ? new Int32Array(buffer) : new Float32Array(buffer);
}

/** Numbers of four bytes may begin only at multiples of four. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  if (byteOffset === 0 && byteLength === buffer.byteLength && buffer instanceof ArrayBuffer) {
    return buffer;
  }
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
