import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Param, ParamValue } from '#shared/layers/params.ts';
import { drawControl } from '#renderer/parts/forms/controls.tsx';
import { useParamLabel } from '#renderer/parts/forms/useParamLabel.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { Field } from '#renderer/ui/Field.tsx';

interface ParamFieldProps {
  readonly name: string;
  readonly param: Param;
  /** The value in force. */
  readonly value: ParamValue;
  readonly isDisabled: boolean;
  /** Sentence of a problem that lies in this parameter; null: none. */
  readonly problem: string | null;
  /** Show the explanation at once; else it appears with the first focus and stays. */
  readonly isExplained: boolean;
  readonly onChange: (value: ParamValue) => void;
}

/** One row of a form: label, control, and below it what is wrong or what the parameter does. */
export function ParamField(props: ParamFieldProps): ReactNode {
  const { param, value } = props;
  const { t } = useTranslation('forms');
  const localText = useLocalText();
  const label = useParamLabel()(props.name);
  const id = useId();
  const [wasFocused, setWasFocused] = useState(false);
  const [typingError, setTypingError] = useState<string | null>(null);
  const error = typingError ?? props.problem;
  const isShown = props.isExplained || wasFocused;

  if (isReference(value)) {
    return (
      <Field label={label}>
        <code>{t('ofBlock', { name: value.param })}</code>
      </Field>
    );
  }
  return (
    <div
      data-param={props.name}
      onFocusCapture={() => {
        // It stays once shown: taking it away on blur would move what is just being clicked.
        setWasFocused(true);
      }}
    >
      <Field
        label={label}
        htmlFor={id}
        helpId={`${id}-help`}
        error={error}
        help={isShown ? localText(param.doc) : null}
      >
        {drawControl({
          id,
          label,
          param,
          value,
          isDisabled: props.isDisabled,
          isInvalid: error !== null,
          describedBy: `${id}-help`,
          onChange: props.onChange,
          onError: setTypingError,
        })}
      </Field>
      {!isShown && error === null && (
        <span id={`${id}-help`} className="visually-hidden">
          {localText(param.doc)}
        </span>
      )}
    </div>
  );
}

function isReference(value: ParamValue): value is { readonly param: string } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'param' in value;
}
