import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FrameReader, writeFrames } from '#shared/protocol/frames.ts';

function travel(message: unknown): unknown {
  const { text, binaries } = writeFrames(message);
  const reader = new FrameReader();
  let read = reader.read(text);
  for (const binary of binaries) {
    expect(read).toBeUndefined();
    read = reader.read(binary);
  }
  return read?.message;
}

describe('frames', () => {
  test('a message without binary values is one frame of JSON', () => {
    expect(writeFrames({ type: 'answer', id: 3 })).toEqual({
      text: '{"message":{"type":"answer","id":3}}',
      binaries: [],
    });
  });

  test('typed arrays arrive with their type, also a part of a larger buffer', () => {
    const whole = new Float32Array([9, 1.5, -2, 9]);
    const message = {
      id: 1,
      outputs: [
        { name: 'dense', values: whole.subarray(1, 3) },
        { name: 'empty', values: new Int32Array(0) },
      ],
      raw: new Uint8Array([7]).buffer,
    };
    expect(travel(message)).toEqual({
      id: 1,
      outputs: [
        { name: 'dense', values: new Float32Array([1.5, -2]) },
        { name: 'empty', values: new Int32Array(0) },
      ],
      raw: new Uint8Array([7]).buffer,
    });
  });

  test('a binary value may be the whole message', () => {
    expect(travel(new Float64Array([1]))).toEqual(new Float64Array([1]));
  });

  test('whatever JSON can hold arrives unchanged, keys of our own included', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(travel({ message: value, attachments: value })).toEqual(
          JSON.parse(JSON.stringify({ message: value, attachments: value })),
        );
      }),
    );
  });

  test.each([
    ['not JSON', ['{']],
    ['not a message', ['3']],
    ['attachments that are none', ['{"message":1,"attachments":[{"type":"Function"}]}']],
    ['a binary frame alone', [new ArrayBuffer(1)]],
    [
      'text in place of binary',
      ['{"message":null,"attachments":[{"path":[],"type":"Uint8Array"}]}', '{"message":1}'],
    ],
  ])('%s is refused', (_, frames) => {
    const reader = new FrameReader();
    expect(() => {
      for (const frame of frames) reader.read(frame);
    }).toThrow();
  });
});
