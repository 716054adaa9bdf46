import { inBrackets, quote } from '#shared/codegen/keras/printCall.ts';
import { formatPython } from '#shared/codegen/keras/rows/printColumns.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';
import { fileName } from '#shared/codegen/text.ts';
import type { RowsPrinter } from '#shared/codegen/typescript/rows/sources/rowsPrinter.ts';
import type { Feature } from '#shared/data/catalogue.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** What differs between folders of pictures, recordings and texts. */
interface FolderKind extends Pick<KerasRowsPrinter, 'requirements' | 'remarks'> {
  readonly imports: readonly string[];
  /** The same source in TypeScript. */
  readonly twin: RowsPrinter;
  readonly endings: readonly string[];
  /** Name of the column of what lies in the files. */
  readonly content: string;
  /** A function of the files that reads them. */
  readonly read: (params: ParamValues, features: readonly Feature[]) => string;
}

/** A printer of folders of files, one folder a class. */
export function kerasFolderPrinter(folder: FolderKind): KerasRowsPrinter {
  const { twin, requirements, imports, endings, content, read } = folder;
  return {
    kind: twin.kind,
    requirements,
    isEmbedded: false,
    imports: () => ['from files import divided_examples, file_columns, list_examples', ...imports],
    hasTest: twin.hasTest,
    printColumns: (params, features) => `${formatPython([
      'ENDINGS = ',
      inBrackets(endings.map(quote)),
    ])}IS_NESTED = ${params['classes'] === 'path' ? 'True' : 'False'}


def read_columns(files, names):
    """Columns of single files, or of folders of them."""
    examples = [each for file in files for each in list_examples(file, ENDINGS, IS_NESTED)]
    return columns_of(examples, names)


def columns_of(examples, names):
    return file_columns(examples, names, ${quote(content)}, ${read(params, features)})
`,
    printSource: (params) => {
      const list = (name: string) =>
        `list_examples(FOLDER / ${quote(fileName(params[name]))}, ENDINGS, IS_NESTED)`;
      const examples =
        fileName(params['validationFolder']) === ''
          ? list('folder')
          : `[
        *${list('folder')},
        *(
            {**each, "part": "validation"}
            for each in ${list('validationFolder')}
        ),
    ]`;
      const hasTest = fileName(params['testFolder']) !== '';
      return `FOLDER = Path(__file__).parent / "data"


def read_source(names):
    """The examples that the network was trained on; they lie in the folder \`data\`."""
    examples = ${examples}
    tests = ${hasTest ? list('testFolder') : 'None'}
    train, test = divided_examples(examples, tests)
    return columns_of(train, names), None if test is None else columns_of(test, names)
`;
    },
    preparation: twin.preparation,
    input: twin.input,
    example: twin.example,
    ...(folder.remarks === undefined ? {} : { remarks: folder.remarks }),
  };
}
