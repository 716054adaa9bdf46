import type { ReactFlowInstance, Viewport } from '@xyflow/react';
import { create } from 'zustand';
import type { CardNode, ShapeEdge } from '#renderer/canvas/flow/flowTypes.ts';
import type { EdgeId, GraphEdge, NodeId, Port, Position } from '#shared/graph/graph.ts';

/** A connection that is being made, with the mouse or the keyboard. */
export interface Connecting {
  /** The end that is held. */
  readonly held: Port;
  /** `from`: an output is held and an input is looked for; `to`: the other way round. */
  readonly end: 'from' | 'to';
  /** Ports that accept the connection, as `portKey` writes them. */
  readonly fits: ReadonlySet<string>;
  /** Why a port does not accept it, by `portKey`; in the page's language. */
  readonly reasons: ReadonlyMap<string, string>;
  /** With the keyboard: the chosen port, null before the first choice. */
  readonly target: Port | null;
  readonly byKeyboard: boolean;
}

/** A request for the quick-add list. */
export interface QuickAddRequest {
  /** Where it opens, in px of the page. */
  readonly at: Position;
  /** What the new layer is joined to. */
  readonly join:
    | { readonly kind: 'none'; readonly position: Position }
    | { readonly kind: 'after'; readonly from: Port; readonly position: Position | null }
    | { readonly kind: 'before'; readonly to: Port; readonly position: Position | null };
}

/** A question before an edge takes the place of another. */
interface ReplaceQuestion {
  readonly at: Position;
  readonly edge: GraphEdge;
}

/** A layer that is dragged over the canvas. */
interface DropPreview {
  readonly kind: string;
  readonly position: Position;
}

/** What only the canvas needs to know, and what no undo step or file remembers. */
interface CanvasState {
  /** Where the document was looked at last, so that coming back from Train shows the same place. */
  readonly lastView: { readonly sheet: string; readonly viewport: Viewport } | null;
  readonly instance: ReactFlowInstance<CardNode, ShapeEdge> | null;
  readonly sizePx: { readonly width: number; readonly height: number };
  /** Where cards are drawn while they are dragged or glide to their new places. */
  readonly positions: ReadonlyMap<NodeId, Position>;
  readonly connecting: Connecting | null;
  readonly quickAdd: QuickAddRequest | null;
  readonly replaceQuestion: ReplaceQuestion | null;
  readonly dropPreview: DropPreview | null;
  /** The edge that a dragged layer would be inserted into. */
  readonly splitEdge: EdgeId | null;
  /** The card that holds the canvas's tab stop; null: the first one. */
  readonly activeNode: NodeId | null;
  /** True: the active card takes the focus as soon as it is drawn. */
  readonly wantsFocus: boolean;
  /** A note that was just added: it takes the focus as soon as it is drawn. */
  readonly newNote: string | null;
}

const noPositions: ReadonlyMap<NodeId, Position> = new Map();

/** The canvas's own state; everything about the document lies in `useStrata`. */
export const useCanvas = create<CanvasState>()(() => ({
  lastView: null,
  instance: null,
  sizePx: { width: 900, height: 600 },
  positions: noPositions,
  connecting: null,
  quickAdd: null,
  replaceQuestion: null,
  dropPreview: null,
  splitEdge: null,
  activeNode: null,
  wantsFocus: false,
  newNote: null,
}));

/** Ends a drag or a glide: cards are drawn where the document has them. */
export function forgetPositions(): void {
  useCanvas.setState({ positions: noPositions });
}

/** A port as a key: `in` or `out`, the node, the port. */
export function portKey(side: 'in' | 'out', port: Port): string {
  return `${side}:${port.port}:${port.node}`;
}
