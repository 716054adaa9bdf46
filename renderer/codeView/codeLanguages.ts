import { printKerasModel } from '#shared/codegen/keras/printModel.ts';
import type { PrintedCode } from '#shared/codegen/text.ts';
import { printTypeScriptModel } from '#shared/codegen/typescript/printModel.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { SyntaxName } from '#renderer/parts/code/syntaxes.ts';

/** One language in which the network is shown as code. */
export interface CodeLanguage {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly syntax: SyntaxName;
  readonly print: (document: StrataDocument, facts: GraphFacts) => PrintedCode;
}

/** Prints the same network once, however many places show it. */
function remembering(print: CodeLanguage['print']): CodeLanguage['print'] {
  let last: { document: StrataDocument; facts: GraphFacts; code: PrintedCode } | null = null;
  return (document, facts) => {
    if (last?.document !== document || last.facts !== facts) {
      last = { document, facts, code: print(document, facts) };
    }
    return last.code;
  };
}

/** The languages, in the order in which they are offered. */
export const codeLanguages: readonly [CodeLanguage, ...CodeLanguage[]] = [
  {
    id: 'typescript',
    title: 'TypeScript',
    file: 'model.ts',
    syntax: 'typescript',
    print: remembering(printTypeScriptModel),
  },
  {
    id: 'keras',
    title: 'Keras',
    file: 'model.py',
    syntax: 'python',
    print: remembering(printKerasModel),
  },
];
