import type { EdgeId, Graph, GraphEdge, NodeId, Port } from '#shared/graph/graph.ts';
import { nodeById } from '#shared/graph/queries.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

function randomText(length: number): string {
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text += letters.charAt(Math.floor(Math.random() * letters.length));
  }
  return text;
}

/** A fresh node id that the graph does not use. */
export function newNodeId(graph: Graph): NodeId {
  let id = `n-${randomText(8)}` as NodeId;
  while (nodeById(graph, id) !== undefined) {
    id = `n-${randomText(8)}` as NodeId;
  }
  return id;
}

/** A fresh document id: a random UUID (version 4). It names things; it keeps no secret. */
export function newDocumentId(): string {
  const digit = (template: string) => {
    const random = Math.floor(Math.random() * 16);
    return (template === 'x' ? random : (random & 3) | 8).toString(16);
  };
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, digit);
}

/** An edge between two ports. Its id follows from where it ends: an input port takes one edge. */
export function makeEdge(from: Port, to: Port, taken: ReadonlySet<string> = new Set()): GraphEdge {
  const base = `${to.node}:${to.port}`;
  let id = base;
  for (let number = 1; taken.has(id); number += 1) {
    id = `${base}~${number}`;
  }
  return { id: id as EdgeId, from, to };
}
