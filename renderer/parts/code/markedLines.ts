import { StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** Lines tinted in a colour, with a bar at their left. 1-based, both ends included. */
export interface MarkedLines {
  readonly from: number;
  readonly to: number;
  /** CSS colour. */
  readonly color: string;
}

/** Marks these lines and no others. */
export const markLines = StateEffect.define<readonly MarkedLines[]>();

/** Draws what `markLines` marked. */
export const markedLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, transaction) => {
    let decorations = before.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(markLines)) decorations = decorate(effect.value, transaction.newDoc);
    }
    return decorations;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorate(marked: readonly MarkedLines[], text: Text): DecorationSet {
  const colors = new Map<number, string>();
  for (const { from, to, color } of marked) {
    for (let line = Math.max(1, from); line <= Math.min(to, text.lines); line += 1) {
      colors.set(line, color);
    }
  }
  const lines = [...colors].sort(([a], [b]) => a - b);
  return Decoration.set(
    lines.map(([line, color]) =>
      Decoration.line({
        attributes: { class: 'cm-marked', style: `--mark: ${color}` },
      }).range(text.line(line).from),
    ),
  );
}
