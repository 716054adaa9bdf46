import { CircleAlert, Clock3 } from 'lucide-react';
import { memo, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { GraphFacts, NodeFacts } from '#shared/graph/facts.ts';
import { estimateMemory } from '#shared/document/estimateMemory.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import { familyColor } from '#renderer/parts/layerTile/LayerTile.tsx';
import { countText } from '#renderer/parts/text/numberText.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import { useRested } from '#renderer/results/useRested.ts';
import { summaryRows, type SummaryRow } from '#renderer/results/summaryRows.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './SummaryTab.module.css';

/** Tables of so many rows take longer to draw than a frame lasts. */
const longRows = 40;
const isLong = ({ facts }: { readonly facts: GraphFacts }): boolean =>
  facts.order.length > longRows;

/** All layers as a table: shapes, parameters, multiply-adds, memory. Its rows select layers, by pointer or keyboard. */
export function SummaryTab(): ReactNode {
  const { t } = useTranslation('drawer');
  // A long table is drawn after a rest: the field that is typed in and the canvas come first.
  const current = useStrata(useShallow(({ document, facts }) => ({ document, facts })));
  const { document, facts } = useRested(current, isLong);
  const selection = useStrata((state) => state.selection);
  const edit = useStrata((state) => state.edit);
  const select = useStrata((state) => state.select);
  const revealPlace = useStrata((state) => state.revealPlace);
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  const memory = useMemo(() => estimateMemory(document, facts), [document, facts]);
  const rows = useMemo(() => summaryRows(facts, memory), [facts, memory]);
  const ids = useMemo(() => rows.map((row) => row.facts.node.id), [rows]);
  const selected = useMemo(() => new Set(selection), [selection]);
  const focusable = ids.find((id) => selected.has(id)) ?? ids[0];

  const goTo = (index: number): void => {
    const id = ids[Math.min(ids.length - 1, Math.max(0, index))];
    if (id === undefined) return;
    select([id]);
    bodyRef.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = event.target instanceof Element ? event.target.closest('[data-node]') : null;
    const index = ids.findIndex((id) => id === row?.getAttribute('data-node'));
    const id = ids[index];
    if (id === undefined) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: ids.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) goTo(to);
    else if (event.key === 'Enter' || event.key === ' ') revealPlace({ node: id });
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      edit({ type: 'removeNodes', ids: [id], bridge: !event.shiftKey });
      // The row is gone after this: its neighbour takes the focus.
      requestAnimationFrame(() => {
        bodyRef.current?.querySelectorAll<HTMLElement>('tr')[index]?.focus();
      });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (rows.length === 0) return <p className={styles.empty}>{t('noLayers')}</p>;
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('tabs.summary')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('columns.layer')}</th>
          <th scope="col">{t('columns.name')}</th>
          <th scope="col">{t('columns.shape')}</th>
          <th scope="col" className={styles.number}>
            {t('columns.parameters')}
          </th>
          <td className={styles.barCell} />
          <th scope="col" className={styles.number}>
            {t('columns.multiplyAdds')}
          </th>
          <th scope="col" className={styles.number}>
            {t('columns.activations')}
          </th>
          <th
            scope="col"
            className={styles.number}
            title={t('trainingMemoryHint', { batch: countText(document.training.batchSize) })}
          >
            {t('columns.trainingMemory')}
          </th>
        </tr>
      </thead>
      <tbody ref={bodyRef} onKeyDown={onKeyDown}>
        {rows.map(({ facts: { node, ...facts }, title, shape, share, trainingBytes }) => (
          <Row
            key={node.id}
            id={node.id}
            name={node.name}
            title={title}
            shape={shape}
            status={facts.status}
            color={familyColor(facts.layer?.family)}
            parameterCount={facts.parameterCount}
            multiplyAdds={facts.multiplyAdds}
            activationBytes={facts.activationBytes}
            trainingBytes={trainingBytes}
            sharePercent={Math.round(share * 100)}
            isSelected={selected.has(node.id)}
            isFocusable={node.id === focusable}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          <td />
          <td />
          <Amount value={facts.totals.parameterCount} />
          <td className={styles.barCell} />
          <Amount value={facts.totals.multiplyAdds} />
          <td className={styles.number}>{bytesText(facts.totals.activationBytes)}</td>
          <td className={styles.number}>{bytesText(memory.total.totalBytes)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

interface RowProps extends Pick<SummaryRow, 'title' | 'shape'> {
  readonly id: NodeId;
  readonly name: string;
  readonly status: NodeFacts['status'];
  readonly color: string;
  readonly parameterCount: number;
  readonly multiplyAdds: number;
  readonly activationBytes: number;
  readonly trainingBytes: number;
  /** Of all parameters. */
  readonly sharePercent: number;
  readonly isSelected: boolean;
  readonly isFocusable: boolean;
}

/** Takes values, not facts: a row is drawn again only when what it shows changes. */
const Row = memo(function Row(props: RowProps): ReactNode {
  const { id, isSelected } = props;
  const isHovered = useStrata((state) => state.hovered === id);
  return (
    <tr
      data-node={id}
      data-selected={isSelected ? 'true' : undefined}
      data-hovered={isHovered ? 'true' : undefined}
      aria-selected={isSelected}
      tabIndex={props.isFocusable ? 0 : -1}
      onClick={(event) => {
        const { selection, select } = useStrata.getState();
        if (!event.ctrlKey && !event.metaKey) select([id]);
        else select(isSelected ? selection.filter((other) => other !== id) : [...selection, id]);
      }}
      onMouseEnter={() => {
        useStrata.getState().hover(id);
      }}
      onMouseLeave={() => {
        useStrata.getState().hover(null);
      }}
    >
      <th scope="row">
        <span className={styles.swatch} style={{ background: props.color }} aria-hidden />
        {props.title}
      </th>
      <td className={styles.name} title={props.name}>
        {props.name}
      </td>
      <td>{props.shape ?? <Unknown status={props.status} />}</td>
      <Amount value={props.parameterCount} />
      <td className={styles.barCell}>
        {props.parameterCount > 0 && (
          <span className={styles.bar} aria-hidden>
            <span
              style={{ width: `${Math.max(2, props.sharePercent)}%`, background: props.color }}
            />
          </span>
        )}
      </td>
      <Amount value={props.multiplyAdds} />
      <td className={styles.number}>{bytesText(props.activationBytes)}</td>
      <td className={styles.number}>{bytesText(props.trainingBytes)}</td>
    </tr>
  );
});

function Unknown({ status }: Pick<RowProps, 'status'>): ReactNode {
  const { t } = useTranslation('drawer');
  return (
    <span className={styles.unknown} data-status={status}>
      {status === 'problem' ? <CircleAlert size={12} /> : <Clock3 size={12} />}
      {status === 'problem' ? t('hasProblem') : t('notKnownYet')}
    </span>
  );
}

function Amount({ value }: { readonly value: number }): ReactNode {
  return (
    <td className={styles.number} data-zero={value === 0 ? 'true' : undefined}>
      {countText(value)}
    </td>
  );
}
