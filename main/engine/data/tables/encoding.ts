import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import iconv from 'iconv-lite';

/** How a file's text is written as bytes, by the words of the source's parameter. */
export type Encoding =
  'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'shift_jis' | 'windows-1252';

/** Bytes that are looked at where the encoding is not UTF-8. */
const sampleBytes = 1 << 20;

const pieceBytes = 4 << 20;

/** The encoding that the first bytes name: a byte order mark, or zeros at every other place. null: they do not say. */
function markedEncoding(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const length = Math.min(head.length, 2048) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (head[index] === 0) even += 1;
    if (head[index + 1] === 0) odd += 1;
  }
  // Delimiters, digits and line ends are ASCII in any language: one of their two bytes is zero.
  const pairs = length / 2;
  if (odd > pairs * 0.1 && even < pairs * 0.01) return 'utf-16le';
  if (even > pairs * 0.1 && odd < pairs * 0.01) return 'utf-16be';
  return null;
}

/** True for bytes that are no text in any encoding known here. */
export function isBinary(head: Uint8Array): boolean {
  if (markedEncoding(head) !== null) return false;
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd += 1;
  }
  return odd > head.length * 0.02;
}

/** How a file's text is written. */
export interface FoundEncoding {
  readonly encoding: Encoding;
  /** All of it is UTF-8: it can be read as it is. */
  readonly isUtf8: boolean;
}

/**
 * The encoding of a file: the given one, else by all of its content where it is UTF-8, else by its first megabyte with
 * other characters.
 */
export async function findEncoding(
  file: string,
  given: Encoding | null,
  signal: AbortSignal,
): Promise<FoundEncoding> {
  if (given !== null && given !== 'utf-8') return { encoding: given, isUtf8: false };
  const marked = given ?? markedEncoding(await beginning(file));
  if (marked !== null && marked !== 'utf-8') return { encoding: marked, isUtf8: false };
  const wrong = await firstNotUtf8(file, signal);
  if (wrong === null) return { encoding: 'utf-8', isUtf8: true };
  return { encoding: marked ?? guessEncoding(wrong), isUtf8: false };
}

async function beginning(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The piece of a file that is not UTF-8 first, at most a megabyte; null: all of it is. */
async function firstNotUtf8(file: string, signal: AbortSignal): Promise<Buffer | null> {
  let rest = Buffer.alloc(0);
  for await (const piece of createReadStream(file, { highWaterMark: pieceBytes, signal })) {
    const bytes = rest.length === 0 ? (piece as Buffer) : Buffer.concat([rest, piece as Buffer]);
    const end = wholeCharacters(bytes);
    if (!isUtf8(bytes.subarray(0, end))) {
      const at = Math.max(0, firstOdd(bytes) - 1024);
      return bytes.subarray(at, at + sampleBytes);
    }
    rest = Buffer.from(bytes.subarray(end));
  }
  return rest.length > 0 ? rest : null;
}

/** Where the last whole character of UTF-8 ends. */
function wholeCharacters(bytes: Uint8Array): number {
  const { length } = bytes;
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = bytes[length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return size > back ? length - back : length;
  }
  return length;
}

function firstOdd(bytes: Uint8Array): number {
  const found = bytes.findIndex((byte) => byte >= 0x80);
  return Math.max(0, found);
}

/**
 * Tells GB18030 from a Western single-byte encoding and from damaged UTF-8: Chinese text is pairs of high bytes, Western
 * text is single high bytes between letters.
 */
function guessEncoding(bytes: Buffer): Encoding {
  const high = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  const damaged = iconv.decode(bytes, 'utf-8').match(/\ufffd/g)?.length ?? 0;
  // Most characters beyond ASCII are valid UTF-8: a few bytes are damaged.
  if (damaged * 10 < high) return 'utf-8';
  let pairs = 0;
  let single = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const next = bytes[index + 1] ?? 0;
    if (byte >= 0x81 && byte <= 0xfe && next >= 0xa1 && next <= 0xfe) {
      pairs += 1;
      index += 1;
    } else if (byte >= 0x81 && byte <= 0xfe && next >= 0x40 && next !== 0x7f) {
      // GBK's rarer half; also a Western letter before an ASCII one.
      single += 0.6;
      pairs += 0.4;
      index += 1;
    } else single += 1;
  }
  return pairs > single ? 'gb18030' : 'windows-1252';
}

/** Text of a file's beginning. */
export function decodeHead(head: Uint8Array, encoding: Encoding): string {
  const text = iconv.decode(Buffer.from(head), encoding);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** What a decoding met. */
export interface Decoded {
  /** About where the first character that could not be read lies, bytes; null: all could be read. */
  readonly firstReplaced: number | null;
}

/**
 * Writes a file's text as UTF-8 to `target`, piece by piece. Characters that cannot be read become U+FFFD. `tell` hears
 * how far it is, 0 to 1.
 */
export async function decodeToUtf8(
  file: string,
  encoding: Encoding,
  target: string,
  tell: (fraction: number) => void,
  signal: AbortSignal,
): Promise<Decoded> {
  const output = await open(target, 'w');
  try {
    const { size } = await stat(file);
    const decoder = iconv.getDecoder(encoding);
    let done = 0;
    let firstReplaced: number | null = null;
    const write = async (text: string | undefined) => {
      if (text === undefined || text === '') return;
      if (firstReplaced === null && text.includes('\ufffd')) firstReplaced = done;
      await output.write(text);
    };
    for await (const piece of createReadStream(file, { highWaterMark: pieceBytes, signal })) {
      await write(decoder.write(piece as Buffer));
      done += (piece as Buffer).length;
      tell(size === 0 ? 1 : Math.min(1, done / size));
    }
    await write(decoder.end());
    return { firstReplaced };
  } finally {
    await output.close();
  }
}
