import { javascript } from '@codemirror/lang-javascript';
import { python } from '@codemirror/lang-python';
import type { Extension } from '@codemirror/state';

/** How CodeMirror reads each kind of text; `plain` is not highlighted. */
export const syntaxes = {
  typescript: javascript({ typescript: true }),
  json: javascript(),
  python: python(),
  plain: [],
} as const satisfies Readonly<Record<string, Extension>>;

/** Name of a kind of text. */
export type SyntaxName = keyof typeof syntaxes;

const byEnding: Readonly<Record<string, SyntaxName>> = {
  ts: 'typescript',
  mjs: 'typescript',
  js: 'typescript',
  json: 'json',
  strata: 'json',
  py: 'python',
};

/** The kind of text that a file holds, by its ending. */
export function syntaxOfFile(path: string): SyntaxName {
  return byEnding[path.split('.').at(-1) ?? ''] ?? 'plain';
}
