import { useStrata } from '#renderer/store/store.ts';
import type { GraphEdge } from '#shared/graph/graph.ts';

/** The edge under a point of the page; null: none. Edges are 20 px wide to the pointer. */
export function edgeAt(x: number, y: number): GraphEdge | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const id = element.closest('.react-flow__edge')?.getAttribute('data-id');
    if (id == null) continue;
    const edge = useStrata.getState().sheet.graph.edges.find((other) => other.id === id);
    if (edge !== undefined) return edge;
  }
  return null;
}
