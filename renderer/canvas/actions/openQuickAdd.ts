import { bringIntoSight } from '#renderer/canvas/actions/moveView.ts';
import { useCanvas } from '#renderer/canvas/canvasState.ts';
import { cardRects } from '#renderer/parts/addLayer/planAdd.ts';
import { useStrata } from '#renderer/store/store.ts';

/** Opens the list of layers beside the selected card; without a selection in the middle of the canvas. */
export function openQuickAdd(side: 'after' | 'before'): void {
  const {
    sheet: { graph, facts },
    selection,
  } = useStrata.getState();
  const { instance, sizePx } = useCanvas.getState();
  if (instance === null) return;
  const [id] = selection;
  const rect =
    selection.length === 1 ? cardRects({ graph, facts }).find((card) => card.id === id) : undefined;
  if (id === undefined || rect === undefined) {
    const isEmpty = graph.nodes.length === 0;
    const corner = instance.flowToScreenPosition({ x: 0, y: 0 });
    const view = instance.getViewport();
    const middle = {
      x: corner.x - view.x + sizePx.width / 2,
      y: corner.y - view.y + sizePx.height / 3,
    };
    const position = isEmpty ? { x: 0, y: 0 } : instance.screenToFlowPosition(middle);
    useCanvas.setState({ quickAdd: { at: middle, join: { kind: 'none', position } } });
    return;
  }
  bringIntoSight(id);
  const port = { node: id, port: 0 };
  const at = instance.flowToScreenPosition(
    side === 'after'
      ? { x: rect.x + rect.width + 12, y: rect.y + rect.height / 2 }
      : { x: rect.x - 12, y: rect.y + rect.height },
  );
  useCanvas.setState({
    quickAdd: {
      at,
      join:
        side === 'after'
          ? { kind: 'after', from: port, position: null }
          : { kind: 'before', to: port, position: null },
    },
  });
}
