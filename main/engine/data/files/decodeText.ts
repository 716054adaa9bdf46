/** Codings that are tried where a text is not UTF-8, in this order: Chinese, then the one in which every byte is a letter. */
const fallbacks = ['gb18030', 'windows-1252'] as const;

/**
 * A text from its bytes: by its mark UTF-8 or UTF-16, else UTF-8 where it is valid, else GB 18030 (of which GBK is a part),
 * else Windows-1252.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const coding of ['utf-8', ...fallbacks]) {
    try {
      return new TextDecoder(coding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}
