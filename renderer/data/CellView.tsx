import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Feature } from '#shared/data/feature.ts';
import type { PreviewCell } from '#shared/data/report.ts';
import { Boxes, boxesText } from '#renderer/data/Boxes.tsx';
import { shapeText } from '#renderer/parts/text/shapeText.ts';
import { dateText, shortText, valueText } from '#renderer/data/valueText.ts';
import styles from './CellView.module.css';
import words from './words.module.css';

/** Letters of a text that the table holds; the rest is in nobody's view. */
const mostLetters = 400;

/** One value of the table. */
export function CellView({
  cell,
  feature,
  boxes = '',
}: {
  readonly cell: PreviewCell;
  readonly feature: Feature;
  /** Objects in a picture, one a line. */
  readonly boxes?: string;
}): ReactNode {
  const { t } = useTranslation('data');
  if (cell === null) return <span className={styles.missing}>{t('missingCell')}</span>;
  if (typeof cell === 'number') {
    if (Number.isNaN(cell)) return <span className={styles.missing}>{t('missingCell')}</span>;
    if (feature.kind === 'date') return dateText(cell);
    return feature.classNames?.[cell] ?? valueText(cell);
  }
  if (typeof cell === 'string' && feature.kind === 'boxes') {
    return <span title={cell}>{boxesText(cell, feature.classNames)}</span>;
  }
  if (typeof cell === 'string') {
    if (cell === '') return <span className={styles.emptyText}>{t('emptyText')}</span>;
    const text = cell.slice(0, mostLetters);
    return <span title={feature.kind === 'text' ? text : undefined}>{text}</span>;
  }
  if (cell.type === 'picture') {
    return (
      <Boxes text={boxes} width={cell.width} height={cell.height}>
        <img
          className={styles.cellPicture}
          src={`data:image/png;base64,${cell.png}`}
          alt={t('picture', { size: `${cell.height}×${cell.width}` })}
          title={`${cell.height}×${cell.width}`}
        />
      </Boxes>
    );
  }
  if (cell.type === 'signal') {
    return (
      <span className={styles.signal}>
        <Outline outline={cell.outline} />
        <span className={words.note}>{t('secondsLong', { seconds: shortText(cell.seconds) })}</span>
      </span>
    );
  }
  return <Numbers shape={cell.shape} values={cell.values} />;
}

/** A recording, as the least and most of each piece. */
function Outline({ outline }: { readonly outline: readonly number[] }): ReactNode {
  const pairs = Math.floor(outline.length / 2);
  if (pairs === 0) return null;
  const upper: string[] = [];
  const lower: string[] = [];
  for (let at = 0; at < pairs; at += 1) {
    lower.push(`${at},${(1 - (outline[2 * at] ?? 0)) * 12}`);
    upper.push(`${at},${(1 - (outline[2 * at + 1] ?? 0)) * 12}`);
  }
  return (
    <svg
      className={styles.outline}
      viewBox={`0 0 ${Math.max(1, pairs - 1)} 24`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <path d={`M${[...upper, ...lower.reverse()].join('L')}Z`} />
    </svg>
  );
}

/** Values that are written out before the shape says the rest. */
const mostValues = 8;

function Numbers({
  shape,
  values,
}: {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}): ReactNode {
  const size = shape.reduce((product, length) => product * length, 1);
  const text = values.slice(0, mostValues).map(shortText).join(' ');
  return (
    <span title={values.map(shortText).join(' ')}>
      {text}
      {size > mostValues && (
        <>
          {' … '}
          <span className={words.note}>{shapeText(shape)}</span>
        </>
      )}
    </span>
  );
}
