import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { gunzip, gunzipped } from '#main/engine/data/archives/gunzip.ts';
import type { UnpackLimits } from '#main/engine/data/archives/limits.ts';
import { limitsFor } from '#main/engine/data/archives/limits.ts';
import { untar } from '#main/engine/data/archives/untar.ts';
import { unzip } from '#main/engine/data/archives/unzip.ts';
import { paths } from '#main/workspace/paths.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** How unpacking is ended early and how far it has come. */
export interface UnpackWork {
  readonly signal: AbortSignal;
  /** 0 to 1. */
  readonly tell: (fraction: number) => void;
}

/** An archive that lies unpacked in our cache. */
export interface Unpacked {
  readonly folder: string;
  readonly fingerprint: string;
  /** Links that were left out. */
  readonly links: number;
}

/** Kinds of archives. */
export type ArchiveKind = 'zip' | 'tar' | 'tar.gz';

/** Unpacked archives that nobody asked for in that time are removed, milliseconds. */
const keptForMs = 30 * 24 * 3600 * 1000;

/** The kind of archive, by its first bytes; null: none. `head` holds 512 bytes or more of what a tar is. */
export async function archiveKindOf(head: Uint8Array): Promise<ArchiveKind | null> {
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  if (isTar(head)) return 'tar';
  return isGzip(head) && isTar(await plainBeginning(head)) ? 'tar.gz' : null;
}

/** True for bytes that begin as gzip's do. */
function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** POSIX and GNU archives say so at byte 257. */
function isTar(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar';
}

/** The first bytes of a file, or as much as those of a gzip unpack to. */
export async function plainBeginning(head: Uint8Array): Promise<Uint8Array> {
  if (!isGzip(head)) return head;
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const gunzip = createGunzip();
    const done = () => {
      resolve(Buffer.concat(pieces));
    };
    gunzip.on('data', (piece: Buffer) => pieces.push(piece));
    gunzip.on('end', done);
    // The head is cut anywhere, which is an error at its end.
    gunzip.on('error', done);
    gunzip.end(head);
  });
}

/** What a file unpacks to where it is a gzip of one file, in our cache; else the file itself. Problems: those of `unpack`. */
export async function plainFile(
  file: string,
  head: Uint8Array,
  work: UnpackWork,
): Promise<Result<string>> {
  if (!isGzip(head)) return ok(file);
  const unpacked = await unpack(file, work);
  return unpacked.ok ? ok(path.join(unpacked.value.folder, gunzipped)) : unpacked;
}

/**
 * Unpacks an archive, or a gzip of one file, once into our cache, by its content: the same file is unpacked no second time, a changed one anew.
 * Problems: `data.fileMissing`, `data.fileUnreadable`, `data.archiveUnknown`, `data.archiveBroken`, `data.archiveUnsafe`,
 * `data.archiveEncrypted`, `data.archiveMethod`, `data.archiveTooMany`, `data.archiveTooLarge`, `data.archiveBomb`,
 * `data.cancelled`.
 */
export async function unpack(
  file: string,
  work: UnpackWork,
  limits?: UnpackLimits,
): Promise<Result<Unpacked>> {
  const place = { place: { file } };
  const cache = path.join(paths({ appRoot: '' }).cacheFolder, 'unpacked');
  let kind: ArchiveKind | 'gz' | null;
  let size: number;
  let fingerprint: string;
  try {
    const identity = await identify(file);
    size = identity.size;
    fingerprint = identity.fingerprint;
    kind = (await archiveKindOf(identity.head)) ?? (isGzip(identity.head) ? 'gz' : null);
    await mkdir(cache, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? refuse('data.fileMissing', { file }, place)
      : refuse('data.fileUnreadable', { file, reason: code ?? '' }, place);
  }
  if (kind === null) return refuse('data.archiveUnknown', { file }, place);
  const folder = path.join(cache, fingerprint);
  if (existsSync(folder)) {
    const now = new Date();
    await utimes(folder, now, now).catch(() => undefined);
    return ok({ folder, fingerprint, links: 0 });
  }
  await removeOld(cache);
  const partial = `${folder}.${randomBytes(4).toString('hex')}.part`;
  try {
    await mkdir(partial);
    const allowed = limits ?? (await limitsFor(cache));
    const links = await unpackers[kind](file, size, partial, allowed, work);
    if (!links.ok) return links;
    // Another process may have been faster.
    await rename(partial, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
    return ok({ folder, fingerprint, links: links.value });
  } catch (error) {
    if (work.signal.aborted) return refuse('data.cancelled');
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') return refuse('data.archiveNoRoom', { file }, place);
    return refuse('data.archiveBroken', { file, reason: message }, place);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

const unpackers: Readonly<Record<ArchiveKind | 'gz', typeof unzip>> = {
  zip: unzip,
  tar: (...given) => untar(false, ...given),
  'tar.gz': (...given) => untar(true, ...given),
  gz: gunzip,
};

/** Bytes at the beginning and end that tell a file apart. */
const identifyingBytes = 64 * 1024;

async function identify(file: string) {
  const handle = await open(file, 'r');
  try {
    const { size, mtimeMs } = await handle.stat();
    const read = async (at: number) => {
      const bytes = new Uint8Array(Math.min(identifyingBytes, size));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, at);
      return bytes.subarray(0, bytesRead);
    };
    const head = await read(0);
    const tail = await read(Math.max(0, size - identifyingBytes));
    const hash = createHash('sha256').update(`${size} ${mtimeMs}\n`).update(head).update(tail);
    return { size, head, fingerprint: hash.digest('hex').slice(0, 32) };
  } finally {
    await handle.close();
  }
}

async function removeOld(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const folder = path.join(cache, name);
    const found = await stat(folder).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > keptForMs) {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}
