import { createHash } from 'node:crypto';
import { access, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { withFiles } from '#main/workspace/fileProblem.ts';
import { runFiles } from '#main/workspace/paths.ts';
import { writeAtomic } from '#main/workspace/writeAtomic.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import type { EpochRecord } from '#shared/protocol/types.ts';

/** A number that JSON may not be able to hold: NaN is written as null. */
const number = z.number().nullable();
const count = z.int().min(0);

const positionSchema = z.object({
  epochs: count,
  record: z.custom<EpochRecord | null>(isRecordOrNull),
  batches: count,
  means: z.object({ examples: count, sums: z.array(number), weights: z.array(number) }),
  steps: count,
  stepsMs: z.number(),
  elapsedMs: z.number(),
  learningRate: z.number(),
  stopping: z.object({
    best: z.number().nullable(),
    bestEpoch: count.nullable(),
    epochsWithoutBetter: count,
  }),
  seed: z.int(),
  optimizer: z.string(),
  examples: count,
});

/**
 * Where training stands, beside the weights and the optimizer's memory. `epochs` are complete, `record` is the last of them (null:
 * none is); `batches` of the next one have been taken in `stepsMs`, and came to `means`. `steps` were taken since the
 * beginning: learning rates and random numbers depend on them and on `seed`. `examples` are those that are learned from.
 */
export type TrainingPosition = z.infer<typeof positionSchema>;

/** Where early stopping stands. */
export type StoppingPosition = TrainingPosition['stopping'];

/** Numbers of a model or of its optimizer; `values` are little-endian. */
export interface CheckpointTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32' | 'bool';
  readonly values: Uint8Array;
}

/** All that is needed to go on with training as if it had never ended. */
export interface Checkpoint {
  readonly position: TrainingPosition;
  readonly tensors: readonly CheckpointTensor[];
}

/**
 * The file is a safetensors file: the length of its header (8 bytes), the header as JSON, the numbers. One file, so that it is
 * replaced in one moment: a run that is killed at any time finds weights, memory and position of the same step.
 */
const dtypes = { float32: 'F32', int32: 'I32', bool: 'BOOL' } as const;
const bytesPerValue = { F32: 4, I32: 4, BOOL: 1 } as const;
const longestHeader = 64 * 1024 * 1024;

const entrySchema = z.object({
  dtype: z.enum(['F32', 'I32', 'BOOL']),
  shape: z.array(count),
  data_offsets: z.tuple([count, count]),
});
const entriesSchema = z.record(z.string(), entrySchema);
const headerSchema = z.looseObject({
  __metadata__: z.object({
    format: z.literal('strata-checkpoint-1'),
    position: z.string(),
    sha256: z.string(),
  }),
});

type Entry = z.infer<typeof entrySchema>;

/** Writes a run's checkpoint atomically. Problems: those of the file system. */
export async function writeCheckpoint(
  runFolder: string,
  { position, tensors }: Checkpoint,
): Promise<Result<null>> {
  const file = fileOf(runFolder);
  const entries: Record<string, Entry> = {};
  let offset = 0;
  for (const { name, shape, dtype, values } of tensors) {
    const end = offset + values.byteLength;
    entries[name] = { dtype: dtypes[dtype], shape: [...shape], data_offsets: [offset, end] };
    offset = end;
  }
  const written = JSON.stringify(position);
  const hash = hashOf(written, entries);
  for (const { values } of tensors) hash.update(values);
  const header = {
    __metadata__: { format: 'strata-checkpoint-1', position: written, sha256: hash.digest('hex') },
    ...entries,
  };
  const text = JSON.stringify(header);
  // Numbers begin at a multiple of 8, as other readers of the format want it.
  const padded = Buffer.from(text.padEnd(text.length + ((8 - (Buffer.byteLength(text) % 8)) % 8)));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.byteLength));
  const parts = [length, padded, ...tensors.map(({ values }) => values)];
  const done = await withFiles(file, () => writeAtomic(file, parts));
  return done.ok ? ok(null) : done;
}

/** True once a run has a checkpoint to go on from. */
export function hasCheckpoint(runFolder: string): Promise<boolean> {
  return access(fileOf(runFolder)).then(
    () => true,
    () => false,
  );
}

/** Where a run stands, once its checkpoint is known to be whole. Problems: `core.noCheckpoint`, `core.checkpointDamaged`. */
export async function checkCheckpoint(runFolder: string): Promise<Result<TrainingPosition>> {
  const read = await readParts(runFolder, () => undefined);
  return read.ok ? ok(read.value) : read;
}

/** Reads a run's checkpoint. Problems: `core.noCheckpoint`, `core.checkpointDamaged`. */
export async function readCheckpoint(runFolder: string): Promise<Result<Checkpoint>> {
  const tensors: CheckpointTensor[] = [];
  const names = { F32: 'float32', I32: 'int32', BOOL: 'bool' } as const;
  const read = await readParts(runFolder, (name, { dtype, shape }, values) => {
    tensors.push({ name, shape, dtype: names[dtype], values });
  });
  return read.ok ? ok({ position: read.value, tensors }) : read;
}

type OnTensor = (name: string, entry: Entry, values: Uint8Array) => void;

async function readParts(runFolder: string, onTensor: OnTensor): Promise<Result<TrainingPosition>> {
  const file = fileOf(runFolder);
  const place = { place: { file } };
  if (!(await hasCheckpoint(runFolder))) {
    return refuse('core.noCheckpoint', { path: runFolder }, { place: { file: runFolder } });
  }
  const read = await withFiles(file, async () => {
    const handle = await open(file, 'r');
    try {
      return await partsOf(handle, onTensor);
    } finally {
      await handle.close();
    }
  });
  if (!read.ok) return fail(read.problem);
  return read.value === null ? refuse('core.checkpointDamaged', { file }, place) : ok(read.value);
}

/** null: the file is not whole. */
async function partsOf(handle: FileHandle, onTensor: OnTensor): Promise<TrainingPosition | null> {
  const { size } = await handle.stat();
  const length = await bytesOf(handle, 0, 8);
  const headerBytes = length === null ? 0 : Number(Buffer.from(length).readBigUInt64LE());
  if (headerBytes === 0 || headerBytes > Math.min(size, longestHeader)) return null;
  const text = await bytesOf(handle, 8, headerBytes);
  const header = text === null ? null : parse(headerSchema, Buffer.from(text).toString('utf8'));
  if (header === null) return null;
  const { __metadata__: metadata, ...rest } = header;
  const entries = entriesSchema.safeParse(rest);
  if (!entries.success) return null;
  const hash = hashOf(metadata.position, entries.data);
  let offset = 0;
  for (const [name, entry] of Object.entries(entries.data)) {
    const [from, to] = entry.data_offsets;
    const bytes = entry.shape.reduce((a, b) => a * b, 1) * bytesPerValue[entry.dtype];
    if (from !== offset || to - from !== bytes) return null;
    const values = await bytesOf(handle, 8 + headerBytes + from, bytes, (part) => {
      hash.update(part);
    });
    if (values === null) return null;
    onTensor(name, entry, values);
    offset = to;
  }
  if (8 + headerBytes + offset !== size || hash.digest('hex') !== metadata.sha256) return null;
  return parse(positionSchema, metadata.position);
}

/** Bytes of a file, read in pieces so that nothing is held up for long; null: it ends before. */
async function bytesOf(
  handle: FileHandle,
  position: number,
  length: number,
  onPart: (part: Uint8Array) => void = () => undefined,
): Promise<Uint8Array | null> {
  const { size } = await handle.stat();
  if (position + length > size) return null;
  const bytes = new Uint8Array(length);
  const step = 4 * 1024 * 1024;
  let done = 0;
  while (done < length) {
    const wanted = Math.min(step, length - done);
    const { bytesRead } = await handle.read(bytes, done, wanted, position + done);
    if (bytesRead === 0) return null;
    onPart(bytes.subarray(done, done + bytesRead));
    done += bytesRead;
  }
  return bytes;
}

function hashOf(position: string, entries: Readonly<Record<string, Entry>>) {
  const places = Object.entries(entries).map(([name, { dtype, shape, data_offsets: offsets }]) => [
    name,
    dtype,
    shape,
    offsets,
  ]);
  return createHash('sha256').update(JSON.stringify([position, places]));
}

function parse<Value>(schema: z.ZodType<Value>, text: string): Value | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function isRecordOrNull(value: unknown): boolean {
  return value === null || (typeof value === 'object' && 'epoch' in value && 'loss' in value);
}

function fileOf(runFolder: string): string {
  return join(runFolder, runFiles.checkpoint);
}
