/** Bytes of numpy's .npy, version 1. https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html */
export function encodeNpy(values: Float32Array | Int32Array, shape: readonly number[]): Uint8Array {
  const type = values instanceof Float32Array ? '<f4' : '<i4';
  const sizes = shape.length === 1 ? `${shape.join('')},` : shape.join(', ');
  const head = `{'descr': '${type}', 'fortran_order': False, 'shape': (${sizes}), }`;
  // Magic, version, length and the head fill a multiple of 64 bytes and end with a new line.
  const padded = `${head.padEnd(Math.ceil((head.length + 11) / 64) * 64 - 11)}\n`;
  const bytes = new Uint8Array(10 + padded.length + values.byteLength);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, padded.length & 0xff, padded.length >> 8]);
  bytes.set(new TextEncoder().encode(padded), 10);
  const view = new DataView(bytes.buffer, 10 + padded.length);
  for (const [index, value] of values.entries()) {
    if (values instanceof Float32Array) view.setFloat32(index * 4, value, true);
    else view.setInt32(index * 4, value, true);
  }
  return bytes;
}
