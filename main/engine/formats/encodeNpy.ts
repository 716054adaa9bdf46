/** The head of numpy's .npy, version 1, which the values follow. https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html */
export function npyHead(dtype: 'float32' | 'int32', shape: readonly number[]): Uint8Array {
  const type = dtype === 'float32' ? '<f4' : '<i4';
  const sizes = shape.length === 1 ? `${shape.join('')},` : shape.join(', ');
  const head = `{'descr': '${type}', 'fortran_order': False, 'shape': (${sizes}), }`;
  // Magic, version, length and the head fill a multiple of 64 bytes and end with a new line.
  const padded = `${head.padEnd(Math.ceil((head.length + 11) / 64) * 64 - 11)}\n`;
  const bytes = new Uint8Array(10 + padded.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, padded.length & 0xff, padded.length >> 8]);
  bytes.set(new TextEncoder().encode(padded), 10);
  return bytes;
}

/** Bytes of a .npy. */
export function encodeNpy(values: Float32Array | Int32Array, shape: readonly number[]): Uint8Array {
  const head = npyHead(values instanceof Float32Array ? 'float32' : 'int32', shape);
  const bytes = new Uint8Array(head.length + values.byteLength);
  bytes.set(head);
  const view = new DataView(bytes.buffer, head.length);
  for (const [index, value] of values.entries()) {
    if (values instanceof Float32Array) view.setFloat32(index * 4, value, true);
    else view.setInt32(index * 4, value, true);
  }
  return bytes;
}
