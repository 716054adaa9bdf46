import { Handle, type NodeProps, Position as Side } from '@xyflow/react';
import { AlertTriangle, CircleAlert, Clock } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas, portKey } from '#renderer/canvas/canvasState.ts';
import { useCardName } from '#renderer/canvas/card/useCardName.ts';
import { rejectedInputs } from '#renderer/canvas/card/rejectedInputs.ts';
import { type NodeProblems, noProblems, problemsOf } from '#renderer/canvas/card/nodeProblems.ts';
import { type CardNode, inputHandle, outputHandle } from '#renderer/canvas/flow/flowTypes.ts';
import { cardWords, isMerging } from '#renderer/parts/cards/cardWords.ts';
import { portOffsets } from '#renderer/parts/cards/ports.ts';
import { familyStyle } from '#renderer/parts/families/familyStyle.ts';
import { Pictogram } from '#renderer/parts/pictograms/Pictogram.tsx';
import { countText } from '#renderer/parts/text/numberText.ts';
import { useLanguage } from '#renderer/parts/text/useLocalText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { describe } from '#shared/document/describe.ts';
import type { NodeFacts } from '#shared/graph/facts.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import { edgesFrom, edgesInto } from '#shared/graph/queries.ts';
import classes from './LayerCard.module.css';

/** One layer on the canvas: header in its family's colour, key parameters, and what it weighs or what is wrong. */
export const LayerCard = memo(function LayerCard({ id, data, selected }: NodeProps<CardNode>) {
  const nodeId = id as NodeId;
  const facts = useStrata((state) =>
    data.mark === 'none' || data.mark === 'removed'
      ? state.facts.nodes.get(nodeId)
      : state.preview?.facts.nodes.get(nodeId),
  );
  if (facts === undefined) return null;
  return data.mark === 'none' ? (
    <LiveCard facts={facts} isSelected={selected} data={data} />
  ) : (
    <div className={classes.card} data-mark={data.mark} aria-hidden="true">
      <CardBody facts={facts} problems={noProblems} />
      <Dots facts={facts} inputs={data.inputPorts} outputs={data.outputPorts} isLive={false} />
    </div>
  );
});

function LiveCard({
  facts,
  isSelected,
  data,
}: {
  readonly facts: NodeFacts;
  readonly isSelected: boolean;
  readonly data: CardNode['data'];
}) {
  const { t } = useTranslation('canvas');
  const { id } = facts.node;
  const root = useRef<HTMLDivElement>(null);
  const problems = useStrata((state) => problemsOf(state.problems, id));
  const isTraining = useStrata((state) => state.live !== null);
  const isHovered = useStrata((state) => state.hovered === id);
  const hover = useStrata((state) => state.hover);
  const wantsFocus = useCanvas((state) => state.wantsFocus && state.activeNode === id);
  const isTarget = useCanvas((state) => state.connecting?.target?.node === id);
  const name = useCardName(facts, problems);
  useEffect(() => {
    if (!wantsFocus) return;
    root.current?.focus({ preventScroll: true });
    useCanvas.setState({ wantsFocus: false });
  }, [wantsFocus]);
  const state = problems.errors > 0 ? 'problem' : facts.status === 'waiting' ? 'waiting' : 'ready';
  return (
    <div
      ref={root}
      className={classes.card}
      data-card={id}
      data-state={state}
      data-selected={isSelected || undefined}
      data-hovered={isHovered || undefined}
      data-target={isTarget || undefined}
      data-training={isTraining || undefined}
      style={familyStyle(facts.layer?.family ?? 'io')}
      role="group"
      aria-roledescription={t('layer')}
      aria-label={name}
      tabIndex={-1}
      onMouseEnter={() => {
        hover(id);
      }}
      onMouseLeave={() => {
        hover(null);
      }}
      onFocus={() => {
        useCanvas.setState({ activeNode: id });
      }}
    >
      <CardBody facts={facts} problems={problems} />
      <Dots facts={facts} inputs={data.inputPorts} outputs={data.outputPorts} isLive />
    </div>
  );
}

function CardBody({
  facts,
  problems,
}: {
  readonly facts: NodeFacts;
  readonly problems: NodeProblems;
}) {
  const { t } = useTranslation('canvas');
  const words = cardWords(facts);
  const inputs = facts.inputs.filter((shape) => shape !== null).length;
  const highlights =
    words.highlights === '' && facts.layer !== undefined && isMerging(facts.layer.inputs.max)
      ? t('card.inputs', { count: inputs })
      : words.highlights;
  return (
    <>
      <div className={classes.header}>
        <Pictogram name={facts.layer?.pictogram ?? ''} />
        <span className={classes.titles}>
          <span className={classes.title}>{words.title}</span>
          <span className={classes.name} title={words.name}>
            {words.name}
          </span>
        </span>
      </div>
      <div className={classes.highlights} title={highlights}>
        {highlights}
      </div>
      <Foot facts={facts} problems={problems} />
    </>
  );
}

function Foot({
  facts,
  problems: { errors, warnings, first },
}: {
  readonly facts: NodeFacts;
  readonly problems: NodeProblems;
}) {
  const { t } = useTranslation('canvas');
  const language = useLanguage();
  const sentence = first === null ? undefined : describe(first, language).sentence;
  const waitsFor = useStrata((state) => {
    const [first] = facts.waitsFor;
    return first === undefined ? '' : (state.facts.nodes.get(first)?.node.name ?? '');
  });
  if (errors > 0) {
    return (
      <div
        className={classes.foot}
        data-tone="danger"
        title={sentence}
        onClick={() => {
          const { setDrawer, revealPlace } = useStrata.getState();
          setDrawer({ isOpen: true, tab: 'problems' });
          if (first?.place !== undefined) revealPlace(first.place);
        }}
      >
        <CircleAlert size={13} aria-hidden="true" />
        {t('card.problems', { count: errors })}
      </div>
    );
  }
  if (facts.status === 'waiting') {
    return (
      <div className={classes.foot}>
        <Clock size={13} aria-hidden="true" />
        <span className={classes.cut}>
          {waitsFor === '' ? t('card.waits') : t('card.waitsFor', { name: waitsFor })}
        </span>
      </div>
    );
  }
  return (
    <div className={classes.foot}>
      <span className={classes.cut}>
        {facts.parameterCount === 0 ? (
          t('card.noParameters')
        ) : (
          <>
            <b>{countText(facts.parameterCount)}</b> {t('card.parameters')}
          </>
        )}
      </span>
      {warnings > 0 ? (
        <AlertTriangle
          className={classes.warning}
          size={14}
          role="img"
          aria-label={t('card.warnings', { count: warnings })}
        >
          <title>{sentence}</title>
        </AlertTriangle>
      ) : null}
    </div>
  );
}

interface DotsProps {
  readonly facts: NodeFacts;
  readonly inputs: number;
  readonly outputs: number;
  /** False on a card that is only looked at. */
  readonly isLive: boolean;
}

function Dots({ facts, inputs, outputs, isLive }: DotsProps) {
  const { id } = facts.node;
  const usedInputs = useStrata((state) =>
    edgesInto(state.document.graph, id)
      .map((edge) => edge.to.port)
      .join(),
  );
  const usedOutputs = useStrata((state) =>
    edgesFrom(state.document.graph, id)
      .map((edge) => edge.from.port)
      .join(),
  );
  const isUsed = (list: string, port: number): boolean => list.split(',').includes(String(port));
  return (
    <>
      {portOffsets(inputs).map((offset, port) => (
        <Dot
          key={inputHandle(port)}
          node={id}
          side="in"
          port={port}
          offset={offset}
          isUsed={isUsed(usedInputs, port)}
          isLive={isLive}
        />
      ))}
      {portOffsets(outputs).map((offset, port) => (
        <Dot
          key={outputHandle(port)}
          node={id}
          side="out"
          port={port}
          offset={offset}
          isUsed={isUsed(usedOutputs, port)}
          isLive={isLive}
        />
      ))}
    </>
  );
}

function Dot({
  node,
  side,
  port,
  offset,
  isUsed,
  isLive,
}: {
  readonly node: NodeId;
  readonly side: 'in' | 'out';
  readonly port: number;
  readonly offset: number;
  readonly isUsed: boolean;
  readonly isLive: boolean;
}) {
  const key = portKey(side, { node, port });
  const fit = useCanvas(({ connecting }) => {
    if (connecting === null) return 'rest';
    if (connecting.fits.has(key)) return 'fits';
    const isHeld = connecting.held.node === node && connecting.held.port === port;
    return isHeld && (connecting.end === 'from') === (side === 'out') ? 'held' : 'fades';
  });
  const reason = useCanvas(({ connecting }) => connecting?.reasons.get(key));
  const isRejected = useStrata(
    (state) => isLive && side === 'in' && isRejecting(state.facts.nodes.get(node), port),
  );
  return (
    <Handle
      id={side === 'in' ? inputHandle(port) : outputHandle(port)}
      type={side === 'in' ? 'target' : 'source'}
      position={side === 'in' ? Side.Left : Side.Right}
      isConnectable={isLive}
      className={classes.handle ?? ''}
      style={{ top: `calc(50% + ${offset}px)` }}
      data-used={isUsed || undefined}
      data-fit={fit}
      data-rejected={isRejected || undefined}
      title={reason}
    />
  );
}

function isRejecting(facts: NodeFacts | undefined, port: number): boolean {
  return facts !== undefined && rejectedInputs(facts).includes(port);
}
