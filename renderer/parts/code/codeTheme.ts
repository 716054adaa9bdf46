import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

// Colours are the tokens', so that both themes need no code here.
const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.self], color: 'var(--family-normalization-ink)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--ok)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--family-core-ink)' },
  // Readable on the tint of a marked line too.
  { tag: tags.comment, color: 'var(--text2)' },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName)],
    color: 'var(--family-convolution-ink)',
  },
  { tag: [tags.typeName, tags.className], color: 'var(--accent-ink)' },
]);

const look = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'transparent', fontSize: '12px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '18px', overflow: 'auto' },
  '.cm-content': { padding: '6px 0' },
  '.cm-content:focus-visible': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    border: 'none',
    color: 'var(--text3)',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '36px', padding: '0 12px 0 6px' },
  '.cm-line': { padding: '0 12px 0 8px' },
  '.cm-marked': {
    backgroundColor: 'color-mix(in srgb, var(--mark) 11%, transparent)',
    boxShadow: 'inset 3px 0 var(--mark)',
  },
  '&.cm-editor .cm-selectionBackground': { backgroundColor: 'var(--accent-soft) !important' },
  '.cm-cursor': { display: 'none' },
});

/** How code looks: the design's type and colours. */
export const codeTheme: Extension = [look, syntaxHighlighting(colors)];
