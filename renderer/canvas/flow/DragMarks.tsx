import { ViewportPortal } from '@xyflow/react';
import { useCanvas } from '#renderer/canvas/canvasState.ts';
import { guidesOf } from '#renderer/canvas/flow/guides.ts';
import { cardRects, newCardSize } from '#renderer/parts/addLayer/planAdd.ts';
import { Pictogram } from '#renderer/parts/pictograms/Pictogram.tsx';
import { useStrata } from '#renderer/store/store.ts';
import { findLayer } from '#shared/layers/index.ts';
import classes from '../Canvas.module.css';

/** What shows while something is dragged: the card a tile would become, and lines to cards it is level with. */
export function DragMarks() {
  return (
    <ViewportPortal>
      <DropCard />
      <Guides />
    </ViewportPortal>
  );
}

function DropCard() {
  const preview = useCanvas((state) => state.dropPreview);
  if (preview === null) return null;
  const layer = findLayer(preview.kind);
  return (
    <div
      className={classes.dropCard}
      style={{
        ...newCardSize(preview.kind),
        transform: `translate(${preview.position.x}px, ${preview.position.y}px)`,
      }}
    >
      <Pictogram name={layer?.pictogram ?? ''} />
      {layer?.title}
    </div>
  );
}

function Guides() {
  const positions = useCanvas((state) => state.positions);
  const graph = useStrata((state) => state.sheet.graph);
  const facts = useStrata((state) => state.sheet.facts);
  // Guides help to align one card; a glide or a group moves many.
  if (positions.size !== 1) return null;
  const [[id, position] = []] = positions;
  const rects = cardRects({ graph, facts });
  const own = rects.find((rect) => rect.id === id);
  if (own === undefined || position === undefined) return null;
  const guides = guidesOf(
    { ...own, ...position },
    rects.filter((rect) => rect.id !== id),
  );
  return guides.map(({ x, y, width, height }) => (
    <div
      key={`${x},${y},${width}`}
      className={classes.guide}
      style={{ width, height, transform: `translate(${x}px, ${y}px)` }}
    />
  ));
}
