import { EditorSelection, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef, type ReactNode } from 'react';
import { codeTheme } from '#renderer/parts/code/codeTheme.ts';
import { markLines, markedLines, type MarkedLines } from '#renderer/parts/code/markedLines.ts';
import { syntaxes, type SyntaxName } from '#renderer/parts/code/syntaxes.ts';
import styles from './CodeView.module.css';

interface CodeViewProps {
  readonly label: string;
  readonly text: string;
  readonly syntax: SyntaxName;
  /** Lines that belong to a layer in hand. */
  readonly marked?: readonly MarkedLines[];
  /** Brought into view when they change; 1-based. */
  readonly shown?: { readonly from: number; readonly to: number } | null;
  /** 1-based line under the pointer; null: none. */
  readonly onHoverLine?: (line: number | null) => void;
  readonly onClickLine?: (line: number) => void;
}

const nothing: readonly MarkedLines[] = [];

/** Code to read: highlighted, with line numbers, selectable, not editable. */
export function CodeView(props: CodeViewProps): ReactNode {
  const { text, syntax, marked = nothing, shown = null } = props;
  const hostRef = useRef<HTMLDivElement>(null);
  const viewRef = useRef<EditorView | null>(null);
  const latestRef = useRef(props);
  useEffect(() => {
    latestRef.current = props;
  }, [props]);

  useEffect(() => {
    const host = hostRef.current;
    if (host === null) return undefined;
    const view = new EditorView({
      parent: host,
      state: EditorState.create({
        doc: latestRef.current.text,
        extensions: [
          lineNumbers(),
          drawSelection(),
          syntaxes[syntax],
          codeTheme,
          markedLines,
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({
            tabindex: '0',
            role: 'textbox',
            'aria-readonly': 'true',
            'aria-multiline': 'true',
            'aria-label': latestRef.current.label,
          }),
          EditorView.domEventHandlers({
            mousemove: (event, at) => {
              latestRef.current.onHoverLine?.(lineAt(at, event));
            },
            mouseleave: () => {
              latestRef.current.onHoverLine?.(null);
            },
            click: (event, at) => {
              const line = lineAt(at, event);
              // Selecting text ends in a click too.
              if (line !== null && at.state.selection.main.empty) {
                latestRef.current.onClickLine?.(line);
              }
            },
          }),
        ],
      }),
    });
    viewRef.current = view;
    return () => {
      view.destroy();
      viewRef.current = null;
    };
  }, [syntax]);

  useEffect(() => {
    const view = viewRef.current;
    if (view === null) return;
    const isSame = view.state.doc.toString() === text;
    view.dispatch({
      ...(isSame ? {} : { changes: { from: 0, to: view.state.doc.length, insert: text } }),
      effects: markLines.of(marked),
    });
  }, [text, marked, syntax]);

  useEffect(() => {
    const view = viewRef.current;
    if (view === null || shown === null || shown.to > view.state.doc.lines) return;
    const from = view.state.doc.line(shown.from).from;
    const to = view.state.doc.line(shown.to).to;
    view.dispatch({
      effects: EditorView.scrollIntoView(EditorSelection.range(to, from), {
        y: 'nearest',
        yMargin: 8,
      }),
    });
  }, [shown, text]);

  return <div ref={hostRef} className={styles.code} />;
}

function lineAt(view: EditorView, event: MouseEvent): number | null {
  const position = view.posAtCoords({ x: event.clientX, y: event.clientY }, false);
  const block = view.lineBlockAt(position);
  const y = event.clientY - view.documentTop;
  return y < block.top || y > block.bottom ? null : view.state.doc.lineAt(position).number;
}
