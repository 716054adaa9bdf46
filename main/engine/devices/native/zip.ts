import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/** One file inside a zip. */
interface ZipEntry {
  readonly name: string;
  readonly sizeBytes: number;
  readonly packedBytes: number;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly headerOffset: number;
  /** A program: it may be executed. */
  readonly isExecutable: boolean;
}

/** Signatures of the parts of a zip. APPNOTE.TXT of PKWARE, 4.3. */
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
const endBytes = 22;
const longestComment = 65_535;
const entryBytes = 46;
const localBytes = 30;

/**
 * The files of a zip by name. Only the directory at its end is read: the wheels here have hundreds of megabytes, of which a
 * few files are wanted. Throws where it is not a zip below 4 GB.
 */
export async function readZip(file: string): Promise<ReadonlyMap<string, ZipEntry>> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const tail = await bytesAt(
      handle,
      Math.max(0, size - endBytes - longestComment),
      Math.min(size, endBytes + longestComment),
    );
    const end = tail.lastIndexOf(littleEndian(endOfDirectory));
    if (end < 0) throw new Error(`${path.basename(file)} is not a zip`);
    const count = tail.readUInt16LE(end + 10);
    const directory = await bytesAt(
      handle,
      tail.readUInt32LE(end + 16),
      tail.readUInt32LE(end + 12),
    );
    return new Map([...entriesOf(directory, count)].map((entry) => [entry.name, entry]));
  } finally {
    await handle.close();
  }
}

function* entriesOf(directory: Buffer, count: number): Generator<ZipEntry> {
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (directory.readUInt32LE(at) !== directoryEntry) throw new Error('the zip is damaged');
    const nameLength = directory.readUInt16LE(at + 28);
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    yield {
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      sizeBytes: directory.readUInt32LE(at + 24),
      headerOffset: directory.readUInt32LE(at + 42),
      // The upper half of the attributes are Unix's permissions.
      isExecutable: (directory.readUInt16LE(at + 40) & 0o100) !== 0,
      name: directory.toString('utf8', at + entryBytes, at + entryBytes + nameLength),
    };
    at += entryBytes + nameLength + rest;
  }
}

/** Writes one file of a zip, not an empty one, to `target`, streaming. Answers the SHA-256 of its content. Throws what node:fs and zlib throw. */
export async function extract(
  zip: string,
  entry: ZipEntry,
  target: string,
  { signal, onBytes }: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<string> {
  await mkdir(path.dirname(target), { recursive: true });
  const start = await contentStart(zip, entry);
  const hash = createHash('sha256');
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      onBytes(chunk.length);
      done(null, chunk);
    },
  });
  await pipeline(
    createReadStream(zip, { start, end: start + entry.packedBytes - 1, highWaterMark: 1 << 20 }),
    entry.method === 0 ? new PassThrough() : createInflateRaw({ chunkSize: 1 << 20 }),
    watch,
    createWriteStream(target, { mode: entry.isExecutable ? 0o755 : 0o644 }),
    { signal },
  );
  return hash.digest('hex');
}

async function contentStart(zip: string, { headerOffset }: ZipEntry): Promise<number> {
  const handle = await open(zip);
  try {
    const header = await bytesAt(handle, headerOffset, localBytes);
    if (header.readUInt32LE(0) !== localHeader) throw new Error('the zip is damaged');
    return headerOffset + localBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await handle.close();
  }
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  if (bytesRead < length) throw new Error('the zip is cut short');
  return buffer;
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
