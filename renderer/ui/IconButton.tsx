import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import classes from './IconButton.module.css';

/** A button that shows only an icon; its label is the tooltip and the name read aloud. */
export function IconButton({
  label,
  shortcut,
  children,
  onClick,
  isDisabled = false,
  isActive = false,
  size = 28,
  isToggle = false,
}: {
  readonly label: string;
  /** Keys as shown, `Ctrl Z`. */
  readonly shortcut?: string;
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly isDisabled?: boolean;
  readonly isActive?: boolean;
  readonly size?: number;
  /** True: `isActive` is read aloud as pressed. */
  readonly isToggle?: boolean;
}) {
  return (
    <Tooltip
      label={
        <>
          {label}
          {shortcut === undefined ? null : <Kbd tone="inverse">{shortcut}</Kbd>}
        </>
      }
    >
      <ActionIcon
        variant={isActive ? 'light' : 'subtle'}
        size={size}
        aria-label={label}
        {...(isToggle ? { 'aria-pressed': isActive } : {})}
        // aria-disabled keeps the tooltip and the focus, which `disabled` would take away.
        aria-disabled={isDisabled}
        {...(isDisabled ? { className: classes.off ?? '' } : {})}
        onClick={() => {
          if (!isDisabled) onClick();
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
