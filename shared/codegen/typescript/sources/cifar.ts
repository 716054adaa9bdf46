import type { SourcePrinter } from '#shared/codegen/typescript/sources/sourcePrinter.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** What differs between the two sets of CIFAR. */
export interface CifarSet {
  readonly kind: string;
  readonly title: string;
  /** `ten`. */
  readonly classes: string;
  /** Files of the binary version, as code lists them. */
  readonly train: { readonly typescript: string; readonly python: string };
  readonly test: string;
  /** Bytes before the pixels of a record, and which of them is the label. */
  readonly labelBytes: number;
  readonly labelAt: (params: ParamValues) => number;
  /** The files, for the README. */
  readonly files: string;
}

/** CIFAR-10: five files to train, one to test. */
export const cifar10Set: CifarSet = {
  kind: 'cifar10',
  title: 'CIFAR-10',
  classes: 'ten',
  train: {
    typescript: '[1, 2, 3, 4, 5].map((number) => `data_batch_${number}.bin`)',
    python: '[f"data_batch_{number}.bin" for number in range(1, 6)]',
  },
  test: 'test_batch.bin',
  labelBytes: 1,
  labelAt: () => 0,
  files: '`data_batch_1.bin` … `data_batch_5.bin`, `test_batch.bin`',
};

/** CIFAR-100: a record has the number of a group of classes, then that of the class. */
export const cifar100Set: CifarSet = {
  kind: 'cifar100',
  title: 'CIFAR-100',
  classes: 'a hundred',
  train: { typescript: "['train.bin']", python: '["train.bin"]' },
  test: 'test.bin',
  labelBytes: 2,
  labelAt: ({ labels }) => (labels === 'coarse' ? 0 : 1),
  files: '`train.bin`, `test.bin`',
};

/** The remark of a record's form. */
export function recordOf({ labelBytes }: CifarSet): string {
  return labelBytes === 1 ? 'a label' : 'the label of a group, that of a class';
}

/** What a person must do before training. */
export function cifarPreparation({ title, files }: CifarSet): string {
  return `Put the binary version of ${title} into the folder \`data\`: ${files}.`;
}

/** The binary version of a set of CIFAR; a project expects it in its folder `data`. */
const printerOf = (set: CifarSet): SourcePrinter => ({
  kind: set.kind,
  imports: [
    "import { readFileSync } from 'node:fs';",
    "import path from 'node:path';",
    "import { projectFolder } from './folders.ts';",
  ],
  generators: [],
  hasTest: () => true,
  dependencies: {},
  print: (params) => `const pixels = 32 * 32;
/** A record is ${recordOf(set)} and three planes of 32×32 bytes: red, green, blue. */
const recordBytes = ${set.labelBytes} + 3 * pixels;

/** ${set.title}: colour photos of ${set.classes} kinds of things, its binary version in the folder \`data\`. */
function readSource(): { train: Columns; test: Columns } {
  const train = ${set.train.typescript};
  return { train: readFiles(train), test: readFiles(['${set.test}']) };
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
    labels[record] = bytes[${plus('start', set.labelAt(params))}] ?? 0;
    for (let pixel = 0; pixel < pixels; pixel++) {
      for (let channel = 0; channel < 3; channel++) {
        images[(record * pixels + pixel) * 3 + channel] =
          bytes[start + ${set.labelBytes} + channel * pixels + pixel] ?? 0;
      }
    }
  }
  return {
    image: { shape: [32, 32, 3], values: images },
    label: { shape: [], values: labels },
  };
}
`,
  preparation: () => cifarPreparation(set),
});

function plus(name: string, number: number): string {
  return number === 0 ? name : `${name} + ${number}`;
}

/** CIFAR-10. */
export const cifar10Printer = printerOf(cifar10Set);

/** CIFAR-100, with its fine or its coarse labels. */
export const cifar100Printer = printerOf(cifar100Set);
