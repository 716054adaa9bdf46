import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './Banner.module.css';

const icons = { info: Info, ok: CircleCheck, warn: TriangleAlert, danger: CircleAlert };

/** A tinted box with an icon, a title, an explanation and buttons. */
export function Banner({
  tone = 'info',
  title,
  children,
  actions,
}: {
  readonly tone?: keyof typeof icons;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <div className={classes.banner} data-tone={tone}>
      <span className={classes.icon}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </span>
      <div className={classes.words}>
        <div className={classes.title}>{title}</div>
        {children === undefined ? null : <div className={classes.text}>{children}</div>}
      </div>
      {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
