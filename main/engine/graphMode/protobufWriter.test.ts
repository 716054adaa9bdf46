import { expect, test } from 'vitest';
import { ProtobufWriter } from '#main/engine/graphMode/protobufWriter.ts';

test.each([
  ['a small integer', new ProtobufWriter().integer(1, 1), [0x08, 1]],
  ['150, as the format’s own guide has it', new ProtobufWriter().integer(1, 150), [8, 0x96, 1]],
  [
    'a negative integer in ten bytes',
    new ProtobufWriter().integer(3, -1),
    [0x18, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1],
  ],
  ['a field above 15', new ProtobufWriter().boolean(16, true), [0x80, 1, 1]],
  ['text', new ProtobufWriter().text(2, 'testing'), [0x12, 7, 116, 101, 115, 116, 105, 110, 103]],
  ['a number of 32 bits', new ProtobufWriter().float(4, 1.5), [0x25, 0, 0, 0xc0, 0x3f]],
  [
    'a message in a message',
    new ProtobufWriter().message(3, (inner) => inner.integer(1, 150)),
    [0x1a, 3, 8, 0x96, 1],
  ],
  ['packed integers', new ProtobufWriter().integers(6, [3, 270]), [0x32, 3, 3, 0x8e, 2]],
  ['packed floats', new ProtobufWriter().floats(4, [1]), [0x22, 4, 0, 0, 0x80, 0x3f]],
])('%s', (_, writer, bytes) => {
  expect([...writer.finish()]).toEqual(bytes);
});

test('grows with what is written', () => {
  const text = 'x'.repeat(100_000);
  expect(new ProtobufWriter().text(1, text).text(1, text).finish().length).toBe(200_008);
});
