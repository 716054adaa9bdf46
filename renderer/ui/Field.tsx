import type { ReactNode } from 'react';
import classes from './Field.module.css';

/** One line of a form: label 96 px | control, with help or the reason of an error below. */
export function Field({
  label,
  htmlFor,
  children,
  help,
  error,
  helpId,
  isStacked = false,
}: {
  readonly label: ReactNode;
  /** Id of the control. */
  readonly htmlFor?: string;
  readonly children: ReactNode;
  readonly help?: ReactNode;
  readonly error?: ReactNode;
  /** Id for `aria-describedby` of the control. */
  readonly helpId?: string;
  /** The label above: the control has the whole width. */
  readonly isStacked?: boolean;
}) {
  return (
    <div className={classes.field} data-stacked={isStacked || undefined}>
      <label className={classes.label} htmlFor={htmlFor}>
        {label}
      </label>
      <div className={classes.control}>
        {children}
        {error !== undefined && error !== null ? (
          <p className={classes.error} id={helpId} role="alert">
            {error}
          </p>
        ) : help !== undefined && help !== null ? (
          <p className={classes.help} id={helpId}>
            {help}
          </p>
        ) : null}
      </div>
    </div>
  );
}
