import { fileName } from '#shared/codegen/text.ts';
import { quote } from '#shared/codegen/typescript/printCall.ts';
import type { RowsPrinter } from '#shared/codegen/typescript/rows/sources/rowsPrinter.ts';
import type { Feature } from '#shared/data/catalogue.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** What differs between folders of pictures, recordings and texts. */
interface FolderKind extends Pick<RowsPrinter, 'kind' | 'dependencies'> {
  readonly imports: readonly string[];
  readonly endings: readonly string[];
  /** Name of the column of what lies in the files. */
  readonly content: string;
  /** Code that reads `files`, and constants before it. */
  readonly read: string;
  readonly constants: (params: ParamValues, features: readonly Feature[]) => string;
  readonly noun: string;
}

/** A printer of folders of files, one folder a class. */
export function folderPrinter(folder: FolderKind): RowsPrinter {
  const { kind, dependencies, imports, endings, content, read, constants, noun } = folder;
  return {
    kind,
    dependencies,
    isEmbedded: false,
    imports: () => [
      "import type { Columns } from './cells.ts';",
      `import {
  dividedExamples,
  fileColumns,
  listExamples,
  type ExampleFile,
  type FolderFormat,
} from './files.ts';`,
      ...imports,
    ],
    // Folders named train and test are parts: that shows when they are read.
    hasTest: ({ testFolder }) => (fileName(testFolder) === '' ? null : true),
    printColumns: (
      params,
      features,
    ) => `/** Which files are examples, and which folder names a class. */
const folders: FolderFormat = {
  endings: [${endings.map(quote).join(', ')}],
  isNested: ${String(params['classes'] === 'path')},
};
${constants(params, features)}
/** Columns of ${noun}, single ones or folders of them. */
export async function readColumns(
  files: readonly string[],
  names: readonly string[],
): Promise<Columns> {
  return columnsOf(
    files.flatMap((file) => listExamples(file, folders)),
    names,
  );
}

function columnsOf(examples: readonly ExampleFile[], names: readonly string[]): Promise<Columns> {
  return fileColumns(examples, names, ${quote(content)}, async (files) => ${read});
}
`,
    printSource: (params) => {
      const list = (name: string) =>
        `listExamples(path.join(projectFolder, 'data', ${quote(fileName(params[name]))}), folders)`;
      const hasValidation = fileName(params['validationFolder']) !== '';
      const hasTest = fileName(params['testFolder']) !== '';
      return `/** The ${noun} that the network was trained on; they lie in the folder \`data\`. */
export async function readSource(
  names: readonly string[],
): Promise<{ train: Columns; test: Columns${hasTest ? '' : ' | null'} }> {
  const examples = ${
    hasValidation
      ? `[
    ...${list('folder')},
    ...${list('validationFolder')}.map((each) => ({
      ...each,
      part: 'validation' as const,
    })),
  ]`
      : list('folder')
  };
${
  hasTest
    ? `  const tests = ${list('testFolder')};
  const { train, test } = dividedExamples(examples, tests);
  return { train: await columnsOf(train, names), test: await columnsOf(test ?? [], names) };`
    : `  const { train, test } = dividedExamples(examples, null);
  return {
    train: await columnsOf(train, names),
    test: test === null ? null : await columnsOf(test, names),
  };`
}
}
`;
    },
    preparation: (params) => {
      const names = [params['folder'], params['validationFolder'], params['testFolder']]
        .map(fileName)
        .filter((each) => each !== '');
      return `Put the ${noun} into the folder \`data\`: ${names.map((name) => `\`${name}\``).join(', ')}.`;
    },
    input: () => `a folder of ${noun}, or a single one`,
    example: 'folder',
  };
}
