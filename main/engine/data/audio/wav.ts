import type { Signal } from '#shared/data/arithmetic/cells.ts';

/** How the samples of a WAV file are kept. */
export interface WavFormat {
  readonly channels: number;
  /** Hz. */
  readonly rate: number;
  readonly bits: number;
  readonly isFloat: boolean;
  /** Where the samples begin, and how many bytes of them there are said to be. */
  readonly start: number;
  readonly bytes: number;
}

/** Why a WAV file cannot be read; `type` is the number of a coding that is not known. */
export interface WavFault {
  readonly fault: 'notWav' | 'coding' | 'cutShort' | 'empty';
  readonly type?: number;
  readonly expected?: number;
}

const pcm = 1;
const float = 3;
const extensible = 0xfffe;

/** True for bytes that begin as WAV files do. */
export function isWav(bytes: Uint8Array): boolean {
  return bytes.length >= 12 && word(bytes, 0) === 'RIFF' && word(bytes, 8) === 'WAVE';
}

/**
 * Finds format and samples in a WAV file's chunks. `fileBytes` is the file's length where `bytes` are only its head.
 * https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html
 */
export function wavFormat(bytes: Uint8Array, fileBytes = bytes.length): WavFormat | WavFault {
  if (!isWav(bytes)) return { fault: 'notWav' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format: Omit<WavFormat, 'start' | 'bytes'> | null = null;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = word(bytes, at);
    const size = view.getUint32(at + 4, true);
    if (name === 'fmt ' && at + 24 <= bytes.length) {
      const isExtended = view.getUint16(at + 8, true) === extensible && size >= 40;
      if (isExtended && at + 34 > bytes.length) return { fault: 'cutShort' };
      const type = view.getUint16(isExtended ? at + 32 : at + 8, true);
      const channels = view.getUint16(at + 10, true);
      const rate = view.getUint32(at + 12, true);
      const bits = view.getUint16(at + 22, true);
      const isKnown =
        (type === pcm && [8, 16, 24, 32].includes(bits)) ||
        (type === float && [32, 64].includes(bits));
      if (!isKnown || channels === 0 || rate === 0) return { fault: 'coding', type };
      format = { channels, rate, bits, isFloat: type === float };
    }
    if (name === 'data') {
      if (format === null) return { fault: 'notWav' };
      const start = at + 8;
      // Recorders that stream write no length, or the largest one.
      const isOpenEnd = size === 0xffffffff || (size === 0 && fileBytes > start);
      const length = isOpenEnd ? fileBytes - start : size;
      if (start + length > fileBytes) return { fault: 'cutShort', expected: start + length };
      return length < (format.channels * format.bits) / 8
        ? { fault: 'empty' }
        : { ...format, start, bytes: length };
    }
    at += 8 + size + (size % 2);
  }
  return { fault: 'cutShort' };
}

/** Reads a WAV file: PCM of 8, 16, 24 or 32 bits or floats, its channels mixed to one by their mean. */
export function parseWav(bytes: Uint8Array): Signal | WavFault {
  const format = wavFormat(bytes);
  if ('fault' in format) return format;
  const { channels, rate, bits, isFloat, start } = format;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, format.bytes);
  const step = bits / 8;
  const count = Math.floor(format.bytes / (step * channels));
  const values = new Float32Array(count);
  const read = sampleReader(view, bits, isFloat);
  for (let frame = 0; frame < count; frame++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) {
      sum += read((frame * channels + channel) * step);
    }
    values[frame] = sum / channels;
  }
  return { rate, values };
}

/** A sample at a byte as −1 … 1; 8 bits are without a sign, as the format says. */
function sampleReader(view: DataView, bits: number, isFloat: boolean): (at: number) => number {
  if (isFloat) {
    return bits === 32 ? (at) => view.getFloat32(at, true) : (at) => view.getFloat64(at, true);
  }
  if (bits === 8) return (at) => (view.getUint8(at) - 128) / 128;
  if (bits === 16) return (at) => view.getInt16(at, true) / 32768;
  if (bits === 24) {
    return (at) => (view.getInt8(at + 2) * 65536 + view.getUint16(at, true)) / 8388608;
  }
  return (at) => view.getInt32(at, true) / 2147483648;
}

function word(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
