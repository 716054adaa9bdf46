/** Formats of pictures that can be read. */
export type PictureFormat = 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp' | 'tiff' | 'avif';

/** What a picture's first bytes say. Sizes are those of the upright picture, in pixels. */
export interface PictureHead {
  readonly format: PictureFormat;
  readonly height: number;
  readonly width: number;
  /** 1: gray, with or without transparency. */
  readonly channels: 1 | 3;
}

/** The format of a picture, by its first 16 bytes; null: none of ours. */
export function pictureFormatOf(bytes: Uint8Array): PictureFormat | null {
  const starts = (text: string, at = 0) =>
    Array.from(text).every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
  if (starts('\x89PNG\r\n\x1a\n')) return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (starts('GIF87a') || starts('GIF89a')) return 'gif';
  if (starts('RIFF') && starts('WEBP', 8)) return 'webp';
  if (starts('BM') && bytes.length >= 26 && isBitmapHead(bytes)) return 'bmp';
  if (starts('II*\0') || starts('MM\0*') || starts('II+\0') || starts('MM\0+')) return 'tiff';
  if (starts('ftyp', 4) && (starts('avif', 8) || starts('avis', 8))) return 'avif';
  return null;
}

/** The length of the second head tells a bitmap from a text that begins with BM. */
function isBitmapHead(bytes: Uint8Array): boolean {
  const size = viewOf(bytes).getUint32(14, true);
  return [12, 40, 52, 56, 64, 108, 124].includes(size);
}

/**
 * Size and channels of PNG, JPEG, GIF, BMP; null where these bytes do not hold them, or for other formats, which a
 * library must be asked about.
 */
export function readPictureHead(bytes: Uint8Array): PictureHead | null {
  const format = pictureFormatOf(bytes);
  const view = viewOf(bytes);
  if (format === 'png' && bytes.length >= 26) {
    const colour = view.getUint8(25);
    return {
      format,
      width: view.getUint32(16),
      height: view.getUint32(20),
      channels: colour === 0 || colour === 4 ? 1 : 3,
    };
  }
  if (format === 'gif' && bytes.length >= 10) {
    return {
      format,
      width: view.getUint16(6, true),
      height: view.getUint16(8, true),
      channels: 3,
    };
  }
  if (format === 'bmp') {
    const isOld = view.getUint32(14, true) === 12;
    return {
      format,
      width: isOld ? view.getUint16(18, true) : Math.abs(view.getInt32(18, true)),
      height: isOld ? view.getUint16(20, true) : Math.abs(view.getInt32(22, true)),
      channels: 3,
    };
  }
  return format === 'jpeg' ? readJpegHead(view) : null;
}

/** Goes from marker to marker up to the frame's head. ITU T.81, annex B. */
function readJpegHead(view: DataView): PictureHead | null {
  let at = 2;
  let orientation = 1;
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    const isFrame =
      marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      if (at + 10 > view.byteLength) return null;
      const height = view.getUint16(at + 5);
      const width = view.getUint16(at + 7);
      const isTurned = orientation >= 5 && orientation <= 8;
      return {
        format: 'jpeg',
        height: isTurned ? width : height,
        width: isTurned ? height : width,
        channels: view.getUint8(at + 9) === 1 ? 1 : 3,
      };
    }
    if (marker === 0xe1) orientation = orientationIn(view, at + 4) ?? orientation;
    at += 2 + length;
  }
  return null;
}

/** EXIF's tag 0x0112 of an APP1 segment; null: none. */
function orientationIn(view: DataView, start: number): number | null {
  if (start + 14 > view.byteLength || view.getUint32(start) !== 0x45786966) return null;
  const tiff = start + 6;
  const isLittle = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, isLittle);
  if (directory + 2 > view.byteLength) return null;
  const count = view.getUint16(directory, isLittle);
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > view.byteLength) return null;
    if (view.getUint16(at, isLittle) === 0x0112) return view.getUint16(at + 8, isLittle);
  }
  return null;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
