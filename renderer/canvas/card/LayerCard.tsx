import type { NodeProps } from '@xyflow/react';
import type { TFunction } from 'i18next';
import { memo, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '#renderer/canvas/canvasState.ts';
import { CardBody } from '#renderer/canvas/card/CardBody.tsx';
import { Dots } from '#renderer/canvas/card/Dots.tsx';
import { noProblems, problemsOf } from '#renderer/canvas/card/nodeProblems.ts';
import { useCardName } from '#renderer/canvas/card/useCardName.ts';
import type { CardNode } from '#renderer/canvas/flow/flowTypes.ts';
import type { CardWords } from '#renderer/parts/cards/cardSize.ts';
import { cardWords, isMerging } from '#renderer/parts/cards/cardWords.ts';
import { familyStyle } from '#renderer/parts/families/familyStyle.ts';
import { useStrata } from '#renderer/store/store.ts';
import type { NodeFacts } from '#shared/graph/facts.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import classes from './LayerCard.module.css';

/** One layer on the canvas: header in its family's colour, key parameters, and what it weighs or what is wrong. */
export const LayerCard = memo(function LayerCard({ id, data, selected }: NodeProps<CardNode>) {
  const nodeId = id as NodeId;
  const { mark, inputPorts, outputPorts } = data;
  const now = useStrata((state) =>
    mark === 'none' || mark === 'removed'
      ? state.sheet.facts.nodes.get(nodeId)
      : state.preview?.facts.nodes.get(nodeId),
  );
  // A key press that changes every shape is drawn in its field first, then card by card.
  const facts = useDeferredValue(now);
  if (facts === undefined) return null;
  return mark === 'none' ? (
    <LiveCard
      facts={facts}
      isSelected={selected}
      inputPorts={inputPorts}
      outputPorts={outputPorts}
    />
  ) : (
    <GhostCard facts={facts} mark={mark} inputPorts={inputPorts} outputPorts={outputPorts} />
  );
});

interface CardProps {
  readonly facts: NodeFacts;
  readonly inputPorts: number;
  readonly outputPorts: number;
}

const LiveCard = memo(function LiveCard({
  facts,
  isSelected,
  inputPorts,
  outputPorts,
}: CardProps & { readonly isSelected: boolean }) {
  const { t } = useTranslation('canvas');
  const { id } = facts.node;
  const root = useRef<HTMLDivElement>(null);
  const problems = useStrata((state) => problemsOf(state.sheet.problems, id));
  const isTraining = useStrata((state) => state.live !== null);
  const wantsFocus = useCanvas((state) => state.wantsFocus && state.activeNode === id);
  const isTarget = useCanvas((state) => state.connecting?.target?.node === id);
  const words = useCardWords(facts, t);
  const name = useCardName(facts, problems, words, t);
  useEffect(() => {
    if (!wantsFocus) return;
    root.current?.focus({ preventScroll: true });
    useCanvas.setState({ wantsFocus: false });
  }, [wantsFocus]);
  const state = isUnknown(facts)
    ? 'unknown'
    : problems.errors > 0
      ? 'problem'
      : facts.status === 'waiting'
        ? 'waiting'
        : 'ready';
  return (
    <div
      ref={root}
      className={classes.card}
      data-card={id}
      data-state={state}
      data-selected={isSelected || undefined}
      data-target={isTarget || undefined}
      data-training={isTraining || undefined}
      style={familyStyle(facts.layer?.family ?? 'io')}
      role="group"
      aria-roledescription={t('layer')}
      aria-label={name}
      tabIndex={-1}
      onFocus={() => {
        useCanvas.setState({ activeNode: id });
      }}
    >
      <CardBody facts={facts} problems={problems} words={words} t={t} />
      <Dots node={id} inputs={inputPorts} outputs={outputPorts} isLive />
    </div>
  );
});

/** A card as a looked-at edit would make it, or would take it away. */
function GhostCard({
  facts,
  mark,
  inputPorts,
  outputPorts,
}: CardProps & { readonly mark: CardNode['data']['mark'] }) {
  const { t } = useTranslation('canvas');
  const words = useCardWords(facts, t);
  return (
    <div className={classes.card} data-mark={mark} aria-hidden="true">
      <CardBody facts={facts} problems={noProblems} words={words} t={t} />
      <Dots node={facts.node.id} inputs={inputPorts} outputs={outputPorts} isLive={false} />
    </div>
  );
}

/** A layer that this program does not have: the document came from a newer one. */
function isUnknown({ layer, node }: NodeFacts): boolean {
  return layer === undefined && node.block === undefined;
}

/** The card's words; where a layer has no key parameters, what can be said in their place. */
function useCardWords(facts: NodeFacts, t: TFunction<'canvas'>): CardWords {
  const blocks = useStrata((state) => state.document.blocks);
  return useMemo(() => {
    const words = cardWords(facts, blocks);
    return words.highlights === '' ? { ...words, highlights: stead(facts, t) } : words;
  }, [facts, blocks, t]);
}

function stead(facts: NodeFacts, t: TFunction<'canvas'>): string {
  if (facts.block !== null) return t('card.layers', { count: facts.block.totals.layerCount });
  if (isUnknown(facts)) return t('card.unknown');
  if (facts.layer === undefined || !isMerging(facts.layer.inputs.max)) return '';
  return t('card.inputs', { count: facts.inputs.filter((shape) => shape !== null).length });
}
