import type { ReactNode } from 'react';
import classes from './Kbd.module.css';

/** The keys of a shortcut, shown beside a command. */
export function Kbd({
  children,
  tone = 'plain',
}: {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'inverse' | 'accent';
}) {
  return (
    <kbd className={classes.keys} data-tone={tone}>
      {children}
    </kbd>
  );
}
