import i18next from 'i18next';
import {
  connectPorts,
  startConnecting,
  stopConnecting,
} from '#renderer/canvas/actions/connecting.ts';
import { bringIntoSight } from '#renderer/canvas/actions/moveView.ts';
import { type Direction, neighbor } from '#renderer/canvas/actions/neighbor.ts';
import { type Connecting, portKey, useCanvas } from '#renderer/canvas/canvasState.ts';
import { cardRects, openInput } from '#renderer/parts/addLayer/planAdd.ts';
import type { CardRect } from '#renderer/parts/addLayer/makeRoom.ts';
import { useStrata } from '#renderer/store/store.ts';
import type { NodeId, Port } from '#shared/graph/graph.ts';

/** Begins a connection from the selected layer; arrows then choose its target. */
export function startFromSelection(): void {
  const { selection, announce } = useStrata.getState();
  const [id] = selection;
  if (id === undefined) return;
  startConnecting({ node: id, port: 0 }, 'from', true);
  const first = candidates()[0];
  if (first === undefined) {
    stopConnecting();
    announce(i18next.t('canvas:connect.nothingFits'));
    return;
  }
  announce(i18next.t('canvas:connect.choose'));
  target(first.id);
}

/** Goes to the next layer that accepts the connection, in the direction of an arrow key. */
export function chooseTarget(direction: Direction): void {
  const { connecting } = useCanvas.getState();
  const {
    sheet: { graph },
  } = useStrata.getState();
  const from = connecting?.target?.node;
  if (from === undefined) return;
  const cards = candidates();
  // Without edges the arrow goes by place alone: the next candidate need not be a neighbour in the network.
  const next =
    neighbor({ ...graph, edges: [] }, cards, from, direction) ??
    stepThrough(cards, from, direction);
  if (next !== null) target(next);
}

function stepThrough(
  cards: readonly CardRect[],
  from: NodeId,
  direction: Direction,
): NodeId | null {
  const sorted = [...cards].sort((a, b) => a.y - b.y || a.x - b.x);
  const step = direction === 'right' || direction === 'down' ? 1 : -1;
  return sorted[sorted.findIndex(({ id }) => id === from) + step]?.id ?? null;
}

/** Draws the chosen connection. */
export function confirmTarget(): void {
  const { connecting } = useCanvas.getState();
  stopConnecting();
  if (connecting?.target == null) return;
  const card = window.document.querySelector(`[data-card="${connecting.target.node}"]`);
  const box = card?.getBoundingClientRect();
  connectPorts(connecting.held, connecting.target, { x: box?.left ?? 0, y: box?.bottom ?? 0 });
}

function candidates(): readonly CardRect[] {
  const {
    sheet: { graph, facts },
  } = useStrata.getState();
  const { connecting } = useCanvas.getState();
  if (connecting === null) return [];
  return cardRects({ graph, facts }).filter(({ id }) => fittingPort(connecting, id) !== null);
}

/** The open input of a layer, else its first one, if it accepts the connection. */
function fittingPort(connecting: Connecting, id: NodeId): Port | null {
  const {
    sheet: { graph, facts },
  } = useStrata.getState();
  const open = openInput({ graph, facts }, id);
  const port = open ?? { node: id, port: 0 };
  return connecting.fits.has(portKey('in', port)) ? port : null;
}

function target(id: NodeId): void {
  const { connecting } = useCanvas.getState();
  const {
    sheet: { facts },
    announce,
  } = useStrata.getState();
  if (connecting === null) return;
  useCanvas.setState({ connecting: { ...connecting, target: fittingPort(connecting, id) } });
  bringIntoSight(id);
  announce(facts.nodes.get(id)?.node.name ?? '');
}
