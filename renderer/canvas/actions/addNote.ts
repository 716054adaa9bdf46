import { useCanvas } from '#renderer/canvas/canvasState.ts';
import { freePlace } from '#renderer/parts/addLayer/makeRoom.ts';
import { cardRects } from '#renderer/parts/addLayer/planAdd.ts';
import { gridPx } from '#shared/graph/layout/spacing.ts';
import { useStrata } from '#renderer/store/store.ts';
import type { Position } from '#shared/graph/graph.ts';

/** Size of the text of a new note, and height of the edge above it, px. */
const size = { width: 220, height: 70 };
const edgePx = 24;

/** Adds an empty note in the middle of what is seen, or below it where cards stand there; ready to be written on. */
export function addNote(): void {
  const {
    sheet: { graph, facts },
    edit,
  } = useStrata.getState();
  const { instance, sizePx } = useCanvas.getState();
  const view = instance?.getViewport() ?? { x: 0, y: 0, zoom: 1 };
  const snap = (value: number): number => Math.round(value / gridPx) * gridPx;
  const whole = (box: Position & typeof size) => ({ ...box, height: box.height + edgePx });
  const middle = {
    x: snap((sizePx.width / 2 - view.x) / view.zoom - size.width / 2),
    y: snap((sizePx.height / 2 - view.y) / view.zoom - size.height / 2),
  };
  const position = freePlace(
    [
      ...cardRects({ graph, facts }),
      ...graph.notes.map((note) =>
        whole({ ...note.position, width: note.width, height: note.height }),
      ),
    ],
    whole({ ...middle, ...size }),
  );
  const taken = new Set(graph.notes.map((note) => note.id));
  let number = 1;
  while (taken.has(`note-${number}`)) number += 1;
  const id = `note-${number}`;
  edit({ type: 'addNote', note: { id, text: '', position, ...size } });
  useCanvas.setState({ newNote: id });
  const below = (position.y + size.height + edgePx + gridPx) * view.zoom + view.y - sizePx.height;
  if (below > 0) void instance?.setViewport({ ...view, y: view.y - below });
}
