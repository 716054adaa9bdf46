import { useCanvas, forgetPositions } from '#renderer/canvas/canvasState.ts';
import { layoutWidth, motionMs, showFromStart } from '#renderer/canvas/actions/moveView.ts';
import { cardsToPlace, linksBetween } from '#renderer/canvas/layout/cardsToPlace.ts';
import { layerInWorker } from '#renderer/canvas/layout/elkWorker.ts';
import { tidyLayout } from '#renderer/canvas/layout/tidyLayout.ts';
import { useStrata } from '#renderer/store/store.ts';
import type { Graph, NodeId, Position } from '#shared/graph/graph.ts';

const glideMs = 240;
let glide = 0;

/** Tidies the layout: one undo step; the cards glide to their places. */
export async function tidy(): Promise<void> {
  const {
    sheet: { graph, facts },
  } = useStrata.getState();
  const positions = await tidyLayout(
    cardsToPlace(graph, facts),
    linksBetween(graph),
    layoutWidth(),
    layerInWorker,
  );
  // The graph may have changed meanwhile; then this layout belongs to none.
  if (useStrata.getState().sheet.graph !== graph) return;
  moveCards(graph, positions);
}

function moveCards(graph: Graph, positions: ReadonlyMap<string, Position>): void {
  const before = new Map(graph.nodes.map((node) => [node.id, node.position]));
  useStrata.getState().edit({ type: 'moveNodes', positions: Object.fromEntries(positions) });
  glideFrom(before);
  showFromStart(glideMs);
}

/** Draws the cards on their way from where they were to where the document has them. */
function glideFrom(before: ReadonlyMap<NodeId, Position>): void {
  cancelAnimationFrame(glide);
  const durationMs = motionMs(glideMs);
  const startMs = performance.now();
  const step = (nowMs: number): void => {
    const passed = durationMs === 0 ? 1 : Math.min(1, (nowMs - startMs) / durationMs);
    if (passed >= 1) {
      forgetPositions();
      return;
    }
    const eased = 1 - (1 - passed) ** 3;
    const positions = new Map<NodeId, Position>();
    for (const { id, position } of useStrata.getState().sheet.graph.nodes) {
      const from = before.get(id);
      if (from === undefined) continue;
      positions.set(id, {
        x: from.x + (position.x - from.x) * eased,
        y: from.y + (position.y - from.y) * eased,
      });
    }
    useCanvas.setState({ positions });
    glide = requestAnimationFrame(step);
  };
  step(startMs);
}
