import { fileName } from '#shared/codegen/text.ts';
import type { SourcePrinter } from '#shared/codegen/typescript/sources/sourcePrinter.ts';
import { quote } from '#shared/codegen/typescript/printCall.ts';
import type { ParamValues } from '#shared/layers/params.ts';

function files(params: ParamValues): string[] {
  return ['images', 'labels', 'testImages', 'testLabels']
    .map((name) => fileName(params[name]))
    .filter((name) => name !== '');
}

function hasTest(params: ParamValues): boolean {
  return fileName(params['testImages']) !== '';
}

/** The user's own IDX files; a project expects them in its folder `data`. */
export const idxPrinter: SourcePrinter = {
  kind: 'idx',
  imports: [
    "import path from 'node:path';",
    "import { readArray } from './arrays.ts';",
    "import { projectFolder } from './folders.ts';",
  ],
  generators: [],
  hasTest,
  dependencies: {},
  print: (params) => {
    const name = (key: string) => quote(fileName(params[key]));
    const train = `readPart(${name('images')}, ${name('labels')})`;
    const test = `readPart(${name('testImages')}, ${name('testLabels')})`;
    const head = hasTest(params)
      ? `function readSource(): { train: Columns; test: Columns } {
  const train = ${train};
  const test = ${test};
  return { train, test };
}`
      : `function readSource(): Columns {
  return ${train};
}`;
    return `/** Images and labels in IDX files, which lie in the folder \`data\`. */
${head}

function readPart(imagesFile: string, labelsFile: string): Columns {
  const images = readArray(path.join(projectFolder, 'data', imagesFile));
  const labels = readArray(path.join(projectFolder, 'data', labelsFile));
  const [, ...sizes] = images.shape;
  return {
    // Grey pictures have no axis of channels in the file.
    image: { shape: sizes.length === 2 ? [...sizes, 1] : sizes, values: images.values },
    label: { shape: [], values: labels.values },
  };
}
`;
  },
  preparation: (params) =>
    `Put the data files into the folder \`data\`: ${files(params)
      .map((name) => `\`${name}\``)
      .join(', ')}.`,
};
