import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileProblem } from '#main/workspace/fileProblem.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/** One tensor of a weights file, as tfjs's manifest has it. */
interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string };
}

/** A read `model.json` with the bytes it points to. */
export interface ReadModel {
  /** The layers and how they are joined; null in a file of weights only. */
  readonly topology: object | null;
  readonly entries: readonly WeightEntry[];
  readonly bytes: ArrayBuffer;
}

/** Key of our checksum in a model's `userDefinedMetadata`. */
export const checksumKey = 'weightsSha256';

const bytesOf: Readonly<Record<string, number>> = {
  float32: 4,
  int32: 4,
  bool: 1,
  uint8: 1,
  uint16: 2,
  float16: 2,
};

/** SHA-256, hexadecimal. */
export function checksum(bytes: ArrayBuffer | Uint8Array): string {
  const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  return createHash('sha256').update(view).digest('hex');
}

/**
 * Reads a tfjs model folder (`model.json` and the files of its manifest) and checks that it is whole. Problems:
 * `format.notAModel`, `format.cutShort`, `format.damaged`, and those of the file system.
 */
export async function readModelFolder(folder: string): Promise<Result<ReadModel>> {
  const file = path.join(folder, 'model.json');
  const text = await readBytes(file);
  if (!text.ok) return text;
  const parsed = parseManifest(text.value.toString('utf8'));
  if (parsed === null) return refuse('format.notAModel', { file }, { place: { file } });

  const parts: Buffer[] = [];
  for (const name of parsed.files) {
    const part = await readBytes(path.join(folder, name));
    if (!part.ok) return part;
    parts.push(part.value);
  }
  const bytes = Buffer.concat(parts);
  const weights = path.join(folder, parsed.files[0] ?? '');
  const place = { place: { file: weights } };
  const expected = parsed.entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  if (bytes.length !== expected) {
    return refuse('format.cutShort', { file: weights, expected, actual: bytes.length }, place);
  }
  if (parsed.checksum !== null && parsed.checksum !== checksum(bytes)) {
    return refuse('format.damaged', { file: weights }, place);
  }
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return ok({ topology: parsed.topology, entries: parsed.entries, bytes: copy });
}

async function readBytes(file: string): Promise<Result<Buffer>> {
  try {
    return ok(await readFile(file));
  } catch (error) {
    const problem = fileProblem(error, file);
    if (problem === null) throw error;
    return fail(problem);
  }
}

interface Manifest {
  readonly topology: object | null;
  readonly files: readonly string[];
  readonly entries: readonly WeightEntry[];
  readonly checksum: string | null;
}

/** null: not a tfjs model. Nothing in the file is trusted. */
function parseManifest(text: string): Manifest | null {
  let model: unknown;
  try {
    model = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(model) || !Array.isArray(model['weightsManifest'])) return null;
  const files: string[] = [];
  const entries: WeightEntry[] = [];
  for (const group of model['weightsManifest'] as unknown[]) {
    if (!isRecord(group) || !Array.isArray(group['paths']) || !Array.isArray(group['weights'])) {
      return null;
    }
    for (const name of group['paths'] as unknown[]) {
      // A model keeps to its own folder.
      if (typeof name !== 'string' || name === '' || name !== path.basename(name)) return null;
      files.push(name);
    }
    for (const entry of group['weights'] as unknown[]) {
      if (!isWeightEntry(entry)) return null;
      entries.push(entry);
    }
  }
  const metadata = model['userDefinedMetadata'];
  const sum = isRecord(metadata) ? metadata[checksumKey] : null;
  const topology = model['modelTopology'];
  return {
    topology: isRecord(topology) ? topology : null,
    files,
    entries,
    checksum: typeof sum === 'string' ? sum : null,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWeightEntry(value: unknown): value is WeightEntry {
  if (!isRecord(value)) return false;
  const { name, shape, dtype, quantization } = value;
  const isShape =
    Array.isArray(shape) && shape.every((size) => Number.isSafeInteger(size) && Number(size) >= 0);
  const isPacked =
    quantization === undefined ||
    (isRecord(quantization) && bytesOf[String(quantization['dtype'])] !== undefined);
  return typeof name === 'string' && isShape && isPacked && bytesOf[String(dtype)] !== undefined;
}

function sizeOf(entry: WeightEntry): number {
  const count = entry.shape.reduce((product, size) => product * size, 1);
  return count * (bytesOf[entry.quantization?.dtype ?? entry.dtype] ?? 0);
}
