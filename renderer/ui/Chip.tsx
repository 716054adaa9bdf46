import type { ReactNode } from 'react';
import classes from './Chip.module.css';

/** A word on a tinted ground: `Verified`, `live`, `Needs Python`. */
export function Chip({
  children,
  tone = 'plain',
}: {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'ok' | 'warn' | 'danger' | 'accent' | 'solid';
}) {
  return (
    <span className={classes.chip} data-tone={tone}>
      {children}
    </span>
  );
}
