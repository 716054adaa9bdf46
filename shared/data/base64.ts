const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as text (RFC 4648, with padding). */
export function writeBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const left = bytes.length - at;
    pieces.push(
      letters.charAt(three >> 18),
      letters.charAt((three >> 12) & 63),
      left > 1 ? letters.charAt((three >> 6) & 63) : '=',
      left > 2 ? letters.charAt(three & 63) : '=',
    );
  }
  return pieces.join('');
}

/** The bytes of such a text; null: it is none. */
export function readBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let at = 0, to = 0; at < text.length; at += 4) {
    const four = [0, 1, 2, 3].reduce(
      (bits, index) => (bits << 6) | Math.max(0, letters.indexOf(text.charAt(at + index))),
      0,
    );
    // Bytes past the end, which the padding stands for, fall away.
    bytes[to++] = four >> 16;
    bytes[to++] = (four >> 8) & 255;
    bytes[to++] = four & 255;
  }
  return bytes;
}
