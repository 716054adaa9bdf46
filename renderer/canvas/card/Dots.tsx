import { Handle, Position as Side } from '@xyflow/react';
import { memo } from 'react';
import { portKey, useCanvas } from '#renderer/canvas/canvasState.ts';
import { rejectedInputs } from '#renderer/canvas/card/rejectedInputs.ts';
import { inputHandle, outputHandle } from '#renderer/canvas/flow/flowTypes.ts';
import { portOffsets } from '#renderer/parts/cards/ports.ts';
import { useStrata } from '#renderer/store/store.ts';
import type { NodeFacts } from '#shared/graph/facts.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import { edgesFrom, edgesInto } from '#shared/graph/queries.ts';
import classes from './LayerCard.module.css';

interface DotsProps {
  readonly node: NodeId;
  readonly inputs: number;
  readonly outputs: number;
  /** False on a card that is only looked at. */
  readonly isLive: boolean;
}

/** The dots of a card, where edges begin and end. They know the shapes only by what does not fit. */
export const Dots = memo(function Dots({ node, inputs, outputs, isLive }: DotsProps) {
  const usedInputs = useStrata((state) =>
    edgesInto(state.sheet.graph, node)
      .map((edge) => edge.to.port)
      .join(),
  );
  const usedOutputs = useStrata((state) =>
    edgesFrom(state.sheet.graph, node)
      .map((edge) => edge.from.port)
      .join(),
  );
  const isUsed = (list: string, port: number): boolean => list.split(',').includes(String(port));
  return (
    <>
      {portOffsets(inputs).map((offset, port) => (
        <Dot
          key={inputHandle(port)}
          node={node}
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
          node={node}
          side="out"
          port={port}
          offset={offset}
          isUsed={isUsed(usedOutputs, port)}
          isLive={isLive}
        />
      ))}
    </>
  );
});

interface DotProps {
  readonly node: NodeId;
  readonly side: 'in' | 'out';
  readonly port: number;
  readonly offset: number;
  readonly isUsed: boolean;
  readonly isLive: boolean;
}

const Dot = memo(function Dot({ node, side, port, offset, isUsed, isLive }: DotProps) {
  const key = portKey(side, { node, port });
  const fit = useCanvas(({ connecting }) => {
    if (connecting === null) return 'rest';
    if (connecting.fits.has(key)) return 'fits';
    const isHeld = connecting.held.node === node && connecting.held.port === port;
    return isHeld && (connecting.end === 'from') === (side === 'out') ? 'held' : 'fades';
  });
  const reason = useCanvas(({ connecting }) => connecting?.reasons.get(key));
  const isRejected = useStrata(
    (state) => isLive && side === 'in' && isRejecting(state.sheet.facts.nodes.get(node), port),
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
});

function isRejecting(facts: NodeFacts | undefined, port: number): boolean {
  return facts !== undefined && rejectedInputs(facts).includes(port);
}
