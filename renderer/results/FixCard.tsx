import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fix } from '#shared/document/checkDocument.ts';
import { changeText } from '#renderer/parts/text/numberText.ts';
import { shapesText } from '#renderer/parts/text/shapeText.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { fixDiagram } from '#renderer/results/fixDiagram.ts';
import { fixEffect } from '#renderer/results/fixEffect.ts';
import { FixPicture } from '#renderer/results/FixPicture.tsx';
import { useStrata } from '#renderer/store/store.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import styles from './ProblemsTab.module.css';

interface FixCardProps {
  readonly fix: Fix;
  /** The layer that has the problem. */
  readonly node: string | undefined;
  /** The key that applies it; null: it has none now. */
  readonly number: number | null;
  readonly isRecommended: boolean;
}

/** One repair: what it changes, what follows; pointing at it shows it on the canvas. */
export function FixCard({ fix, node, number, isRecommended }: FixCardProps): ReactNode {
  const { t } = useTranslation('drawer');
  const localText = useLocalText();
  const document = useStrata((state) => state.document);
  const facts = useStrata((state) => state.facts);
  const previewEdit = useStrata((state) => state.previewEdit);
  const applyFix = useStrata((state) => state.applyFix);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const effect = useMemo(
    () => fixEffect(document, facts, fix.edit, node),
    [document, facts, fix.edit, node],
  );
  const diagram = useMemo(() => fixDiagram(facts, effect.facts, node), [facts, effect, node]);
  const show = (): void => {
    previewEdit(fix.edit);
  };
  const hide = (): void => {
    previewEdit(null);
  };
  return (
    <article
      className={styles.fix}
      data-recommended={isRecommended ? 'true' : undefined}
      onMouseEnter={show}
      onMouseLeave={hide}
    >
      <h4 className={styles.fixTitle}>{localText(fix.title)}</h4>
      {isRecommended && (
        <span className={styles.recommended}>
          <Chip tone="accent">{t('recommended')}</Chip>
        </span>
      )}
      {diagram !== null && <FixPicture diagram={diagram} />}
      <footer className={styles.fixFoot}>
        <p className={styles.effect}>
          {effect.outputs !== null && (
            <span>{t('outputAfter', { shape: shapesText(effect.outputs) })}</span>
          )}
          {effect.parameterChange !== 0 && (
            <span>
              {t('parameterChange', {
                count: Math.abs(effect.parameterChange),
                change: changeText(effect.parameterChange),
              })}
            </span>
          )}
          {effect.errorsLeft > 0 && <span>{t('problemsLeft', { count: effect.errorsLeft })}</span>}
        </p>
        <button
          type="button"
          className={styles.apply}
          disabled={isReadOnly}
          onFocus={show}
          onBlur={hide}
          onClick={() => {
            applyFix(fix);
          }}
        >
          {t('fix')}
          {number !== null && <Kbd tone="accent">{number}</Kbd>}
        </button>
      </footer>
    </article>
  );
}
