import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#shared/problems/problem.ts';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import { useJoined } from '#renderer/parts/text/useJoined.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './training.module.css';

const none: readonly Problem[] = [];

/** What the run had to say: what was repaired, what fell back. */
export function RunLog({ runId }: { readonly runId: string }): ReactNode {
  const { t } = useTranslation('training');
  const describe = useDescribe();
  const joined = useJoined();
  const remarks = useStrata((state) => state.runLogs[runId] ?? none);
  if (remarks.length === 0) return null;
  return (
    <Section title={t('remarks')}>
      <ul className={styles.remarks}>
        {remarks.map((remark, index) => {
          const { sentence, cause } = describe(remark);
          const Icon = remark.severity === 'warning' ? Info : TriangleAlert;
          return (
            <li key={index}>
              <Icon size={14} strokeWidth={1.75} aria-hidden />
              <span>{joined([sentence, cause])}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
