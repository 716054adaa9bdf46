import { proposeDocument } from '#shared/document/proposeDocument.ts';
import { useStrata } from '#renderer/store/store.ts';

/** Draws a network that fits the data onto the canvas, as one undo step, and goes there. `rows`: how many there are, where known. */
export function proposeNetwork(rows: number | null): void {
  const { document, edit, setStep } = useStrata.getState();
  const proposed = proposeDocument(document.name, document.data, rows);
  edit({
    type: 'batch',
    label: { en: 'Propose a network', 'zh-CN': '推荐网络' },
    edits: [
      {
        type: 'removeNodes',
        ids: document.graph.nodes.map(({ id }) => id),
      },
      {
        type: 'pasteGraph',
        fragment: { nodes: proposed.graph.nodes, edges: proposed.graph.edges },
      },
      { type: 'setData', data: { bindings: proposed.data.bindings } },
      { type: 'setTraining', training: proposed.training },
    ],
  });
  setStep('design');
}
