import type { EdgeProps } from '@xyflow/react';
import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '#renderer/canvas/canvasState.ts';
import { rejectedInputs } from '#renderer/canvas/card/rejectedInputs.ts';
import { drawEdge } from '#renderer/canvas/edges/edgePath.ts';
import { labelFontPx } from '#renderer/canvas/layout/labelRoom.ts';
import {
  type PreviewMark,
  type ShapeEdge as FlowEdge,
  handlePort,
} from '#renderer/canvas/flow/flowTypes.ts';
import { textWidth } from '#renderer/parts/cards/textWidth.ts';
import { shapeText } from '#renderer/parts/text/shapeText.ts';
import { useStrata } from '#renderer/store/store.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import classes from './ShapeEdge.module.css';

/** A label needs this much of the line, px. */
const labelMarginPx = 12;

/** The way of a tensor, with its shape. Hidden from screen readers: the cards' names tell it. */
export const ShapeEdge = memo(function ShapeEdge(props: EdgeProps<FlowEdge>) {
  const { id, source, target, data, selected } = props;
  const isPreview = data?.isPreview ?? false;
  const port = data?.fromPort ?? 0;
  const label = useStrata((state) => {
    const facts = isPreview ? state.preview?.facts : state.sheet.facts;
    const shape = facts?.nodes.get(source as NodeId)?.outputs?.[port];
    return shape === undefined ? null : shapeText(shape);
  });
  const isRejected = useStrata((state) => {
    const facts = isPreview ? state.preview?.facts : state.sheet.facts;
    const node = facts?.nodes.get(target as NodeId);
    const isNamed = !isPreview && state.problems.some(({ place }) => place?.edge === id);
    return (
      isNamed ||
      (node !== undefined && rejectedInputs(node).includes(handlePort(props.targetHandleId)))
    );
  });
  const splits = useCanvas((state) => state.splitEdge === id);
  return (
    <EdgeDrawing
      fromX={props.sourceX}
      fromY={props.sourceY}
      toX={props.targetX}
      toY={props.targetY}
      channelY={data?.channelY ?? null}
      hasLabel={data?.hasLabel ?? true}
      isFork={data?.isFork ?? false}
      mark={data?.mark ?? 'none'}
      // As on the cards: the field that is typed in comes first.
      label={useDeferredValue(label)}
      isRejected={isRejected}
      isStrong={selected === true || data?.isOfSelection === true || splits}
    />
  );
});

interface EdgeDrawingProps {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  readonly channelY: number | null;
  readonly hasLabel: boolean;
  readonly isFork: boolean;
  readonly mark: PreviewMark;
  readonly label: string | null;
  readonly isRejected: boolean;
  readonly isStrong: boolean;
}

const EdgeDrawing = memo(function EdgeDrawing(props: EdgeDrawingProps) {
  const { fromX, fromY, toX, toY, channelY, mark, label } = props;
  const { t } = useTranslation('canvas');
  const text = label ?? t('edge.unknown');
  const widthPx = textWidth(text, labelFontPx);
  const drawing = drawEdge(
    { x: fromX, y: fromY },
    { x: toX, y: toY },
    channelY,
    props.isFork,
    widthPx,
  );
  const room =
    drawing.kind === 'straight'
      ? toX - fromX
      : drawing.kind === 'step' || drawing.kind === 'detour'
        ? Infinity
        : toX - fromX + labelMarginPx * 2;
  const isLabelled =
    mark !== 'removed' && props.hasLabel && (label !== null || widthPx + labelMarginPx < room);
  const state = props.isRejected ? 'problem' : label === null ? 'waiting' : 'known';
  return (
    <g
      className={classes.edge}
      data-state={state}
      data-mark={mark}
      data-strong={props.isStrong || undefined}
      aria-hidden="true"
    >
      <path className={classes.hit} d={drawing.line} />
      <path className={classes.line} d={drawing.line} />
      {isLabelled ? (
        <text
          className={classes.label}
          data-in-line={drawing.kind === 'step' || undefined}
          x={drawing.label.x}
          y={drawing.label.y}
        >
          {text}
        </text>
      ) : null}
      <path className={classes.arrow} d={drawing.arrow} />
    </g>
  );
});
