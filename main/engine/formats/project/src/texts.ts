import { readFileSync } from 'node:fs';
import type { TextCells } from './arithmetic/cells.ts';

/** Reads files of text: UTF-8 or by its mark UTF-16, else GB 18030, else Windows-1252. */
export function readTexts(files: readonly string[]): TextCells {
  return { type: 'texts', values: files.map((file) => decode(readFileSync(file))) };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const coding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(coding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}
