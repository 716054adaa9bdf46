import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeatureReport, PreviewCell } from '#shared/data/report.ts';
import { boxColour, Boxes, boxesText } from '#renderer/data/Boxes.tsx';
import { type DataColumn } from '#renderer/data/columns.ts';
import { countText } from '#renderer/parts/text/numberText.ts';
import { Scroller } from '#renderer/data/Scroller.tsx';
import { useScroll } from '#renderer/data/useScroll.ts';
import { useRowsInView, useShownRows } from '#renderer/data/useShownRows.ts';
import { valueText } from '#renderer/data/valueText.ts';
import { rowWindow } from '#renderer/data/windowing.ts';
import styles from './PictureGrid.module.css';
import words from './words.module.css';

const tilePx = 104;
const rowPx = 130;
const paddingPx = 14;

/** Pictures side by side, each with its label. */
export function PictureGrid({ columns }: { readonly columns: readonly DataColumn[] }): ReactNode {
  const { t } = useTranslation('data');
  const { count, original, loaded, isStale, isOld } = useShownRows();
  const { ref, place, onScroll } = useScroll();
  const picture = columns.find(
    ({ feature }) => feature.kind === 'image' && feature.role !== 'ignored',
  );
  const label = columns.find(({ feature }) => feature.role === 'target');
  const across = Math.max(1, Math.floor((place.width - 2 * paddingPx + 8) / (tilePx + 8)));
  const rows = rowWindow(Math.ceil(count / across), rowPx, place.top, place.height);
  const first = rows.firstSeen * across;
  const last = Math.min(count, rows.lastSeen * across);
  useRowsInView(place.width === 0 ? null : first, last);
  const pictureAt = loaded?.names.indexOf(picture?.feature.name ?? '') ?? -1;
  const labelAt = original?.names.indexOf(label?.feature.name ?? '') ?? -1;
  const from = rows.from * across;
  const to = Math.min(count, rows.to * across);
  return (
    <>
      {label?.report != null && <ClassCounts column={label} report={label.report} />}
      <Scroller ref={ref} label={t('pictures')} onScroll={onScroll}>
        <div style={{ height: rows.abovePx }} />
        <ul
          className={styles.tiles}
          style={{ gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))` }}
          data-stale={isOld ? 'true' : undefined}
          aria-busy={isStale}
        >
          {Array.from({ length: Math.max(0, to - from) }, (_, at) => {
            const row = from + at;
            const cell = loaded?.rows.get(row)?.[pictureAt];
            // The label as it is written, also where the recipe turns it into numbers.
            const name = original?.rows.get(row)?.[labelAt];
            return (
              <li key={row} className={styles.tile} aria-posinset={row + 1} aria-setsize={count}>
                <Thumbnail
                  cell={cell}
                  row={row}
                  boxes={label?.feature.kind === 'boxes' && typeof name === 'string' ? name : ''}
                />
                <span className={styles.tileLabel}>
                  {name === undefined ? '\u00a0' : <Label cell={name} column={label} />}
                </span>
              </li>
            );
          })}
        </ul>
        <div style={{ height: rows.belowPx }} />
      </Scroller>
    </>
  );
}

/** Classes that are listed before the rest is only counted. */
const mostClasses = 12;

/** How many pictures there are of each class. */
function ClassCounts({
  column,
  report,
}: {
  readonly column: DataColumn;
  readonly report: FeatureReport;
}): ReactNode {
  const { t } = useTranslation('data');
  const most = report.top[0]?.count ?? 0;
  if (most === 0) return null;
  const names = column.feature.classNames ?? report.feature.classNames;
  const classes = column.feature.classes ?? report.distinct ?? report.top.length;
  const listed = report.top.slice(0, mostClasses);
  // The bar of a class has the colour of its boxes.
  const isBoxes = column.feature.kind === 'boxes';
  return (
    <ul className={styles.classCounts} aria-label={t('classShares')}>
      {listed.map(({ value, count }) => (
        <li key={value} className={styles.classCount}>
          <span className={styles.className}>{names?.[Number(value)] ?? value}</span>
          <i className={styles.classTrack} aria-hidden>
            <i
              style={{
                width: `${(count / most) * 100}%`,
                ...(isBoxes && { background: boxColour(names?.indexOf(value) ?? 0) }),
              }}
            />
          </i>
          <span className={styles.classNumber}>{countText(count)}</span>
        </li>
      ))}
      {classes > listed.length && (
        <li className={words.note}>{t('otherClasses', { count: classes - listed.length })}</li>
      )}
    </ul>
  );
}

function Thumbnail({
  cell,
  row,
  boxes,
}: {
  readonly cell: PreviewCell | undefined;
  readonly row: number;
  /** Objects in the picture, one a line. */
  readonly boxes: string;
}): ReactNode {
  const { t } = useTranslation('data');
  if (cell === undefined) return <span className={styles.tilePicture} />;
  if (cell === null || typeof cell !== 'object' || cell.type !== 'picture') {
    return (
      <span className={styles.tilePicture} data-missing="true">
        {t('missingCell')}
      </span>
    );
  }
  const size = `${cell.height}×${cell.width}`;
  return (
    <span className={styles.tilePicture}>
      <Boxes text={boxes} width={cell.width} height={cell.height}>
        <img
          src={`data:image/png;base64,${cell.png}`}
          alt={t('pictureOf', { row: row + 1, size })}
          title={size}
          data-small={Math.max(cell.height, cell.width) < 64 ? 'true' : undefined}
        />
      </Boxes>
    </span>
  );
}

function Label({
  cell,
  column,
}: {
  readonly cell: PreviewCell;
  readonly column: DataColumn | undefined;
}): ReactNode {
  const { t } = useTranslation('data');
  if (cell === null) return t('missingCell');
  if (typeof cell === 'number') {
    const names = column?.feature.classNames ?? column?.report?.feature.classNames;
    return names?.[cell] ?? valueText(cell);
  }
  if (typeof cell !== 'string') return null;
  return column?.feature.kind === 'boxes' ? boxesText(cell, column.feature.classNames) : cell;
}
