import { type Direction, neighbor } from '#renderer/canvas/actions/neighbor.ts';
import { bringIntoSight } from '#renderer/canvas/actions/moveView.ts';
import { useCanvas } from '#renderer/canvas/canvasState.ts';
import { cardRects } from '#renderer/parts/addLayer/planAdd.ts';
import { useStrata } from '#renderer/store/store.ts';
import type { NodeId } from '#shared/graph/graph.ts';

/** Gives a card the focus as soon as it is drawn. */
export function focusCard(id: NodeId): void {
  bringIntoSight(id);
  useCanvas.setState({ activeNode: id, wantsFocus: true });
}

/** Gives the canvas the focus: its active card, else its first one, else the empty paper. */
export function focusCanvas(): void {
  const {
    sheet: { facts },
    selection,
  } = useStrata.getState();
  const { activeNode } = useCanvas.getState();
  const kept = activeNode !== null && facts.nodes.has(activeNode) ? activeNode : null;
  const id = selection.at(-1) ?? kept ?? facts.order[0];
  if (id === undefined) document.querySelector<HTMLElement>('[data-canvas]')?.focus();
  else focusCard(id);
}

/** Goes from the selected layer to the one an arrow key leads to; without a selection to the first layer. */
export function moveFocus(direction: Direction): void {
  const {
    sheet: { graph, facts },
    selection,
    select,
  } = useStrata.getState();
  const current = selection.at(-1) ?? null;
  const next =
    current === null
      ? (useCanvas.getState().activeNode ?? facts.order[0] ?? null)
      : neighbor(graph, cardRects({ graph, facts }), current, direction);
  if (next === null || !facts.nodes.has(next)) return;
  select([next]);
  focusCard(next);
}
