import { CircleAlert, Clock3 } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '#shared/graph/graph.ts';
import { familyColor } from '#renderer/parts/layerTile/LayerTile.tsx';
import { bytesText, countText } from '#renderer/parts/text/numberText.ts';
import { summaryRows, type SummaryRow } from '#renderer/results/summaryRows.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './SummaryTab.module.css';

/** All layers as a table: shapes, parameters, multiply-adds, memory. Its rows select layers, by pointer or keyboard. */
export function SummaryTab(): ReactNode {
  const { t } = useTranslation('drawer');
  const facts = useStrata((state) => state.facts);
  const selection = useStrata((state) => state.selection);
  const edit = useStrata((state) => state.edit);
  const select = useStrata((state) => state.select);
  const revealPlace = useStrata((state) => state.revealPlace);
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  const rows = summaryRows(facts);
  const ids = rows.map((row) => row.facts.node.id);
  const focusable = ids.find((id) => selection.includes(id)) ?? ids[0];

  const goTo = (index: number): void => {
    const id = ids[Math.min(ids.length - 1, Math.max(0, index))];
    if (id === undefined) return;
    select([id]);
    bodyRef.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, id: NodeId): void => {
    const index = ids.indexOf(id);
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
          <th className={styles.barCell} />
          <th scope="col" className={styles.number}>
            {t('columns.multiplyAdds')}
          </th>
          <th scope="col" className={styles.number}>
            {t('columns.activations')}
          </th>
        </tr>
      </thead>
      <tbody ref={bodyRef}>
        {rows.map((row) => (
          <Row
            key={row.facts.node.id}
            row={row}
            isSelected={selection.includes(row.facts.node.id)}
            isFocusable={row.facts.node.id === focusable}
            onKeyDown={onKeyDown}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: SummaryRow;
  readonly isSelected: boolean;
  readonly isFocusable: boolean;
  readonly onKeyDown: (event: KeyboardEvent, id: NodeId) => void;
}

function Row({ row, isSelected, isFocusable, onKeyDown }: RowProps): ReactNode {
  const { facts, title, shape, share } = row;
  const { id, name } = facts.node;
  const { t } = useTranslation('drawer');
  const select = useStrata((state) => state.select);
  const hover = useStrata((state) => state.hover);
  const isHovered = useStrata((state) => state.hovered === id);
  const color = familyColor(facts.layer?.family);
  return (
    <tr
      data-node={id}
      data-selected={isSelected ? 'true' : undefined}
      data-hovered={isHovered ? 'true' : undefined}
      aria-selected={isSelected}
      tabIndex={isFocusable ? 0 : -1}
      onClick={(event) => {
        const { selection } = useStrata.getState();
        if (!event.ctrlKey && !event.metaKey) select([id]);
        else select(isSelected ? selection.filter((other) => other !== id) : [...selection, id]);
      }}
      onMouseEnter={() => {
        hover(id);
      }}
      onMouseLeave={() => {
        hover(null);
      }}
      onKeyDown={(event) => {
        onKeyDown(event, id);
      }}
    >
      <th scope="row">
        <span className={styles.swatch} style={{ background: color }} aria-hidden />
        {title}
      </th>
      <td className={styles.name}>{name}</td>
      <td>
        {shape ?? (
          <span className={styles.unknown} data-status={facts.status}>
            {facts.status === 'problem' ? <CircleAlert size={12} /> : <Clock3 size={12} />}
            {facts.status === 'problem' ? t('hasProblem') : t('notKnownYet')}
          </span>
        )}
      </td>
      <Amount value={facts.parameterCount} />
      <td className={styles.barCell}>
        {facts.parameterCount > 0 && (
          <span className={styles.bar} aria-hidden>
            <span style={{ width: `${Math.max(2, share * 100)}%`, background: color }} />
          </span>
        )}
      </td>
      <Amount value={facts.multiplyAdds} />
      <td className={styles.number}>{bytesText(facts.activationBytes)}</td>
    </tr>
  );
}

function Amount({ value }: { readonly value: number }): ReactNode {
  return (
    <td className={styles.number} data-zero={value === 0 ? 'true' : undefined}>
      {countText(value)}
    </td>
  );
}
