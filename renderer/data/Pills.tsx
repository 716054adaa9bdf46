import type { ReactNode } from 'react';
import styles from './Pills.module.css';

/** A few words of which one is chosen, as many lines as they need. */
export function Pills<Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  /** Accessible name of the whole. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}): ReactNode {
  return (
    <div className={styles.pills} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className={styles.pill}
          aria-pressed={option.value === value}
          onClick={() => {
            onChange(option.value);
          }}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
