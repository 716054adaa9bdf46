import * as tf from '@tensorflow/tfjs';
import { getThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import { expect, test } from 'vitest';
import { openDevice } from '#main/engine/devices/index.ts';
import { wasmThreadCount } from '#main/engine/devices/wasmThreads.ts';

/** The memory of the wasm backend in use. */
function heap(): ArrayBufferLike {
  const { wasm } = tf.backend() as unknown as { readonly wasm: { readonly HEAPU8: Uint8Array } };
  return wasm.HEAPU8.buffer;
}

const all = { intraOp: null, interOp: null };
const one = { intraOp: 1, interOp: 1 };

test.each([
  ['a large convolution on two cores', { threads: all, multiplyAdds: 1e9 }, 2, undefined, 2],
  ['a large convolution on four', { threads: all, multiplyAdds: 1e9 }, 4, undefined, 3],
  ['a large convolution on many', { threads: all, multiplyAdds: 1e9 }, 16, undefined, 4],
  ['one core', { threads: all, multiplyAdds: 1e9 }, 1, undefined, 1],
  ['a small convolution', { threads: all, multiplyAdds: 1e6 }, 16, undefined, 1],
  ['a recurrent net', { threads: one, multiplyAdds: 1e9 }, 16, undefined, 1],
  ['a model that is not known', {}, 16, undefined, 1],
  ['a wish', {}, 2, '3', 3],
  ['a wish for too many', {}, 2, '99', 4],
  ['no number', {}, 2, 'many', 1],
])('%s', (_, options, cores, wish, count) => {
  expect(wasmThreadCount(options, cores, wish)).toBe(count);
});

test('starts several threads over shared memory and leaves every global as it was', async () => {
  process.env['STRATA_WASM_THREADS'] = '2';
  const names = ['Blob', 'Worker', 'URL', 'process'];
  const globals = () => names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  const listeners = () =>
    ['uncaughtException', 'unhandledRejection'].map((event) => process.listenerCount(event));
  const before = [globals(), listeners(), Object.keys(globalThis).length];
  const opened = await openDevice('wasm');
  expect(opened).toMatchObject({ ok: true, value: { id: 'wasm', remarks: [] } });
  expect([globals(), listeners(), Object.keys(globalThis).length]).toEqual(before);
  expect(getThreadsCount()).toBe(2);
  expect(heap()).toBeInstanceOf(SharedArrayBuffer);
});

test('a growing shared heap keeps what lies in it', () => {
  const first = tf.range(0, 1000);
  const bytes = heap().byteLength;
  const large = Array.from({ length: 4 }, () => tf.ones([4, 1024, 1024]));
  expect(heap().byteLength).toBeGreaterThan(bytes);
  expect(first.sum().dataSync()[0]).toBe(499_500);
  expect(large[3]?.mean().dataSync()[0]).toBe(1);
  const image = tf.randomUniform<tf.Rank.R4>([2, 12, 12, 3], -1, -0.5);
  const gradient = tf.grad((x: tf.Tensor) => tf.maxPool(x as tf.Tensor4D, 2, 2, 'valid').sum());
  expect(gradient(image).sum().dataSync()[0]).toBe(2 * 6 * 6 * 3);
});
