import { type ConnectionLineComponentProps, Position as Side } from '@xyflow/react';
import { useCanvas } from '#renderer/canvas/canvasState.ts';
import { drawEdge } from '#renderer/canvas/edges/edgePath.ts';
import { shapeText } from '#renderer/parts/text/shapeText.ts';
import { useStrata } from '#renderer/store/store.ts';
import classes from './ShapeEdge.module.css';

/** The edge between a held dot and the pointer, with the shape that it carries. */
export function HeldEdge({ fromX, fromY, toX, toY, fromPosition }: ConnectionLineComponentProps) {
  const held = useCanvas((state) => state.connecting?.held ?? null);
  const label = useStrata((state) => {
    if (held === null || fromPosition !== Side.Right) return null;
    const shape = state.sheet.facts.nodes.get(held.node)?.outputs?.[held.port];
    return shape === undefined ? null : shapeText(shape);
  });
  const [from, to] =
    fromPosition === Side.Right
      ? [
          { x: fromX, y: fromY },
          { x: toX, y: toY },
        ]
      : [
          { x: toX, y: toY },
          { x: fromX, y: fromY },
        ];
  const drawing = drawEdge(from, to, null, false);
  return (
    <g className={classes.edge} data-mark="added">
      <path className={classes.line} d={drawing.line} />
      <path className={classes.arrow} d={drawing.arrow} />
      {label === null ? null : (
        <text className={classes.label} x={toX} y={toY - 14}>
          {label}
        </text>
      )}
    </g>
  );
}
