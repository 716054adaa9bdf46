/** Type under which a dragged layer travels: the kind itself is read when it is dropped. */
export const layerDragType = 'application/x-strata-layer';

// A drag shows its data only when it is dropped, but the canvas draws the card before that.
let dragged: string | null = null;

/** Begins to drag a layer of the palette. */
export function startLayerDrag(transfer: DataTransfer, kind: string): void {
  dragged = kind;
  transfer.setData(layerDragType, kind);
  transfer.effectAllowed = 'copy';
}

/** Ends the drag, dropped or not. */
export function endLayerDrag(): void {
  dragged = null;
}

/** The kind of layer that is being dragged; null: none. */
export function draggedLayer(): string | null {
  return dragged;
}
