import { inBrackets, quote } from '#shared/codegen/typescript/printCall.ts';
import { format } from '#shared/codegen/typescript/printFile.ts';
import { boxFolderPrinter } from '#shared/codegen/typescript/rows/sources/boxFolder.ts';
import type { Feature } from '#shared/data/catalogue.ts';

/** Names of the classes of boxes, in the order of their numbers. */
export function classNamesOf(features: readonly Feature[]): readonly string[] {
  return features.find(({ kind }) => kind === 'boxes')?.classNames ?? [];
}

/** Pictures with boxes of objects as Pascal VOC has them. */
export const vocFolderRowsPrinter = boxFolderPrinter({
  kind: 'vocFolder',
  reads: "import { readVoc } from './voc.ts';",
  ending: 'xml',
  constants: (features) => {
    const names = inBrackets(classNamesOf(features).map(quote));
    return `/** Names of the classes, in the order of their numbers. */
${format(['const classNames: readonly string[] = ', names, ';'])}
`;
  },
  boxes: 'readVoc(describes(example.name), example.file, classNames)',
});
