import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextParam } from '#shared/layers/params.ts';
import type { ControlProps } from '#renderer/parts/forms/control.ts';
import { TextBox } from '#renderer/parts/forms/TextBox.tsx';

/** Free text. */
export function TextControl(props: ControlProps<TextParam>): ReactNode {
  const { t } = useTranslation('forms');
  return (
    <TextBox
      id={props.id}
      label={props.label}
      value={typeof props.value === 'string' ? props.value : ''}
      placeholder={props.param.optional === true ? t('none') : undefined}
      isDisabled={props.isDisabled}
      isInvalid={props.isInvalid}
      describedBy={props.describedBy}
      onType={(text) => {
        props.onChange(text === '' && props.param.optional === true ? null : text);
      }}
    />
  );
}
