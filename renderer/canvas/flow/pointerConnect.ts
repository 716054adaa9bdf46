import type { Connection, FinalConnectionState, OnConnectStartParams } from '@xyflow/react';
import {
  connectPorts,
  startConnecting,
  stopConnecting,
} from '#renderer/canvas/actions/connecting.ts';
import { portKey, useCanvas } from '#renderer/canvas/canvasState.ts';
import { type ShapeEdge, handlePort } from '#renderer/canvas/flow/flowTypes.ts';
import { newCardSize, openInput } from '#renderer/parts/addLayer/planAdd.ts';
import { useStrata } from '#renderer/store/store.ts';
import type { NodeId, Port, Position } from '#shared/graph/graph.ts';

function pointOf(event: MouseEvent | TouchEvent): Position {
  if (event instanceof MouseEvent) return { x: event.clientX, y: event.clientY };
  const touch = event.changedTouches[0];
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}

function ends(connection: Connection | ShapeEdge): { readonly from: Port; readonly to: Port } {
  return {
    from: {
      node: connection.source as NodeId,
      port: handlePort(connection.sourceHandle),
    },
    to: { node: connection.target as NodeId, port: handlePort(connection.targetHandle) },
  };
}

// Where the pointer was when React Flow said that two dots are joined: the question about replacing opens there.
let lastPoint: Position = { x: 0, y: 0 };

/** A connection that is drawn with the pointer. */
export const connecting = {
  onConnectStart(_event: MouseEvent | TouchEvent, params: OnConnectStartParams): void {
    if (params.nodeId === null) return;
    startConnecting(
      { node: params.nodeId as NodeId, port: handlePort(params.handleId) },
      params.handleType === 'target' ? 'to' : 'from',
    );
  },

  isValidConnection(connection: Connection | ShapeEdge): boolean {
    const { connecting: current } = useCanvas.getState();
    if (current === null) return false;
    const { from, to } = ends(connection);
    return current.fits.has(current.end === 'from' ? portKey('in', to) : portKey('out', from));
  },

  onConnect(connection: Connection): void {
    const { from, to } = ends(connection);
    // The end of the drag follows and knows the pointer; the edge is drawn there.
    pending = { from, to };
  },

  onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState): void {
    lastPoint = pointOf(event);
    const { connecting: current } = useCanvas.getState();
    stopConnecting();
    const made = pending;
    pending = null;
    if (made !== null) connectPorts(made.from, made.to, lastPoint);
    else if (current !== null && state.toHandle === null) dropOn(current.held, current.end);
  },
};

let pending: { readonly from: Port; readonly to: Port } | null = null;

/** A connection dropped beside all dots: onto a card it takes the card's open input, onto the canvas it asks for a layer. */
function dropOn(held: Port, end: 'from' | 'to'): void {
  const {
    sheet: { graph, facts },
  } = useStrata.getState();
  const { instance } = useCanvas.getState();
  const under = window.document.elementFromPoint(lastPoint.x, lastPoint.y);
  const card = under?.closest('[data-card]')?.getAttribute('data-card');
  if (card != null) {
    const node = card as NodeId;
    if (node === held.node) return;
    if (end === 'from') {
      const open = openInput({ graph, facts }, node) ?? { node, port: 0 };
      connectPorts(held, open, lastPoint);
    } else connectPorts({ node, port: 0 }, held, lastPoint);
    return;
  }
  if (instance === null || under?.closest('.react-flow__pane') == null) return;
  const point = instance.screenToFlowPosition(lastPoint, { snapToGrid: false });
  const { width, height } = newCardSize('dense');
  const join =
    end === 'from'
      ? { kind: 'after' as const, from: held, position: { x: point.x, y: point.y - height / 2 } }
      : {
          kind: 'before' as const,
          to: held,
          position: { x: point.x - width, y: point.y - height / 2 },
        };
  useCanvas.setState({ quickAdd: { at: lastPoint, join } });
}
