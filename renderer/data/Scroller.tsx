import type { ReactNode, RefObject } from 'react';
import styles from './Scroller.module.css';

/** Where rows are scrolled. Nothing in it need take the focus, so it is scrolled by its own keys. */
export function Scroller({
  ref,
  label,
  onScroll,
  children,
}: {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly label: string;
  readonly onScroll: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div
      className={styles.scroller}
      ref={ref}
      onScroll={onScroll}
      tabIndex={0}
      role="group"
      aria-label={label}
    >
      {children}
    </div>
  );
}
