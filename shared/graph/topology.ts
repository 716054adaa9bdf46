import type { Graph, NodeId } from '#shared/graph/graph.ts';
import { edgesFrom, edgesInto } from '#shared/graph/queries.ts';

/** An order in which every node follows those it depends on, and the circles that have none. */
export interface Topology {
  /** All nodes; those in a circle or after one come last, in the order of the document. */
  readonly order: readonly NodeId[];
  /** Groups of nodes that depend on each other, in the order of the document. */
  readonly circles: readonly (readonly NodeId[])[];
}

/** Kahn's order, stable: among nodes that could come next, the one first in the document. */
export function sortTopologically(graph: Graph): Topology {
  const missing = new Map<NodeId, number>();
  const ready: NodeId[] = [];
  for (const { id } of graph.nodes) {
    const count = edgesInto(graph, id).length;
    missing.set(id, count);
    if (count === 0) {
      ready.push(id);
    }
  }
  // `ready` grows while it is read: a queue without shifting.
  for (const id of ready) {
    for (const edge of edgesFrom(graph, id)) {
      const left = (missing.get(edge.to.node) ?? 0) - 1;
      missing.set(edge.to.node, left);
      if (left === 0) {
        ready.push(edge.to.node);
      }
    }
  }
  if (ready.length === missing.size) {
    return { order: ready, circles: [] };
  }
  const rest = graph.nodes.map((node) => node.id).filter((id) => (missing.get(id) ?? 0) > 0);
  return { order: [...ready, ...rest], circles: findCircles(graph, rest) };
}

interface Visit {
  readonly id: NodeId;
  readonly index: number;
  low: number;
  onStack: boolean;
}

/** Tarjan's strongly connected components of more than one node (or with an edge to itself), without recursion. */
function findCircles(graph: Graph, nodes: readonly NodeId[]): NodeId[][] {
  const among = new Set(nodes);
  const visits = new Map<NodeId, Visit>();
  const stack: Visit[] = [];
  const circles: NodeId[][] = [];

  const enter = (id: NodeId) => {
    const visit = { id, index: visits.size, low: visits.size, onStack: true };
    visits.set(id, visit);
    stack.push(visit);
    return { visit, next: edgesFrom(graph, id).map((edge) => edge.to.node), position: 0 };
  };

  const leave = (visit: Visit) => {
    if (visit.low !== visit.index) {
      return;
    }
    const members = stack.splice(stack.lastIndexOf(visit));
    for (const member of members) {
      member.onStack = false;
    }
    if (members.length > 1 || edgesFrom(graph, visit.id).some((e) => e.to.node === visit.id)) {
      circles.push(members.map((member) => member.id));
    }
  };

  for (const start of nodes) {
    if (visits.has(start)) {
      continue;
    }
    const path = [enter(start)];
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const target = frame.next[frame.position];
      frame.position += 1;
      if (target === undefined) {
        path.pop();
        leave(frame.visit);
        const parent = path.at(-1);
        if (parent !== undefined) {
          parent.visit.low = Math.min(parent.visit.low, frame.visit.low);
        }
        continue;
      }
      if (!among.has(target)) {
        continue;
      }
      const seen = visits.get(target);
      if (seen === undefined) {
        path.push(enter(target));
      } else if (seen.onStack) {
        frame.visit.low = Math.min(frame.visit.low, seen.index);
      }
    }
  }
  const place = new Map(nodes.map((id, index) => [id, index]));
  const first = (circle: readonly NodeId[]) => Math.min(...circle.map((id) => place.get(id) ?? 0));
  return circles.sort((a, b) => first(a) - first(b));
}
