import type { Edge, Node } from '@xyflow/react';

/** How a card or an edge differs from the document while a fix is looked at. */
export type PreviewMark = 'none' | 'added' | 'changed' | 'removed';

/** What a card is told by the canvas; everything else it reads from the store by its id. */
interface CardData extends Record<string, unknown> {
  readonly inputPorts: number;
  readonly outputPorts: number;
  readonly mark: PreviewMark;
  /** For the small map. */
  readonly family: string;
  readonly hasProblem: boolean;
}

/** A layer's card as React Flow knows it. */
export type CardNode = Node<CardData, 'layer'>;

/** What an edge is told by the canvas. */
interface EdgeData extends Record<string, unknown> {
  /** Where an edge that turns back crosses to the left; null for the others. */
  readonly channelY: number | null;
  /** A port that feeds several layers shows its shape on one edge only. */
  readonly hasLabel: boolean;
  readonly isFork: boolean;
  readonly fromPort: number;
  readonly mark: PreviewMark;
  /** True: the looked-at edit changes what it carries, so that edit's facts are shown. */
  readonly isPreview: boolean;
  /** True: its source or target is selected. */
  readonly isOfSelection: boolean;
}

/** An edge as React Flow knows it. */
export type ShapeEdge = Edge<EdgeData, 'shape'>;

/** Id of an input dot. */
export function inputHandle(port: number): string {
  return `in${port}`;
}

/** Id of an output dot. */
export function outputHandle(port: number): string {
  return `out${port}`;
}

/** The port that a dot's id stands for. */
export function handlePort(handle: string | null | undefined): number {
  return Number(/\d+$/.exec(handle ?? '')?.[0] ?? 0);
}
