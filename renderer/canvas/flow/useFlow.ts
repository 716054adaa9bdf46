import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useCanvas } from '#renderer/canvas/canvasState.ts';
import { type Flow, buildFlow } from '#renderer/canvas/flow/buildFlow.ts';
import { useStrata } from '#renderer/store/store.ts';

/** Cards and edges of the sheet. */
export function useFlow(): Flow {
  const { graph, facts, preview, selection, selectedEdges } = useStrata(
    useShallow((state) => ({
      graph: state.sheet.graph,
      facts: state.sheet.facts,
      // What a repair would do is drawn where it does it: in the document's own graph.
      preview: state.sheet.block === null ? state.preview : null,
      selection: state.selection,
      selectedEdges: state.selectedEdges,
    })),
  );
  const { positions, isConnecting } = useCanvas(
    useShallow((state) => ({
      positions: state.positions,
      isConnecting: state.connecting?.end === 'from',
    })),
  );
  return useMemo(
    () =>
      buildFlow({
        graph,
        facts,
        preview: preview === null ? null : { graph: preview.document.graph, facts: preview.facts },
        selection,
        selectedEdges,
        positions,
        isConnecting,
      }),
    [graph, facts, preview, selection, selectedEdges, positions, isConnecting],
  );
}
