import { readBase64, writeBase64 } from '#shared/data/base64.ts';

/** Side of a drawing, in pixels. */
export const drawingSide = 28;
/** Most drawings that a document holds: about 1 MB of text. */
export const drawingLimit = 2000;

const drawingBytes = (drawingSide * drawingSide) / 2;

/** One drawing with what it shows. `pixels`: 28 × 28 gray values, 0 (nothing) to 255 (full), row after row. */
export interface Drawing {
  readonly label: string;
  readonly pixels: Uint8Array;
}

/** Drawings as the parameters of the source `drawings` hold them. */
export interface DrawnParams {
  /** Base64 of all bitmaps, one after another, two pixels a byte (16 grays, the first in the high half). */
  readonly bitmaps: string;
  /** What each shows, a line each, in the same order. */
  readonly labels: string;
}

/** Drawings as text; those past `drawingLimit` are left out. Labels are kept without line breaks. */
export function writeDrawings(drawings: readonly Drawing[]): DrawnParams {
  const kept = drawings.slice(0, drawingLimit);
  const bytes = new Uint8Array(kept.length * drawingBytes);
  for (const [index, { pixels }] of kept.entries()) {
    for (let at = 0; at < drawingBytes; at += 1) {
      bytes[index * drawingBytes + at] =
        (halfByte(pixels[2 * at]) << 4) | halfByte(pixels[2 * at + 1]);
    }
  }
  const labels = kept.map(({ label }) => label.replace(/\s+/g, ' ').trim());
  return { bitmaps: writeBase64(bytes), labels: labels.join('\n') };
}

/** The drawings of a document, or null where the text is not what `writeDrawings` writes. */
export function readDrawings({ bitmaps, labels }: DrawnParams): readonly Drawing[] | null {
  if (bitmaps === '') {
    return labels === '' ? [] : null;
  }
  const names = labels.split('\n');
  const bytes = readBase64(bitmaps);
  if (bytes?.length !== names.length * drawingBytes || names.length > drawingLimit) {
    return null;
  }
  return names.map((label, index) => {
    const pixels = new Uint8Array(drawingSide * drawingSide);
    for (let at = 0; at < drawingBytes; at += 1) {
      const byte = bytes[index * drawingBytes + at] ?? 0;
      // 15 becomes 255: 17 × 15.
      pixels[2 * at] = (byte >> 4) * 17;
      pixels[2 * at + 1] = (byte & 15) * 17;
    }
    return { label, pixels };
  });
}

/** What drawings show, each once, in order of the alphabet: the n-th is the class of number n. */
export function drawnClasses(labels: string): readonly string[] {
  return labels === '' ? [] : [...new Set(labels.split('\n'))].sort(byCode);
}

function halfByte(pixel = 0): number {
  return Math.round(pixel / 17);
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
