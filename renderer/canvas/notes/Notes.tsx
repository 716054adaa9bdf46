import { ViewportPortal } from '@xyflow/react';
import { X } from 'lucide-react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusCanvas } from '#renderer/canvas/actions/moveFocus.ts';
import { useCanvas } from '#renderer/canvas/canvasState.ts';
import { gridPx } from '#shared/graph/layout/spacing.ts';
import { useStrata } from '#renderer/store/store.ts';
import type { GraphNote, Position } from '#shared/graph/graph.ts';
import classes from './Notes.module.css';

/** Remarks on the canvas, below the cards. */
export function Notes() {
  const notes = useStrata((state) => state.sheet.graph.notes);
  return (
    <ViewportPortal>
      {notes.map((note) => (
        <Note key={note.id} note={note} />
      ))}
    </ViewportPortal>
  );
}

/** A remark: its text is edited in place, its upper edge moves it, its lower corner sizes it. */
function Note({ note }: { readonly note: GraphNote }) {
  const { t } = useTranslation('canvas');
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const wantsFocus = useCanvas((state) => state.newNote === note.id);
  const edit = useStrata((state) => state.edit);
  const text = useRef<HTMLTextAreaElement>(null);
  const { position, ...grip } = useNoteDrag(note);
  useEffect(() => {
    if (!wantsFocus) return;
    text.current?.focus({ preventScroll: true });
    useCanvas.setState({ newNote: null });
  }, [wantsFocus]);
  /** The browser sizes the text by its corner; the document learns of it when the corner is let go. */
  const takeSize = (): void => {
    const element = text.current;
    if (element === null || isReadOnly) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    if (width === Math.round(note.width) && height === Math.round(note.height)) return;
    edit({ type: 'setNote', id: note.id, note: { width, height } });
  };
  return (
    <div
      className={classes.note}
      data-note={note.id}
      data-read-only={isReadOnly || undefined}
      style={{ transform: `translate(${position.x}px, ${position.y}px)` }}
    >
      <div className={`${classes.grip} nopan`} {...(isReadOnly ? {} : grip)}>
        {isReadOnly ? null : (
          <button
            type="button"
            className={classes.remove}
            aria-label={t('note.remove')}
            title={t('note.remove')}
            onClick={() => {
              edit({ type: 'removeNote', id: note.id });
              focusCanvas();
            }}
          >
            <X size={12} aria-hidden="true" />
          </button>
        )}
      </div>
      <textarea
        ref={text}
        className={`${classes.text} nopan nowheel`}
        style={{ width: note.width, height: note.height }}
        aria-label={t('note.label')}
        placeholder={t('note.placeholder')}
        readOnly={isReadOnly}
        value={note.text}
        onChange={(event) => {
          edit(
            { type: 'setNote', id: note.id, note: { text: event.currentTarget.value } },
            { merge: `note ${note.id}` },
          );
        }}
        onPointerUp={takeSize}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          focusCanvas();
        }}
      />
    </div>
  );
}

interface Held {
  readonly pointer: Position;
  readonly note: Position;
}

/** Where a note stands while its edge is dragged, and the handlers of that edge; one undo step when it is let go. */
function useNoteDrag(note: GraphNote) {
  const [moved, setMoved] = useState<Position | null>(null);
  const held = useRef<Held | null>(null);
  const end = (isMeant: boolean): void => {
    held.current = null;
    setMoved(null);
    const isElsewhere =
      moved !== null && (moved.x !== note.position.x || moved.y !== note.position.y);
    if (!isMeant || !isElsewhere) return;
    useStrata.getState().edit({ type: 'setNote', id: note.id, note: { position: moved } });
  };
  return {
    position: moved ?? note.position,
    onPointerDown(event: PointerEvent<HTMLElement>): void {
      if (event.button !== 0 || event.target !== event.currentTarget) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { pointer: { x: event.clientX, y: event.clientY }, note: note.position };
    },
    onPointerMove(event: PointerEvent<HTMLElement>): void {
      if (held.current === null) return;
      const { pointer, note: start } = held.current;
      const zoom = useCanvas.getState().instance?.getZoom() ?? 1;
      const snap = (value: number): number => Math.round(value / gridPx) * gridPx;
      setMoved({
        x: snap(start.x + (event.clientX - pointer.x) / zoom),
        y: snap(start.y + (event.clientY - pointer.y) / zoom),
      });
    },
    onPointerUp(): void {
      end(true);
    },
    onPointerCancel(): void {
      end(false);
    },
  };
}
