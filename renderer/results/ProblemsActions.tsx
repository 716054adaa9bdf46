import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStrata } from '#renderer/store/store.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import styles from './Drawer.module.css';

/** Beside the Problems tab: on to the next one. */
export function ProblemsActions(): ReactNode {
  const { t } = useTranslation('drawer');
  const count = useStrata((state) => state.problems.length);
  const stepProblem = useStrata((state) => state.stepProblem);
  if (count === 0) return null;
  return (
    <button
      type="button"
      className={styles.quiet}
      onClick={() => {
        stepProblem(1);
      }}
    >
      {t('nextProblem')}
      <Kbd>F8</Kbd>
    </button>
  );
}
