import {
  Background,
  BackgroundVariant,
  type EdgeChange,
  type EdgeTypes,
  type NodeChange,
  type NodeTypes,
  ReactFlow,
  type ReactFlowInstance,
  SelectionMode,
  type Viewport,
} from '@xyflow/react';
import { memo, useEffect } from 'react';
import { bringIntoSight, showFromStart, zoomRange } from '#renderer/canvas/actions/moveView.ts';
import { useCanvas } from '#renderer/canvas/canvasState.ts';
import { LayerCard } from '#renderer/canvas/card/LayerCard.tsx';
import { HeldEdge } from '#renderer/canvas/edges/HeldEdge.tsx';
import { ShapeEdge } from '#renderer/canvas/edges/ShapeEdge.tsx';
import { DragMarks } from '#renderer/canvas/flow/DragMarks.tsx';
import type { CardNode, ShapeEdge as FlowEdge } from '#renderer/canvas/flow/flowTypes.ts';
import { useFlow } from '#renderer/canvas/flow/useFlow.ts';
import { cardDrag } from '#renderer/canvas/flow/cardDrag.ts';
import { connecting } from '#renderer/canvas/flow/pointerConnect.ts';
import { tileDrop } from '#renderer/canvas/flow/tileDrop.ts';
import { Notes } from '#renderer/canvas/notes/Notes.tsx';
import { gridPx } from '#shared/graph/layout/spacing.ts';
import { openBlock } from '#renderer/parts/blocks/blockActions.ts';
import { sheetKey } from '#renderer/store/sheet.ts';
import { useStrata } from '#renderer/store/store.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import classes from '../Canvas.module.css';

const nodeTypes: NodeTypes = { layer: LayerCard };
const edgeTypes: EdgeTypes = { shape: ShapeEdge };
const snapGrid: [number, number] = [gridPx, gridPx];
const multiKeys = ['Shift', 'Control', 'Meta'];
const panButtons = [1, 2];

// Everything that React Flow is told once: it compares what it is given.
const handlers = { ...cardDrag, ...connecting, ...tileDrop };
const proOptions = { hideAttribution: true };

/** React Flow with our cards and edges. The document is the truth: what is changed here goes to the store and comes back. */
export function FlowSurface() {
  const { nodes, edges } = useFlow();
  const colorMode = useStrata((state) => state.colorScheme);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  useRevealed();
  return (
    <div className={classes.surface} onDoubleClick={openOrAdd}>
      <Surface nodes={nodes} edges={edges} colorMode={colorMode} isReadOnly={isReadOnly} />
    </div>
  );
}

interface SurfaceProps {
  readonly nodes: CardNode[];
  readonly edges: FlowEdge[];
  readonly colorMode: 'light' | 'dark';
  readonly isReadOnly: boolean;
}

/** Drawn again only when cards or edges are added, moved or selected: shapes are the cards' own affair. */
const Surface = memo(function Surface({ nodes, edges, colorMode, isReadOnly }: SurfaceProps) {
  return (
    <ReactFlow<CardNode, FlowEdge>
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      colorMode={colorMode}
      onInit={takeInstance}
      onMoveEnd={rememberView}
      onNodesChange={changeNodes}
      onEdgesChange={changeEdges}
      {...handlers}
      connectionLineComponent={HeldEdge}
      connectionRadius={26}
      minZoom={zoomRange.min}
      maxZoom={zoomRange.max}
      snapToGrid
      snapGrid={snapGrid}
      onlyRenderVisibleElements
      nodesConnectable={!isReadOnly}
      nodesDraggable={!isReadOnly}
      nodesFocusable={false}
      edgesFocusable={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      multiSelectionKeyCode={multiKeys}
      selectionKeyCode={null}
      selectionOnDrag
      selectionMode={SelectionMode.Partial}
      panOnDrag={panButtons}
      panOnScroll
      zoomOnDoubleClick={false}
      connectOnClick={false}
      elevateEdgesOnSelect
      proOptions={proOptions}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.6} color="var(--canvas-dot)" />
      <DragMarks />
      <Notes />
    </ReactFlow>
  );
});

function takeInstance(instance: ReactFlowInstance<CardNode, FlowEdge>): void {
  useCanvas.setState({ instance });
  // The size of the canvas is known after the first drawing.
  requestAnimationFrame(showFirst);
}

function rememberView(_event: unknown, viewport: Viewport): void {
  useCanvas.setState({ lastView: { sheet: sheetKey(useStrata.getState()), viewport } });
}

/** Where a sheet was left, or its beginning. */
function showFirst(): void {
  const { instance, lastView } = useCanvas.getState();
  if (lastView?.sheet === sheetKey(useStrata.getState())) {
    void instance?.setViewport(lastView.viewport);
  } else showFromStart();
}

/** A double click on a block opens it; on the empty canvas it opens the list of layers there. */
function openOrAdd(event: React.MouseEvent): void {
  const card = event.target instanceof Element ? event.target.closest('[data-card]') : null;
  const id = card?.getAttribute('data-card') ?? null;
  if (id === null) addAtPointer(event);
  else openBlock(id as NodeId);
}

/** Opens the list of layers where the pointer is, on the empty canvas. */
function addAtPointer(event: React.MouseEvent): void {
  const { instance } = useCanvas.getState();
  const isPane =
    event.target instanceof Element && event.target.classList.contains('react-flow__pane');
  if (!isPane || instance === null || useStrata.getState().readOnly !== null) return;
  const at = { x: event.clientX, y: event.clientY };
  const position = instance.screenToFlowPosition(at);
  useCanvas.setState({ quickAdd: { at, join: { kind: 'none', position } } });
}

// What was selected by pointing is in sight already, and the view must not move under a card that is being dragged.
let selectedHere: readonly NodeId[] = [];

/** Takes over what was selected or moved; sizes and removals are never React Flow's to decide. */
function changeNodes(changes: NodeChange<CardNode>[]): void {
  const { selection, selectedEdges, select } = useStrata.getState();
  const selected = new Set(selection);
  let hasSelected = false;
  let positions: Map<NodeId, { x: number; y: number }> | null = null;
  for (const change of changes) {
    if (change.type === 'select') {
      hasSelected = true;
      if (change.selected) selected.add(change.id as NodeId);
      else selected.delete(change.id as NodeId);
    } else if (
      change.type === 'position' &&
      change.position !== undefined &&
      change.dragging === true
    ) {
      positions ??= new Map(useCanvas.getState().positions);
      positions.set(change.id as NodeId, change.position);
    }
  }
  if (hasSelected) {
    selectedHere = [...selected];
    select(selectedHere, selectedEdges);
  }
  if (positions !== null) useCanvas.setState({ positions });
}

function changeEdges(changes: EdgeChange<FlowEdge>[]): void {
  const { selection, selectedEdges, select } = useStrata.getState();
  const selected = new Set<string>(selectedEdges);
  let hasSelected = false;
  for (const change of changes) {
    if (change.type !== 'select') continue;
    hasSelected = true;
    if (change.selected) selected.add(change.id);
    else selected.delete(change.id);
  }
  if (!hasSelected) return;
  const {
    sheet: { graph },
  } = useStrata.getState();
  select(
    selection,
    graph.edges.filter(({ id }) => selected.has(id)).map(({ id }) => id),
  );
}

/** Shows the layer that was asked for, or that was selected elsewhere, if it is out of sight. */
function useRevealed(): void {
  useEffect(
    () =>
      useStrata.subscribe((state, before) => {
        const [only] = state.selection;
        const isAsked = state.reveal !== before.reveal;
        const isNew =
          state.selection !== before.selection &&
          state.selection !== selectedHere &&
          state.selection.length === 1;
        if (only !== undefined && (isAsked || isNew)) {
          requestAnimationFrame(() => {
            bringIntoSight(only);
          });
        }
      }),
    [],
  );
}
