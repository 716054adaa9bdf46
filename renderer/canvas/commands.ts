import { addNote } from '#renderer/canvas/actions/addNote.ts';
import {
  copySelection,
  cutSelection,
  duplicateSelection,
  paste,
} from '#renderer/canvas/actions/clipboard.ts';
import {
  chooseTarget,
  confirmTarget,
  startFromSelection,
} from '#renderer/canvas/actions/keyboardConnect.ts';
import { bringIntoSight, fitAll, zoomBy, zoomTo } from '#renderer/canvas/actions/moveView.ts';
import type { Direction } from '#renderer/canvas/actions/neighbor.ts';
import { openQuickAdd } from '#renderer/canvas/actions/openQuickAdd.ts';
import { removeSelection } from '#renderer/canvas/actions/remove.ts';
import { moveFocus } from '#renderer/canvas/actions/moveFocus.ts';
import { stopConnecting } from '#renderer/canvas/actions/connecting.ts';
import { tidy } from '#renderer/canvas/actions/tidy.ts';
import { useCanvas } from '#renderer/canvas/canvasState.ts';
import {
  dissolveSelectedBlock,
  leaveBlock,
  makeBlockOfSelection,
  openSelectedBlock,
} from '#renderer/parts/blocks/blockActions.ts';
import type { Command } from '#renderer/store/command.ts';
import type { StrataState } from '#renderer/store/state.ts';
import { useStrata } from '#renderer/store/store.ts';
import { blockKind } from '#shared/graph/queries.ts';

const isDesign = (state: StrataState): boolean => state.isOpen && state.step === 'design';
/** On a document that cannot be changed the key says why, instead of doing nothing. */
const unlessReadOnly = (run: () => void) => () => {
  const { readOnly, notify } = useStrata.getState();
  if (readOnly === null) run();
  else notify({ tone: 'warn', problem: readOnly });
};
const hasNodes = (state: StrataState): boolean =>
  isDesign(state) && state.sheet.graph.nodes.length > 0;
const hasMarked = (state: StrataState): boolean =>
  isDesign(state) && state.selection.length + state.selectedEdges.length > 0;
const hasSelection = (state: StrataState): boolean => isDesign(state) && state.selection.length > 0;

const hasBlock = (state: StrataState): boolean =>
  isDesign(state) &&
  state.selection.length === 1 &&
  state.sheet.graph.nodes.some(({ id, kind }) => id === state.selection[0] && kind === blockKind);

function arrow(direction: Direction, key: string): Command {
  return {
    id: `canvas.go${key}`,
    title: `canvas:command.go.${direction}`,
    keys: [`Arrow${key}`],
    region: 'canvas',
    isHidden: true,
    isEnabled: hasNodes,
    run: () => {
      if (useCanvas.getState().connecting?.byKeyboard === true) chooseTarget(direction);
      else moveFocus(direction);
    },
  };
}

/** What the user can do on the canvas. Copy, cut and paste keys arrive as the browser's own clipboard events. */
export const canvasCommands: readonly Command[] = [
  {
    id: 'canvas.addAfter',
    title: 'canvas:command.addAfter',
    keys: ['a'],
    region: 'canvas',
    isEnabled: isDesign,
    run: unlessReadOnly(() => {
      openQuickAdd('after');
    }),
  },
  {
    id: 'canvas.addBefore',
    title: 'canvas:command.addBefore',
    keys: ['Shift+a'],
    region: 'canvas',
    isEnabled: isDesign,
    run: unlessReadOnly(() => {
      openQuickAdd('before');
    }),
  },
  {
    id: 'canvas.addNote',
    title: 'canvas:command.addNote',
    isEnabled: isDesign,
    run: unlessReadOnly(addNote),
  },
  {
    id: 'canvas.connect',
    title: 'canvas:command.connect',
    keys: ['c'],
    region: 'canvas',
    isEnabled: (state) => isDesign(state) && state.selection.length === 1,
    run: unlessReadOnly(startFromSelection),
  },
  {
    id: 'canvas.delete',
    title: 'canvas:command.delete',
    keys: ['Delete', 'Backspace'],
    region: 'canvas',
    isEnabled: hasMarked,
    run: unlessReadOnly(() => {
      removeSelection(true);
    }),
  },
  {
    id: 'canvas.deleteOpen',
    title: 'canvas:command.deleteOpen',
    keys: ['Shift+Delete', 'Shift+Backspace'],
    region: 'canvas',
    isEnabled: hasMarked,
    run: unlessReadOnly(() => {
      removeSelection(false);
    }),
  },
  {
    id: 'edit.copy',
    title: 'canvas:command.copy',
    isEnabled: hasSelection,
    run: () => {
      writeClipboard(copySelection());
    },
  },
  {
    id: 'edit.cut',
    title: 'canvas:command.cut',
    isEnabled: hasSelection,
    run: unlessReadOnly(() => {
      writeClipboard(cutSelection());
    }),
  },
  {
    id: 'edit.paste',
    title: 'canvas:command.paste',
    isEnabled: isDesign,
    run: unlessReadOnly(() => {
      paste();
    }),
  },
  {
    id: 'edit.duplicate',
    title: 'canvas:command.duplicate',
    keys: ['Mod+d'],
    region: 'canvas',
    isEnabled: hasSelection,
    run: unlessReadOnly(duplicateSelection),
  },
  {
    id: 'edit.selectAll',
    title: 'canvas:command.selectAll',
    keys: ['Mod+a'],
    region: 'canvas',
    isEnabled: hasNodes,
    run: () => {
      const {
        sheet: { graph },
        select,
      } = useStrata.getState();
      select(graph.nodes.map((node) => node.id));
    },
  },
  {
    id: 'canvas.makeBlock',
    title: 'canvas:command.makeBlock',
    keys: ['Mod+g'],
    region: 'canvas',
    isEnabled: hasSelection,
    run: unlessReadOnly(makeBlockOfSelection),
  },
  {
    id: 'canvas.openBlock',
    title: 'canvas:command.openBlock',
    keys: ['o'],
    region: 'canvas',
    isEnabled: hasBlock,
    run: openSelectedBlock,
  },
  {
    id: 'canvas.leaveBlock',
    title: 'canvas:command.leaveBlock',
    keys: ['u'],
    region: 'canvas',
    isEnabled: (state) => isDesign(state) && state.sheet.block !== null,
    run: leaveBlock,
  },
  {
    id: 'canvas.dissolveBlock',
    title: 'canvas:command.dissolveBlock',
    keys: ['Mod+Shift+g'],
    region: 'canvas',
    isEnabled: hasBlock,
    run: unlessReadOnly(dissolveSelectedBlock),
  },
  {
    id: 'canvas.tidy',
    title: 'canvas:command.tidy',
    keys: ['t'],
    region: 'canvas',
    isEnabled: hasNodes,
    run: unlessReadOnly(() => {
      void tidy();
    }),
  },
  {
    id: 'canvas.fit',
    title: 'canvas:command.fit',
    keys: ['f'],
    region: 'canvas',
    isEnabled: hasNodes,
    run: fitAll,
  },
  {
    id: 'canvas.actualSize',
    title: 'canvas:command.actualSize',
    keys: ['0'],
    region: 'canvas',
    isEnabled: isDesign,
    run: () => {
      zoomTo(1);
    },
  },
  {
    id: 'canvas.zoomIn',
    title: 'canvas:command.zoomIn',
    keys: ['Plus', '='],
    region: 'canvas',
    isEnabled: isDesign,
    run: () => {
      zoomBy(1.25);
    },
  },
  {
    id: 'canvas.zoomOut',
    title: 'canvas:command.zoomOut',
    keys: ['-'],
    region: 'canvas',
    isEnabled: isDesign,
    run: () => {
      zoomBy(0.8);
    },
  },
  arrow('left', 'Left'),
  arrow('right', 'Right'),
  arrow('up', 'Up'),
  arrow('down', 'Down'),
  {
    id: 'canvas.enter',
    title: 'canvas:command.enter',
    keys: ['Enter'],
    region: 'canvas',
    isHidden: true,
    isEnabled: (state) =>
      isDesign(state) &&
      (state.selection.length > 0 || useCanvas.getState().connecting?.byKeyboard === true),
    run: () => {
      if (useCanvas.getState().connecting?.byKeyboard === true) confirmTarget();
      else focusInspector();
    },
  },
  {
    id: 'canvas.escape',
    title: 'canvas:command.escape',
    keys: ['Escape'],
    region: 'canvas',
    isHidden: true,
    isEnabled: isDesign,
    run: () => {
      const { connecting } = useCanvas.getState();
      const { select, selection, announce } = useStrata.getState();
      if (connecting === null && selection.length === 0) leaveBlock();
      else if (connecting === null) select([]);
      else stopConnecting();
      announce('');
    },
  },
];

function writeClipboard(text: string | null): void {
  // Refused where the page has no focus: the copy is still kept here.
  if (text !== null) navigator.clipboard.writeText(text).catch(() => undefined);
}

/** Puts the focus into the first field of the selected layer. */
function focusInspector(): void {
  const [id] = useStrata.getState().selection;
  if (id !== undefined) bringIntoSight(id);
  document
    .querySelector<HTMLElement>(
      '[data-region=inspector] :is(input, select, textarea):not(:disabled)',
    )
    ?.focus();
}
