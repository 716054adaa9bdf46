import type { ReactNode } from 'react';
import { DocumentPanel } from '#renderer/inspector/DocumentPanel.tsx';
import { LayerPanel } from '#renderer/inspector/LayerPanel.tsx';
import { SelectionPanel } from '#renderer/inspector/SelectionPanel.tsx';
import { useStrata } from '#renderer/store/store.ts';

/** The right side of Design: everything about what is selected, or about the document. */
export function Inspector(): ReactNode {
  const selection = useStrata((state) => state.selection);
  const [first] = selection;
  if (first === undefined) return <DocumentPanel />;
  if (selection.length > 1) return <SelectionPanel />;
  return <LayerPanel key={first} id={first} />;
}
