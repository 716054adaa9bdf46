import i18next from 'i18next';
import { portKey, useCanvas } from '#renderer/canvas/canvasState.ts';
import { portUse } from '#renderer/parts/cards/nodeCard.ts';
import { shownInputs } from '#renderer/parts/cards/ports.ts';
import { useStrata } from '#renderer/store/store.ts';
import { describe } from '#shared/document/describe.ts';
import { makeEdge } from '#shared/document/ids.ts';
import { canConnect } from '#shared/graph/canConnect.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { Graph, NodeId, Port, Position } from '#shared/graph/graph.ts';
import { edgesFrom, edgesInto, outputKind } from '#shared/graph/queries.ts';

/** Ports that accept a held end, and why others do not. */
interface Fits {
  readonly fits: ReadonlySet<string>;
  /** By port: the problem's text in the given language. */
  readonly reasons: ReadonlyMap<string, string>;
}

/**
 * Looks which ports accept the held end. Shapes are tried only for `tried` nodes (those in sight): each try infers a
 * part of the graph. The others count as fitting where no circle would close, and are tried when they are chosen.
 */
function findFits(
  graph: Graph,
  facts: GraphFacts,
  held: Port,
  end: 'from' | 'to',
  tried: (node: NodeId) => boolean,
): Fits {
  const language = useStrata.getState().language;
  const fits = new Set<string>();
  const reasons = new Map<string, string>();
  const circular = reachable(graph, held.node, end === 'from' ? 'back' : 'on');
  const circle = i18next.t('canvas:connect.circle');
  const tryPort = (port: Port): void => {
    const key = portKey(end === 'from' ? 'in' : 'out', port);
    if (circular.has(port.node)) {
      reasons.set(key, circle);
      return;
    }
    if (!tried(port.node)) {
      fits.add(key);
      return;
    }
    const [from, to] = end === 'from' ? [held, port] : [port, held];
    const answer = canConnect(graph, facts, from, to);
    if (answer.ok) fits.add(key);
    else reasons.set(key, describe(answer.problem, language).sentence);
  };
  for (const node of graph.nodes) {
    const nodeFacts = facts.nodes.get(node.id);
    if (nodeFacts === undefined) continue;
    if (end === 'from') {
      const count = shownInputs(portUse(facts, nodeFacts), true);
      for (let port = 0; port < count; port += 1) tryPort({ node: node.id, port });
    } else if (node.kind !== outputKind) {
      const count = Math.max(1, nodeFacts.outputs?.length ?? 1);
      for (let port = 0; port < count; port += 1) tryPort({ node: node.id, port });
    }
  }
  return { fits, reasons };
}

/** The node and all before it (`back`) or after it (`on`): an edge to one of them would close a circle. */
function reachable(graph: Graph, node: NodeId, direction: 'back' | 'on'): ReadonlySet<NodeId> {
  const seen = new Set([node]);
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const others =
      direction === 'back'
        ? edgesInto(graph, next).map((edge) => edge.from.node)
        : edgesFrom(graph, next).map((edge) => edge.to.node);
    for (const other of others) {
      if (seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return seen;
}

/** Begins a connection from a port. */
export function startConnecting(held: Port, end: 'from' | 'to', byKeyboard = false): void {
  const {
    sheet: { graph, facts },
  } = useStrata.getState();
  const { instance, sizePx } = useCanvas.getState();
  const corner = instance?.getViewport() ?? { x: 0, y: 0, zoom: 1 };
  const isInSight = (id: NodeId): boolean => {
    const position = facts.nodes.get(id)?.node.position;
    if (position === undefined) return false;
    const x = position.x * corner.zoom + corner.x;
    const y = position.y * corner.zoom + corner.y;
    return x > -300 && y > -300 && x < sizePx.width + 300 && y < sizePx.height + 300;
  };
  useCanvas.setState({
    connecting: {
      held,
      end,
      ...findFits(graph, facts, held, end, isInSight),
      target: null,
      byKeyboard,
    },
    quickAdd: null,
  });
}

/** Gives up a connection that is being made. */
export function stopConnecting(): void {
  useCanvas.setState({ connecting: null });
}

/**
 * Draws an edge between two ports if the layers allow it; asks first where it would take another's place.
 * `at` is where the question opens, in px of the page.
 */
export function connectPorts(from: Port, to: Port, at: Position): void {
  const {
    sheet: { graph, facts },
    edit,
    announce,
    language,
    notify,
  } = useStrata.getState();
  const answer = canConnect(graph, facts, from, to);
  if (!answer.ok) {
    notify({ tone: 'warn', problem: answer.problem });
    announce(describe(answer.problem, language).sentence);
    return;
  }
  const edge = makeEdge(from, to);
  const held = edgesInto(graph, to.node).find((other) => other.to.port === to.port);
  if (held === undefined) {
    edit({ type: 'connect', edge });
    announce(i18next.t('canvas:connect.done', namesOf(facts, from, to)));
  } else if (held.from.node !== from.node || held.from.port !== from.port) {
    useCanvas.setState({ replaceQuestion: { edge, at } });
  }
}

/** Draws the edge that was asked about. */
export function answerReplace(isYes: boolean): void {
  const { replaceQuestion } = useCanvas.getState();
  useCanvas.setState({ replaceQuestion: null });
  if (!isYes || replaceQuestion === null) return;
  const {
    sheet: { facts },
    edit,
    announce,
  } = useStrata.getState();
  const { edge } = replaceQuestion;
  edit({ type: 'connect', edge });
  announce(i18next.t('canvas:connect.done', namesOf(facts, edge.from, edge.to)));
}

function namesOf(facts: GraphFacts, from: Port, to: Port) {
  const name = (port: Port): string => facts.nodes.get(port.node)?.node.name ?? '';
  return { from: name(from), to: name(to) };
}
