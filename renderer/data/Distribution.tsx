import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeatureKind } from '#shared/data/feature.ts';
import type { FeatureReport } from '#shared/data/report.ts';
import { rangeText, shareText } from '#renderer/data/valueText.ts';
import styles from './Distribution.module.css';

/** Whose colour bars have: that of a feature's kind, or of what is predicted. */
export type Tone = FeatureKind | 'target';

function inTone(tone: Tone): CSSProperties {
  const colour = tone === 'target' ? 'accent' : `kind-${tone}-ink`;
  return { '--tone': `var(--${colour})` } as CSSProperties;
}

/** How the numbers of a feature lie: 20 bars between least and most. */
export function Histogram({
  bins,
  height,
  tone,
  compared,
}: {
  readonly bins: readonly number[];
  readonly height: number;
  readonly tone: Tone;
  /** The same scale as another histogram's: its tallest bar. */
  readonly compared?: number;
}): ReactNode {
  const tallest = Math.max(1, compared ?? 0, ...bins);
  const width = 5;
  return (
    <svg
      className={styles.histogram}
      viewBox={`0 0 ${bins.length * width} ${height}`}
      preserveAspectRatio="none"
      style={{ height, ...inTone(tone) }}
      aria-hidden
    >
      {bins.map((count, index) => {
        const tall = count === 0 ? 0 : Math.max(1, (count / tallest) * height);
        return (
          <rect key={index} x={index * width} y={height - tall} width={width - 0.6} height={tall} />
        );
      })}
    </svg>
  );
}

/** The most frequent values with their shares, as bars. */
export function ValueBars({
  report,
  total,
  most,
  tone,
}: {
  readonly report: FeatureReport;
  /** Rows, with the missing ones. */
  readonly total: number;
  readonly most: number;
  readonly tone: Tone;
}): ReactNode {
  const counted = report.top.reduce((sum, { count }) => sum + count, 0);
  // Where every value is listed, they are all rows that the report is about: it may be of a sample.
  const isWhole = report.distinct !== null && report.distinct <= report.top.length;
  const known = Math.max(1, isWhole ? counted : total - report.missing);
  return (
    <span className={styles.bars} style={inTone(tone)}>
      {report.top.slice(0, most).map(({ value, count }) => (
        <span key={value} className={styles.bar}>
          <span className={styles.barName} title={value}>
            {value}
          </span>
          <i className={styles.barTrack} aria-hidden>
            <i style={{ width: `${(count / known) * 100}%` }} />
          </i>
          <span className={styles.barShare}>{shareText(count / known)}</span>
        </span>
      ))}
    </span>
  );
}

/** One line about a feature: its range, its number of classes, or what is missing. */
export function useSummary(): (report: FeatureReport) => {
  readonly text: string;
  readonly isWarning: boolean;
} {
  const { t } = useTranslation('data');
  return ({ feature, missing, numbers, distinct, sizes }) => {
    if (missing > 0) return { text: t('missing', { count: missing }), isWarning: true };
    const [size] = sizes;
    if (size !== undefined) {
      const text = feature.kind === 'image' ? size.value : t('numbersOf', { shape: size.value });
      return {
        text: sizes.length === 1 ? text : t('sizes', { count: sizes.length }),
        isWarning: false,
      };
    }
    const classes = feature.classes ?? distinct;
    if ((feature.kind === 'category' || feature.classes !== null) && classes !== null) {
      return {
        text: t(feature.role === 'target' ? 'classes' : 'categories', { count: classes }),
        isWarning: false,
      };
    }
    if (numbers !== null) return { text: rangeText(feature, numbers, t), isWarning: false };
    if (distinct !== null) return { text: t('distinct', { count: distinct }), isWarning: false };
    return { text: '', isWarning: false };
  };
}
