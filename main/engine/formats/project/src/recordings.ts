import { readFileSync } from 'node:fs';
import type { Signal, SignalCells } from './arithmetic/cells.ts';

/** Reads WAV files: PCM of 8, 16, 24 or 32 bits or floats, channels mixed to one by their mean. */
export function readRecordings(files: readonly string[]): SignalCells {
  return { type: 'signals', values: files.map(readWav) };
}

function readWav(file: string): Signal {
  const bytes = readFileSync(file);
  const word = (at: number) => bytes.subarray(at, at + 4).toString('latin1');
  if (word(0) !== 'RIFF' || word(8) !== 'WAVE') throw new Error(`${file} is not a WAV file.`);
  let format = { type: 0, channels: 0, rate: 0, bits: 0 };
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(at + 4);
    const start = at + 8;
    if (word(at) === 'fmt ') {
      const isExtended = bytes.readUInt16LE(start) === 0xfffe && size >= 40;
      format = {
        type: bytes.readUInt16LE(isExtended ? start + 24 : start),
        channels: bytes.readUInt16LE(start + 2),
        rate: bytes.readUInt32LE(start + 4),
        bits: bytes.readUInt16LE(start + 14),
      };
    }
    if (word(at) === 'data') {
      // Recorders that stream write no length, or the largest one.
      const isOpenEnd = size === 0xffffffff || (size === 0 && bytes.length > start);
      const length = isOpenEnd ? bytes.length - start : size;
      return { rate: format.rate, values: samples(bytes.subarray(start, start + length), format) };
    }
    at = start + size + (size % 2);
  }
  throw new Error(`${file} holds no samples.`);
}

function samples(
  bytes: Buffer,
  { type, channels, bits }: { type: number; channels: number; bits: number },
): Float32Array {
  const step = bits / 8;
  const read = readers[`${type === 3 ? 'float' : 'pcm'}${bits}`];
  if (read === undefined || channels === 0) throw new Error('A WAV file has an unknown coding.');
  return Float32Array.from({ length: Math.floor(bytes.length / (step * channels)) }, (_, frame) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) {
      sum += read(bytes, (frame * channels + channel) * step);
    }
    return sum / channels;
  });
}

const readers: Readonly<Record<string, (bytes: Buffer, at: number) => number>> = {
  float32: (bytes, at) => bytes.readFloatLE(at),
  float64: (bytes, at) => bytes.readDoubleLE(at),
  pcm8: (bytes, at) => (bytes.readUInt8(at) - 128) / 128,
  pcm16: (bytes, at) => bytes.readInt16LE(at) / 32768,
  pcm24: (bytes, at) => bytes.readIntLE(at, 3) / 8388608,
  pcm32: (bytes, at) => bytes.readInt32LE(at) / 2147483648,
};
