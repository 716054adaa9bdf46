import { isUtf8 } from 'node:buffer';

/** Folders and names that are left out: what macOS packs along. */
const leftOut = /(^|\/)(__MACOSX\/|\._)/;

/** Where an entry of an archive goes. */
export type EntryPlace =
  | { readonly kind: 'file'; readonly names: readonly string[] }
  | { readonly kind: 'leftOut' }
  | { readonly kind: 'unsafe' };

/**
 * The names of an entry's path from the root down. Absolute paths, drives and `..` are unsafe: they lead out of the folder
 * that is unpacked into.
 */
export function entryPlace(name: string): EntryPlace {
  const slashed = name.replaceAll('\\', '/');
  if (slashed.startsWith('/') || /^[a-z]:/i.test(slashed) || slashed.includes('\0')) {
    return { kind: 'unsafe' };
  }
  const names = slashed.split('/').filter((part) => part !== '' && part !== '.');
  if (names.includes('..')) return { kind: 'unsafe' };
  if (names.length === 0 || slashed.endsWith('/') || leftOut.test(slashed)) {
    return { kind: 'leftOut' };
  }
  return { kind: 'file', names: names.map(writable) };
}

/** A name that every system can write. */
function writable(name: string): string {
  const plain = name.replace(/[<>:"|?*\p{Cc}]/gu, '_').replace(/[. ]+$/, '_');
  return Buffer.byteLength(plain) > 240 ? plain.slice(0, 60) + plain.slice(-20) : plain;
}

/** Bit 11 of a zip entry's flags: its name is UTF-8. */
const utf8Flag = 0x800;

/**
 * A zip entry's name from its bytes: UTF-8 where it says so or is so, else GB 18030, for Windows in China writes names so
 * without saying it.
 */
export function zipName(bytes: Uint8Array, flags: number): string {
  const coding = (flags & utf8Flag) !== 0 || isUtf8(bytes) ? 'utf-8' : 'gb18030';
  return new TextDecoder(coding).decode(bytes);
}
