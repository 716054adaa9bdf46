import { Select } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { ActivationCurve, hasActivationCurve } from '#renderer/parts/forms/ActivationCurve.tsx';
import styles from './forms.module.css';

interface DropdownProps {
  readonly id?: string | undefined;
  readonly label: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    /** A second text, lighter. */
    readonly hint?: string;
  }[];
  readonly value: string;
  readonly isDisabled?: boolean;
  readonly isInvalid?: boolean;
  readonly describedBy?: string | undefined;
  /** Draw the curve of activation functions beside their names. */
  readonly hasCurves?: boolean;
  readonly onChange: (value: string) => void;
}

/** One of many choices. */
export function Dropdown(props: DropdownProps): ReactNode {
  const hints = new Map(props.options.map((option) => [option.value, option.hint]));
  const curve = (kind: string): ReactNode =>
    props.hasCurves === true && hasActivationCurve(kind) ? <ActivationCurve kind={kind} /> : null;
  return (
    <Select
      {...(props.id === undefined ? {} : { id: props.id })}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      size="xs"
      className={styles.dropdown}
      classNames={{ input: styles.dropdownInput ?? '', option: styles.dropdownOption ?? '' }}
      data={props.options.map(({ value, label }) => ({ value, label }))}
      title={props.options.find(({ value }) => value === props.value)?.label}
      value={props.value}
      disabled={props.isDisabled === true}
      error={props.isInvalid === true}
      allowDeselect={false}
      checkIconPosition="right"
      maxDropdownHeight={320}
      searchable={props.options.length > 9}
      leftSection={curve(props.value)}
      leftSectionWidth={36}
      rightSection={<ChevronDown size={14} strokeWidth={1.75} aria-hidden />}
      rightSectionWidth={28}
      rightSectionPointerEvents="none"
      comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
      renderOption={({ option }) => (
        <span className={styles.optionRow}>
          {curve(option.value)}
          <span>{option.label}</span>
          {hints.get(option.value) !== undefined && (
            <span className={styles.optionHint}>{hints.get(option.value)}</span>
          )}
        </span>
      )}
      onChange={(value) => {
        if (value !== null && value !== props.value) props.onChange(value);
      }}
    />
  );
}
