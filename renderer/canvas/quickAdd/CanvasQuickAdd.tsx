import { useCanvas } from '#renderer/canvas/canvasState.ts';
import type { QuickAddRequest } from '#renderer/canvas/canvasState.ts';
import { focusCanvas, focusCard } from '#renderer/canvas/actions/moveFocus.ts';
import { makeAdd } from '#renderer/parts/addLayer/addLayer.ts';
import {
  type Place,
  type PlannedAdd,
  planAfter,
  planAt,
  planBefore,
} from '#renderer/parts/addLayer/planAdd.ts';
import { QuickAdd } from '#renderer/parts/quickAdd/QuickAdd.tsx';
import { useStrata } from '#renderer/store/store.ts';
import { layers } from '#shared/layers/index.ts';
import { oftenAfter } from '#shared/layers/oftenAfter.ts';

const layersBefore = layers.filter((layer) => layer.kind !== 'output');

/** The list of layers that opens where a connection is dropped, or beside the selection. */
export function CanvasQuickAdd() {
  const request = useCanvas((state) => state.quickAdd);
  const shape = useStrata((state) => {
    if (request?.join.kind !== 'after') return null;
    const { from } = request.join;
    return state.sheet.facts.nodes.get(from.node)?.outputs?.[from.port] ?? null;
  });
  const kind = useStrata((state) =>
    request?.join.kind === 'after'
      ? state.sheet.facts.nodes.get(request.join.from.node)?.node.kind
      : undefined,
  );
  if (request === null) return null;
  const close = (): void => {
    useCanvas.setState({ quickAdd: null });
    focusCanvas();
  };
  return (
    <QuickAdd
      key={`${request.at.x},${request.at.y}`}
      at={request.at}
      layers={request.join.kind === 'before' ? layersBefore : layers}
      shape={shape}
      {...(kind === undefined ? {} : { preferred: oftenAfter(kind) })}
      isJoined={request.join.kind !== 'none'}
      onClose={close}
      onChoose={(kind) => {
        useCanvas.setState({ quickAdd: null });
        const {
          sheet: { graph, facts },
        } = useStrata.getState();
        const planned = plan({ graph, facts }, kind, request.join);
        makeAdd(planned);
        focusCard(planned.node.id);
      }}
    />
  );
}

function plan(place: Place, kind: string, join: QuickAddRequest['join']): PlannedAdd {
  if (join.kind === 'after') return planAfter(place, kind, join.from, join.position);
  if (join.kind === 'before') return planBefore(place, kind, join.to, join.position);
  return planAt(place, kind, join.position);
}
