import type { ReactNode } from 'react';
import styles from './forms.module.css';

interface SegmentedProps<Value extends string> {
  /** Name of the group, unique on the page. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly isDisabled?: boolean;
  readonly isCompact?: boolean;
  readonly describedBy?: string;
  readonly onChange: (value: Value) => void;
}

/** Two or three choices side by side: a radio group that looks like one control. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>): ReactNode {
  return (
    <span
      role="radiogroup"
      aria-label={props.label}
      aria-describedby={props.describedBy}
      className={styles.segmented}
      data-compact={props.isCompact === true ? 'true' : undefined}
      data-disabled={props.isDisabled === true ? 'true' : undefined}
    >
      {props.options.map((option) => (
        <label key={option.value} className={styles.segment}>
          <input
            type="radio"
            className={styles.hiddenInput}
            name={props.name}
            value={option.value}
            checked={props.value === option.value}
            disabled={props.isDisabled}
            onChange={() => {
              props.onChange(option.value);
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </span>
  );
}
