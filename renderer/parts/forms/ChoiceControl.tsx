import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChoiceParam } from '#shared/layers/params.ts';
import type { ControlProps } from '#renderer/parts/forms/control.ts';
import { Dropdown } from '#renderer/parts/forms/Dropdown.tsx';
import { Segmented } from '#renderer/parts/forms/Segmented.tsx';

const none = '';
/** Words longer than this do not fit beside each other in the panel. */
const longestRow = 22;

/** One word of a short list: side by side up to three, else a list that opens. Library words stay untranslated. */
export function ChoiceControl(props: ControlProps<ChoiceParam>): ReactNode {
  const { t } = useTranslation('forms');
  const { param } = props;
  const options = [
    ...(param.optional === true ? [{ value: none, label: t('none') }] : []),
    ...param.choices.map((choice) => ({ value: choice, label: choice })),
  ];
  const value = typeof props.value === 'string' ? props.value : none;
  const change = (next: string): void => {
    props.onChange(next === none ? null : next);
  };
  const isShort = options.reduce((sum, { label }) => sum + label.length, 0) <= longestRow;
  if (options.length <= 3 && isShort) {
    return (
      <Segmented
        name={props.id}
        label={props.label}
        options={options}
        value={value}
        isDisabled={props.isDisabled}
        describedBy={props.describedBy}
        onChange={change}
      />
    );
  }
  return (
    <Dropdown
      id={props.id}
      label={props.label}
      options={options}
      value={value}
      isDisabled={props.isDisabled}
      isInvalid={props.isInvalid}
      describedBy={props.describedBy}
      hasCurves={param.choices.includes('relu')}
      onChange={change}
    />
  );
}
