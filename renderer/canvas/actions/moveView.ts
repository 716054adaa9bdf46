import { useCanvas } from '#renderer/canvas/canvasState.ts';
import { cardRects } from '#renderer/parts/addLayer/planAdd.ts';
import { useStrata } from '#renderer/store/store.ts';
import type { NodeId } from '#shared/graph/graph.ts';

/** Smallest and largest magnification. */
export const zoomRange = { min: 0.05, max: 2 } as const;
/** Names stay readable: a document is opened and laid out at no less than this. */
const readableZoom = 0.7;
/** Where the first card stands: beside the edge, below the tool bar. */
const margin = { left: 20, top: 80, right: 16, bottom: 60 } as const;

/** How long the view takes to move, ms; 0 where motion is not wanted. */
export function motionMs(durationMs: number): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : durationMs;
}

/** The width that rows of cards may take at 100 %. */
export function layoutWidth(): number {
  return Math.max(400, useCanvas.getState().sizePx.width - margin.left - margin.right);
}

function bounds() {
  const {
    sheet: { graph, facts },
  } = useStrata.getState();
  const rects = cardRects({ graph, facts });
  if (rects.length === 0) return null;
  const left = Math.min(...rects.map((rect) => rect.x));
  const top = Math.min(...rects.map((rect) => rect.y));
  return {
    left,
    top,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - left,
    height: Math.max(...rects.map((rect) => rect.y + rect.height)) - top,
  };
}

/**
 * Shows the network from its first card on: at 100 % where it fits, smaller where that is enough to see all of it, but
 * never below what can be read.
 */
export function showFromStart(durationMs = 0): void {
  const { instance, sizePx } = useCanvas.getState();
  const box = bounds();
  if (instance === null || box === null) return;
  const fitting = fittingZoom(box, sizePx);
  const zoom = fitting < readableZoom ? 1 : fitting;
  void instance.setViewport(
    { x: margin.left - box.left * zoom, y: margin.top - box.top * zoom, zoom },
    { duration: motionMs(durationMs) },
  );
}

/** Shows all of the network, however small. */
export function fitAll(): void {
  const { instance, sizePx } = useCanvas.getState();
  const box = bounds();
  if (instance === null || box === null) return;
  const zoom = Math.max(zoomRange.min, fittingZoom(box, sizePx));
  const free = {
    x: sizePx.width - margin.left - margin.right - box.width * zoom,
    y: sizePx.height - margin.top - margin.bottom - box.height * zoom,
  };
  void instance.setViewport(
    {
      x: margin.left + Math.max(0, free.x / 2) - box.left * zoom,
      y: margin.top + Math.max(0, free.y / 2) - box.top * zoom,
      zoom,
    },
    { duration: motionMs(180) },
  );
}

function fittingZoom(
  box: { readonly width: number; readonly height: number },
  sizePx: { readonly width: number; readonly height: number },
): number {
  return Math.min(
    1,
    (sizePx.width - margin.left - margin.right) / Math.max(1, box.width),
    (sizePx.height - margin.top - margin.bottom) / Math.max(1, box.height),
  );
}

/** Magnifies around the middle; `to: 1` is 100 %. */
export function zoomTo(to: number): void {
  const { instance } = useCanvas.getState();
  void instance?.zoomTo(Math.min(zoomRange.max, Math.max(zoomRange.min, to)), {
    duration: motionMs(120),
  });
}

/** One step in (1.25) or out (0.8). */
export function zoomBy(factor: number): void {
  zoomTo((useCanvas.getState().instance?.getZoom() ?? 1) * factor);
}

/** Moves the view just far enough to see a card. */
export function bringIntoSight(id: NodeId): void {
  const { instance, sizePx } = useCanvas.getState();
  const {
    sheet: { graph, facts },
  } = useStrata.getState();
  const rect = cardRects({ graph, facts }).find((card) => card.id === id);
  if (instance === null || rect === undefined) return;
  const { x, y, zoom } = instance.getViewport();
  const shift = (start: number, size: number, before: number, room: number): number => {
    if (start < before) return before - start;
    return start + size > room ? Math.max(before - start, room - start - size) : 0;
  };
  const moved = {
    x: x + shift(rect.x * zoom + x, rect.width * zoom, margin.left, sizePx.width - margin.right),
    y:
      y +
      shift(rect.y * zoom + y, rect.height * zoom, margin.top - 16, sizePx.height - margin.bottom),
  };
  if (moved.x === x && moved.y === y) return;
  void instance.setViewport({ ...moved, zoom }, { duration: motionMs(180) });
}
