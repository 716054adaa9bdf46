import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { pack } from 'tar-stream';

/** Files by their paths below a folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes files below a folder, and gives the folder. */
export function lay(folder: string, files: Files): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const place = join(folder, name);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  }
  return folder;
}

/** Files as an uncompressed tar. */
export function tarOf(files: Files): Promise<Buffer> {
  const packing = pack();
  for (const [name, content] of Object.entries(files))
    packing.entry({ name }, Buffer.from(content));
  packing.finalize();
  return buffer(packing);
}

/** Files as a zip. */
export function zipOf(files: Files): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

/** A square colour picture of bytes as PNG. */
export async function pngOf(side: number, values: Uint8Array): Promise<Uint8Array> {
  const made = sharp(values, { raw: { width: side, height: side, channels: 3 } });
  return new Uint8Array(await made.png({ compressionLevel: 1 }).toBuffer());
}

/** Samples from -1 to 1 as a WAV of 16 bits and one channel. */
export function wavOf(rate: number, samples: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(44 + 2 * samples.length);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + 2 * samples.length, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(2 * rate, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(2 * samples.length, 40);
  samples.forEach((sample, at) => bytes.writeInt16LE(Math.round(32_767 * sample), 44 + 2 * at));
  return bytes;
}

/** An array of bytes (`|u1`) or of float32 numbers (`<f4`) as NPY. */
export function npyOf(shape: readonly number[], values: Uint8Array | Float32Array): Uint8Array {
  const type = values instanceof Float32Array ? '<f4' : '|u1';
  const axes = shape.map((size) => `${size},`).join(' ');
  const head = `{'descr': '${type}', 'fortran_order': False, 'shape': (${axes}), }`.padEnd(117);
  const start = Buffer.from(`\x93NUMPY\x01\x00\x76\x00${head}\n`, 'latin1');
  return Buffer.concat([start, Buffer.from(values.buffer, values.byteOffset, values.byteLength)]);
}

/** Bytes in the format of MNIST. */
export function idxOf(shape: readonly number[], values: Uint8Array): Uint8Array {
  const head = Buffer.alloc(4 + 4 * shape.length);
  head[2] = 8;
  head[3] = shape.length;
  shape.forEach((size, at) => head.writeUInt32BE(size, 4 + 4 * at));
  return Buffer.concat([head, values]);
}

/** A batch of CIFAR-10 as Python 2 pickled it (protocol 2): a dictionary of labels and of pictures. */
export function cifarPickle(labels: readonly number[], pictures: Uint8Array): Uint8Array {
  const number = (code: string, value: number): Buffer => {
    const bytes = Buffer.from(`${code}\0\0\0\0`, 'latin1');
    bytes.writeInt32LE(value, 1);
    return bytes;
  };
  const text = (value: string): Buffer =>
    Buffer.from(`U${String.fromCharCode(value.length)}${value}`, 'latin1');
  const plain = (value: string): Buffer => Buffer.from(value, 'latin1');
  return Buffer.concat([
    plain('\x80\x02}('),
    text('labels'),
    plain(']('),
    ...labels.map((label) => plain(`K${String.fromCharCode(label)}`)),
    plain('e'),
    text('data'),
    plain('cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85U\x01b\x87R(K\x01'),
    number('J', labels.length),
    number('J', 3072),
    plain('\x86cnumpy\ndtype\nU\x02u1K\x00K\x01\x87R(K\x03U\x01|NNN'),
    number('J', -1),
    number('J', -1),
    plain('K\x00tb\x89'),
    number('T', pictures.length),
    pictures,
    plain('tbu.'),
  ]);
}

/** Rows of texts and numbers as a workbook of Excel. */
export function excelOf(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const cell = (value: string | number, row: number, column: number): string => {
    const place = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
    return typeof value === 'number'
      ? `<c ${place}><v>${value}</v></c>`
      : `<c ${place} t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  const data = rows
    .map(
      (row, at) => `<row r="${at + 1}">${row.map((each, no) => cell(each, at, no)).join('')}</row>`,
    )
    .join('');
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${namespace}" xmlns:r="${relations}"><sheets><sheet name="data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${namespace}"><sheetData>${data}</sheetData></worksheet>`,
  });
}
