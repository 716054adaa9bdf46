import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { NodeId } from '#shared/graph/graph.ts';
import { inputKind, outputKind } from '#shared/graph/queries.ts';
import { InputBinding } from '#renderer/inspector/InputBinding.tsx';
import { InputsTable } from '#renderer/inspector/InputsTable.tsx';
import { LayerForm } from '#renderer/inspector/LayerForm.tsx';
import { LayerHead } from '#renderer/inspector/LayerHead.tsx';
import { OutputJudging } from '#renderer/inspector/OutputJudging.tsx';
import { OutputShape } from '#renderer/inspector/OutputShape.tsx';
import { WaitingList } from '#renderer/inspector/WaitingList.tsx';
import { WeightList } from '#renderer/inspector/WeightList.tsx';
import { useStrata } from '#renderer/store/store.ts';
import styles from './inspector.module.css';

/** One selected layer. */
export function LayerPanel({ id }: { readonly id: NodeId }): ReactNode {
  const facts = useStrata((state) => state.sheet.facts.nodes.get(id));
  const isTop = useStrata((state) => state.sheet.block === null);
  const [isExplained, setIsExplained] = useState(false);
  const panelRef = useRevealedField(id);
  if (facts === undefined) return null;
  const { kind } = facts.node;
  const isMerging = facts.layer !== undefined && facts.layer.inputs.max !== 1;
  return (
    <div
      className={styles.panel}
      ref={panelRef}
      onKeyDown={(event) => {
        if (event.key === 'Escape') backToCard(event, id);
      }}
    >
      <LayerHead
        facts={facts}
        isExplained={isExplained}
        onExplain={() => {
          setIsExplained(!isExplained);
        }}
      />
      <LayerForm facts={facts} isExplained={isExplained} />
      {isTop && kind === inputKind && <InputBinding id={id} />}
      {isTop && kind === outputKind && <OutputJudging id={id} isExplained={isExplained} />}
      {isMerging && kind !== inputKind && <InputsTable facts={facts} />}
      {kind !== inputKind && <OutputShape facts={facts} />}
      {kind !== inputKind && kind !== outputKind && <WeightList facts={facts} />}
      <WaitingList id={id} />
    </div>
  );
}

/** Esc leaves the fields for the layer; where a list is open it closes the list. */
function backToCard(event: KeyboardEvent, id: NodeId): void {
  const control = event.target instanceof Element ? event.target : null;
  const isListOpen = control?.matches('[aria-haspopup][aria-expanded=true]') === true;
  if (event.defaultPrevented || isListOpen) return;
  event.preventDefault();
  document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus();
}

/** Focuses the field that a problem was traced to, when the user asks to see it. */
function useRevealedField(id: NodeId): RefObject<HTMLDivElement | null> {
  const panelRef = useRef<HTMLDivElement>(null);
  const reveal = useStrata((state) => state.reveal);
  const doneRef = useRef(0);
  useEffect(() => {
    if (reveal === null || reveal.place.node !== id || reveal.count === doneRef.current) return;
    doneRef.current = reveal.count;
    const { param } = reveal.place;
    if (param === undefined) return;
    panelRef.current
      ?.querySelector<HTMLElement>(`[data-param="${CSS.escape(param)}"] :is(input, button)`)
      ?.focus();
  }, [reveal, id]);
  return panelRef;
}
