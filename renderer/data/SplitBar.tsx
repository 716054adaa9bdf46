import { useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countText } from '#renderer/parts/text/numberText.ts';
import { moveHandle, type Parts } from '#renderer/data/splitParts.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './SplitBar.module.css';

/** Training, validation and test as one bar with a handle between two parts. */
export function SplitBar({
  parts,
  counts,
  ownTest,
  hasValidation,
  isDisabled,
  onChange,
}: {
  readonly parts: Parts;
  readonly counts: Readonly<Record<keyof Parts, number>> | null;
  /** Rows of the source's own test part; 0: it has none, and a part of the whole is taken. */
  readonly ownTest: number;
  readonly hasValidation: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (parts: Parts) => void;
}): ReactNode {
  const { t } = useTranslation('data');
  const bar = useRef<HTMLDivElement>(null);
  const hasTest = ownTest > 0;
  const handles = [
    ...(hasValidation ? [{ handle: 0, at: parts.train, name: t('handles.validation') }] : []),
    ...(hasTest
      ? []
      : [{ handle: 1, at: parts.train + parts.validation, name: t('handles.test') }]),
  ] as const;
  const place = (clientX: number): number => {
    const { left, width } = bar.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return ((clientX - left) / Math.max(1, width)) * 100;
  };
  const press = (handle: 0 | 1, at: number, event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5 }[
      event.key
    ];
    if (by === undefined || isDisabled) return;
    event.preventDefault();
    onChange(moveHandle(parts, handle, at + by));
  };
  return (
    <div className={styles.splitRow}>
      <div className={styles.splitBar} ref={bar}>
        {(['train', 'validation', 'test'] as const).map((part) =>
          parts[part] === 0 ? null : (
            <span
              key={part}
              className={styles.splitPart}
              style={{ flexGrow: parts[part], '--part': `var(--part-${part})` } as CSSProperties}
            >
              {parts[part] >= (hasTest ? 16 : 7) ? `${parts[part]}%` : ''}
            </span>
          ),
        )}
        {handles.map(({ handle, at, name }) => (
          <button
            key={handle}
            type="button"
            role="slider"
            className={styles.splitHandle}
            style={{ left: `${at}%` }}
            aria-label={name}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={at}
            aria-valuetext={describeParts(parts, counts, t)}
            disabled={isDisabled}
            onKeyDown={(event) => {
              press(handle === 0 ? 0 : 1, at, event);
            }}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerUp={() => {
              useStrata.getState().endMerge();
            }}
            onPointerMove={(event) => {
              if (!event.currentTarget.hasPointerCapture(event.pointerId) || isDisabled) return;
              const next = moveHandle(parts, handle === 0 ? 0 : 1, place(event.clientX));
              if (next.train !== parts.train || next.validation !== parts.validation) {
                onChange(next);
              }
            }}
          />
        ))}
      </div>
      {hasTest && (
        <span className={styles.ownTest}>{t('ownTest', { amount: countText(ownTest) })}</span>
      )}
    </div>
  );
}

function describeParts(
  parts: Parts,
  counts: Readonly<Record<keyof Parts, number>> | null,
  t: (key: 'partText', values: Record<string, string | number>) => string,
): string {
  return (['train', 'validation', 'test'] as const)
    .map((part) =>
      t('partText', {
        part,
        percent: parts[part],
        amount: counts === null ? '' : countText(counts[part]),
      }),
    )
    .join(', ');
}
