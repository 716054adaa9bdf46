import type { ReactNode } from 'react';
import classes from './Section.module.css';

/** A titled part of a side panel, with an optional remark beside the title and a value at the right. */
export function Section({
  title,
  note,
  value,
  children,
}: {
  readonly title?: ReactNode;
  readonly note?: ReactNode;
  readonly value?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes.section}>
      {title === undefined ? null : (
        <header className={classes.head}>
          <h3 className={classes.title}>{title}</h3>
          {note === undefined ? null : <span className={classes.note}>{note}</span>}
          {value === undefined ? null : <span className={classes.value}>{value}</span>}
        </header>
      )}
      <div className={classes.body}>{children}</div>
    </section>
  );
}
