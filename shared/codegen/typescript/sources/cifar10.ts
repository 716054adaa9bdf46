import type { SourcePrinter } from '#shared/codegen/typescript/sources/sourcePrinter.ts';

/** CIFAR-10's binary version; a project expects it in its folder `data`. */
export const cifar10Printer: SourcePrinter = {
  kind: 'cifar10',
  imports: [
    "import { readFileSync } from 'node:fs';",
    "import path from 'node:path';",
    "import { projectFolder } from './folders.ts';",
  ],
  generators: [],
  hasTest: () => true,
  dependencies: {},
  print: () => `const pixels = 32 * 32;
/** A record is a label and three planes of 32×32 bytes: red, green, blue. */
const recordBytes = 1 + 3 * pixels;

/** CIFAR-10: colour photos of ten kinds of things, its binary version in the folder \`data\`. */
function readSource(): { train: Columns; test: Columns } {
  const train = [1, 2, 3, 4, 5].map((number) => \`data_batch_\${number}.bin\`);
  return { train: readFiles(train), test: readFiles(['test_batch.bin']) };
}

function readFiles(names: readonly string[]): Columns {
  const bytes = Buffer.concat(
    names.map((name) => readFileSync(path.join(projectFolder, 'data', name))),
  );
  const count = Math.floor(bytes.length / recordBytes);
  const images = new Uint8Array(count * 3 * pixels);
  const labels = new Uint8Array(count);
  for (let record = 0; record < count; record++) {
    const start = record * recordBytes;
    labels[record] = bytes[start] ?? 0;
    for (let pixel = 0; pixel < pixels; pixel++) {
      for (let channel = 0; channel < 3; channel++) {
        images[(record * pixels + pixel) * 3 + channel] =
          bytes[start + 1 + channel * pixels + pixel] ?? 0;
      }
    }
  }
  return {
    image: { shape: [32, 32, 3], values: images },
    label: { shape: [], values: labels },
  };
}
`,
  preparation: () =>
    'Put the binary version of CIFAR-10 into the folder `data`: `data_batch_1.bin` … `data_batch_5.bin`, `test_batch.bin`.',
};
