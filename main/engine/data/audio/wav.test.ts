import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseWav } from '#main/engine/data/audio/wav.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import { recogniseData } from '#main/engine/data/inspect/recogniseData.ts';

const root = mkdtempSync(path.join(tmpdir(), 'strata-wav-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

interface Made {
  readonly type?: number;
  readonly channels?: number;
  readonly bits: number;
  readonly body: Uint8Array;
  readonly isExtensible?: boolean;
  /** Length that the head gives; absent: the true one. */
  readonly said?: number;
  readonly before?: Uint8Array;
}

function wav({ type = 1, channels = 1, bits, body, isExtensible = false, said, before }: Made) {
  const formatBytes = isExtensible ? 40 : 16;
  const extra = before ?? new Uint8Array(0);
  const head = new DataView(new ArrayBuffer(12 + 8 + formatBytes));
  const word = (at: number, text: string) => {
    Array.from(text).forEach((letter, index) => {
      head.setUint8(at + index, letter.charCodeAt(0));
    });
  };
  word(0, 'RIFF');
  word(8, 'WAVE');
  word(12, 'fmt ');
  head.setUint32(16, formatBytes, true);
  head.setUint16(20, isExtensible ? 0xfffe : type, true);
  head.setUint16(22, channels, true);
  head.setUint32(24, 8000, true);
  head.setUint16(34, bits, true);
  if (isExtensible) head.setUint16(44, type, true);
  const data = new DataView(new ArrayBuffer(8));
  Array.from('data').forEach((letter, index) => {
    data.setUint8(index, letter.charCodeAt(0));
  });
  data.setUint32(4, said ?? body.length, true);
  return Buffer.concat([new Uint8Array(head.buffer), extra, new Uint8Array(data.buffer), body]);
}

const bytesOf = (values: { readonly buffer: ArrayBufferLike }) => new Uint8Array(values.buffer);
const list = Buffer.concat([Buffer.from('LIST'), Uint8Array.of(3, 0, 0, 0, 65, 66, 67, 0)]);

describe('WAV', () => {
  test.each<[string, Made, readonly number[]]>([
    ['8 bits', { bits: 8, body: Uint8Array.of(128, 255, 0) }, [0, 127 / 128, -1]],
    ['16 bits', { bits: 16, body: bytesOf(Int16Array.of(0, 16384, -32768)) }, [0, 0.5, -1]],
    ['24 bits', { bits: 24, body: Uint8Array.of(0, 0, 64, 0, 0, 128) }, [0.5, -1]],
    ['32 bits', { bits: 32, body: bytesOf(Int32Array.of(2 ** 30, -(2 ** 31))) }, [0.5, -1]],
    ['floats', { type: 3, bits: 32, body: bytesOf(Float32Array.of(0.25, -1)) }, [0.25, -1]],
    ['doubles', { type: 3, bits: 64, body: bytesOf(Float64Array.of(0.25, -1)) }, [0.25, -1]],
    [
      'two channels, mixed',
      { bits: 16, channels: 2, body: bytesOf(Int16Array.of(16384, 0, 0, -16384)) },
      [0.25, -0.25],
    ],
    [
      'the extensible form',
      { bits: 16, isExtensible: true, body: bytesOf(Int16Array.of(16384)) },
      [0.5],
    ],
    [
      'a list before the samples',
      { bits: 16, before: list, body: bytesOf(Int16Array.of(16384)) },
      [0.5],
    ],
    [
      'a length that was never written',
      { bits: 16, said: 0xffffffff, body: bytesOf(Int16Array.of(16384)) },
      [0.5],
    ],
  ])('reads %s', (_, made, values) => {
    const signal = parseWav(wav(made));
    expect('rate' in signal && signal.rate).toBe(8000);
    expect('values' in signal && [...signal.values]).toEqual(values);
  });

  test.each([
    ['another coding', wav({ type: 2, bits: 4, body: new Uint8Array(8) }), 'coding'],
    ['a cut file', wav({ bits: 16, body: new Uint8Array(4), said: 100 }), 'cutShort'],
    ['no samples', wav({ bits: 16, body: new Uint8Array(0) }), 'empty'],
    ['text', Buffer.from('RIFF, they said'), 'notWav'],
  ])('refuses %s', (_, bytes, fault) => {
    expect(parseWav(bytes)).toMatchObject({ fault });
  });
});

test('a folder of recordings', async () => {
  const folder = path.join(root, 'digits');
  const tone = wav({ bits: 16, body: bytesOf(Int16Array.of(16384, -16384, 0, 0)) });
  for (const name of ['one', 'two']) mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, 'one', 'a.wav'), tone);
  writeFileSync(path.join(folder, 'two', 'b.wav'), tone);
  writeFileSync(path.join(folder, 'two', 'c.wav'), tone.subarray(0, 46));
  expect(await recogniseData([folder])).toEqual({
    ok: true,
    value: { kind: 'audioFolder', params: { folder } },
  });
  const params = { folder, skipUnreadable: true };
  const opened = await openSource({ source: { kind: 'audioFolder', params }, features: [] }, null);
  if (!opened.ok) throw new Error(opened.problem.code);
  const { train, features, problems } = opened.value;
  expect(features.map(({ name, kind }) => [name, kind])).toEqual([
    ['audio', 'audio'],
    ['label', 'category'],
    ['file', 'text'],
  ]);
  expect(problems).toMatchObject([{ code: 'data.wavCutShort', values: { file: 'two/c.wav' } }]);
  const cells = await train.gather?.(['audio', 'label'], Uint32Array.of(1, 0));
  expect(cells?.['label']).toEqual({ type: 'texts', values: ['two', 'one'] });
  expect(cells?.['audio']).toMatchObject({
    type: 'signals',
    values: [{ rate: 8000, values: Float32Array.of(0.5, -0.5, 0, 0) }, {}],
  });
  const reports = await opened.value.describe?.(() => undefined, new AbortController().signal);
  expect(reports?.[0]?.numbers).toMatchObject({ min: 0.0005, max: 0.0005 });
});
