import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './More.module.css';
import words from './words.module.css';

/** Settings that few need, folded away under their title. */
export function More({
  title,
  note,
  isOpen,
  children,
}: {
  readonly title: ReactNode;
  /** What is in it; shown while it is folded. */
  readonly note?: string;
  /** Whether it stands open before the user folds or unfolds it. */
  readonly isOpen: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <details className={styles.more} open={isOpen} key={String(isOpen)}>
      <summary>
        <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
        {title}
        {note !== undefined && <span className={words.note}>{note}</span>}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
