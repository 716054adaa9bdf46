import type { DragEvent } from 'react';
import { focusCard } from '#renderer/canvas/actions/moveFocus.ts';
import { useCanvas } from '#renderer/canvas/canvasState.ts';
import { edgeAt } from '#renderer/canvas/flow/edgeAt.ts';
import { makeAdd } from '#renderer/parts/addLayer/addLayer.ts';
import { draggedLayer, layerDragType } from '#renderer/parts/addLayer/layerDrag.ts';
import { newCardSize, planAt, planInsert } from '#renderer/parts/addLayer/planAdd.ts';
import { gridPx } from '#shared/graph/layout/spacing.ts';
import { useStrata } from '#renderer/store/store.ts';
import type { Position } from '#shared/graph/graph.ts';
import { findLayer } from '#shared/layers/index.ts';

/** Whether a layer of this kind can stand in the middle of an edge. */
function canSplit(kind: string): boolean {
  return kind !== 'output' && findLayer(kind)?.inputs.max !== 0;
}

/** Where the card of a dragged tile would stand: its middle under the pointer, on the grid. */
function placeUnder(event: DragEvent, kind: string): Position | null {
  const { instance } = useCanvas.getState();
  if (instance === null) return null;
  const at = instance.screenToFlowPosition(
    { x: event.clientX, y: event.clientY },
    { snapToGrid: false },
  );
  const { width, height } = newCardSize(kind);
  const snap = (value: number): number => Math.round(value / gridPx) * gridPx;
  return { x: snap(at.x - width / 2), y: snap(at.y - height / 2) };
}

function end(): void {
  useCanvas.setState({ dropPreview: null, splitEdge: null });
}

/** A tile of the palette that is dragged over the canvas and dropped there. */
export const tileDrop = {
  onDragOver(event: DragEvent): void {
    const kind = draggedLayer();
    if (kind === null || useStrata.getState().readOnly !== null) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const position = placeUnder(event, kind);
    const edge = canSplit(kind) ? edgeAt(event.clientX, event.clientY) : null;
    const before = useCanvas.getState();
    const isSame =
      before.dropPreview?.position.x === position?.x &&
      before.dropPreview?.position.y === position?.y &&
      before.splitEdge === (edge?.id ?? null);
    if (isSame) return;
    useCanvas.setState({
      dropPreview: position === null ? null : { kind, position },
      splitEdge: edge?.id ?? null,
    });
  },

  onDragLeave(event: DragEvent): void {
    const { currentTarget, relatedTarget } = event;
    if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
    end();
  },

  onDrop(event: DragEvent): void {
    const kind = event.dataTransfer.getData(layerDragType);
    if (kind === '') return;
    event.preventDefault();
    const position = placeUnder(event, kind);
    const edge = canSplit(kind) ? edgeAt(event.clientX, event.clientY) : null;
    end();
    if (position === null) return;
    const {
      sheet: { graph, facts },
    } = useStrata.getState();
    const place = { graph, facts };
    const planned =
      edge === null ? planAt(place, kind, position) : planInsert(place, kind, edge, position);
    makeAdd(planned);
    focusCard(planned.node.id);
  },
};
