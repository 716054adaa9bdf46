import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeatureReport } from '#shared/data/report.ts';
import { ColumnMenu } from '#renderer/data/ColumnMenu.tsx';
import type { DataColumn } from '#renderer/data/columns.ts';
import { useDataState } from '#renderer/data/dataState.ts';
import { Histogram, useSummary, ValueBars, type Tone } from '#renderer/data/Distribution.tsx';
import { KindBadge } from '#renderer/data/KindBadge.tsx';
import styles from './ColumnHead.module.css';

/** Head of a column: what it is, how its values lie, and what is wrong with them. */
export function ColumnHead({
  column,
  total,
  index,
  isPrepared,
}: {
  readonly column: DataColumn;
  /** Rows that the report is about. */
  readonly total: number;
  /** Place among all columns, 1-based. */
  readonly index: number;
  /** True: the head of what the recipe makes, which has no menu. */
  readonly isPrepared: boolean;
}): ReactNode {
  const { t } = useTranslation('data');
  const isChosen = useDataState((state) => state.column === column.feature.name);
  const { feature, report } = column;
  const tone = toneOf(column);
  return (
    <th
      scope="col"
      aria-colindex={index}
      data-target={feature.role === 'target' ? 'true' : undefined}
      data-chosen={isChosen ? 'true' : undefined}
      data-ignored={feature.role === 'ignored' ? 'true' : undefined}
    >
      <div className={styles.columnTop}>
        <KindBadge feature={feature} />
        <button
          type="button"
          className={styles.columnButton}
          aria-pressed={isChosen}
          title={`${feature.name} · ${t(`kinds.${feature.kind}`)} · ${t(`roles.${feature.role}`)}`}
          onClick={() => {
            useDataState.setState({ column: isChosen ? null : feature.name });
          }}
        >
          {feature.name}
        </button>
        {!isPrepared && <ColumnMenu feature={feature} />}
      </div>
      <div className={styles.columnPicture}>
        {report !== null && <Picture report={report} total={total} tone={tone} />}
      </div>
      <Foot
        report={
          report === null ? null : { ...report, feature: { ...report.feature, role: feature.role } }
        }
      />
    </th>
  );
}

/** Which colour a feature's bars have. */
function toneOf({ feature }: Pick<DataColumn, 'feature'>): Tone {
  return feature.role === 'target' ? 'target' : feature.kind;
}

function Picture({
  report,
  total,
  tone,
}: {
  readonly report: FeatureReport;
  readonly total: number;
  readonly tone: Tone;
}): ReactNode {
  const { feature, numbers, top } = report;
  const isNumbers = feature.kind !== 'category' && feature.classes === null;
  if (isNumbers && numbers !== null) {
    return <Histogram bins={numbers.histogram} height={38} tone={tone} />;
  }
  if (top.length > 0) return <ValueBars report={report} total={total} most={3} tone={tone} />;
  if (numbers !== null) return <Histogram bins={numbers.histogram} height={38} tone={tone} />;
  return null;
}

function Foot({ report }: { readonly report: FeatureReport | null }): ReactNode {
  const summary = useSummary();
  if (report === null) return <div className={styles.columnNote}>&nbsp;</div>;
  const { text, isWarning } = summary(report);
  return (
    <div className={styles.columnNote} data-warning={isWarning ? 'true' : undefined} title={text}>
      {text === '' ? '\u00a0' : text}
    </div>
  );
}
