import type { ReactNode } from 'react';
import classes from './CountBadge.module.css';

/** A small count beside a tab or a title. */
export function CountBadge({
  children,
  tone = 'plain',
}: {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'danger' | 'warn' | 'accent';
}) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
