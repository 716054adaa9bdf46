import type { KeyboardEvent, ReactNode } from 'react';
import styles from './forms.module.css';

interface TextBoxProps {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly value: string;
  readonly unit?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly isDisabled?: boolean;
  readonly isInvalid?: boolean;
  readonly isNumeric?: boolean;
  readonly describedBy?: string | undefined;
  readonly onType: (text: string) => void;
  readonly onLeave?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly after?: ReactNode;
}

/** A text field, 28 px high, with its unit inside at the right. */
export function TextBox(props: TextBoxProps): ReactNode {
  return (
    <span
      className={styles.box}
      data-invalid={props.isInvalid === true ? 'true' : undefined}
      data-disabled={props.isDisabled === true ? 'true' : undefined}
    >
      <input
        id={props.id}
        className={styles.input}
        aria-label={props.label}
        aria-invalid={props.isInvalid === true}
        aria-describedby={props.describedBy}
        type="text"
        inputMode={props.isNumeric === true ? 'decimal' : 'text'}
        autoComplete="off"
        spellCheck={false}
        value={props.value}
        placeholder={props.placeholder}
        disabled={props.isDisabled}
        onChange={(event) => {
          props.onType(event.currentTarget.value);
        }}
        onBlur={props.onLeave}
        onKeyDown={props.onKeyDown}
      />
      {props.unit !== undefined && <span className={styles.unit}>{props.unit}</span>}
      {props.after}
    </span>
  );
}
