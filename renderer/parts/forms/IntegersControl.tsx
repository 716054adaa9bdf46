import { Fragment, useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntegerParam, IntegersParam } from '#shared/layers/params.ts';
import type { ControlProps } from '#renderer/parts/forms/control.ts';
import {
  printIntegersText,
  printNumberText,
  readIntegersText,
  readNumberText,
} from '#renderer/parts/forms/fieldText.ts';
import { TextBox } from '#renderer/parts/forms/TextBox.tsx';
import { useDraft } from '#renderer/parts/forms/useDraft.ts';
import { useFieldError } from '#renderer/parts/forms/useFieldError.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import styles from './forms.module.css';

/** Several whole numbers: one box each where their number is fixed (`3 × 3`), else one box for the list. */
export function IntegersControl(props: ControlProps<IntegersParam>): ReactNode {
  const { length } = props.param;
  const values = isIntegers(props.value) ? props.value : null;
  if (length !== undefined && length <= 4 && values?.length === length) {
    return <Boxes {...props} values={values} />;
  }
  return <ListBox {...props} values={values} />;
}

function isIntegers(value: unknown): value is readonly (number | null)[] {
  return Array.isArray(value);
}

type IntegersProps = ControlProps<IntegersParam>;

function Boxes(props: IntegersProps & { readonly values: readonly (number | null)[] }): ReactNode {
  const { param, values, onError } = props;
  const localText = useLocalText();
  const [errors, setErrors] = useState<Readonly<Record<number, string | null>>>({});
  const report = useCallback((index: number, sentence: string | null) => {
    setErrors((last) =>
      (last[index] ?? null) === sentence ? last : { ...last, [index]: sentence },
    );
  }, []);
  const firstError = Object.values(errors).find((error) => error !== null) ?? null;
  useEffect(() => {
    onError(firstError);
  }, [firstError, onError]);
  return (
    <span className={styles.several} role="group" aria-label={props.label}>
      {values.map((value, index) => {
        const entry = param.entries?.[index];
        return (
          <Fragment key={index}>
            {index > 0 && <span className={styles.times}>×</span>}
            <Box
              id={index === 0 ? props.id : `${props.id}-${index}`}
              label={`${props.label}, ${entry === undefined ? String(index + 1) : localText(entry)}`}
              param={param}
              value={value}
              unit={
                param.unit === undefined || values.length > 2 ? undefined : localText(param.unit)
              }
              hasError={(errors[index] ?? null) !== null}
              isDisabled={props.isDisabled}
              isInvalid={props.isInvalid}
              describedBy={props.describedBy}
              index={index}
              onError={report}
              onChange={(entryValue) => {
                props.onChange(values.map((old, at) => (at === index ? entryValue : old)));
              }}
            />
          </Fragment>
        );
      })}
    </span>
  );
}

interface BoxProps {
  readonly id: string;
  readonly label: string;
  readonly param: IntegersParam;
  readonly value: number | null;
  readonly unit: string | undefined;
  readonly hasError: boolean;
  readonly isDisabled: boolean;
  readonly isInvalid: boolean;
  readonly describedBy: string;
  readonly index: number;
  readonly onError: (index: number, sentence: string | null) => void;
  readonly onChange: (value: number | null) => void;
}

function Box(props: BoxProps): ReactNode {
  const { param, index, onError } = props;
  const entry: IntegerParam = {
    type: 'integer',
    default: null,
    doc: param.doc,
    optional: param.holes === true,
    ...(param.min === undefined ? {} : { min: param.min }),
    ...(param.max === undefined ? {} : { max: param.max }),
  };
  const draft = useDraft(
    props.value,
    printNumberText,
    (text) => readNumberText(text, entry),
    props.onChange,
  );
  const reportHere = useCallback(
    (sentence: string | null) => {
      onError(index, sentence);
    },
    [index, onError],
  );
  useFieldError(draft.error, printNumberText(props.value), reportHere);
  return (
    <TextBox
      id={props.id}
      label={props.label}
      value={draft.text}
      unit={props.unit}
      placeholder="?"
      isDisabled={props.isDisabled}
      isInvalid={props.isInvalid || props.hasError}
      isNumeric
      describedBy={props.describedBy}
      onType={draft.type}
      onLeave={draft.leave}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && draft.error !== null) {
          event.stopPropagation();
          draft.drop();
        }
        if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
          event.preventDefault();
          const next = (props.value ?? 0) + (event.key === 'ArrowUp' ? 1 : -1);
          const limited = Math.min(param.max ?? next, Math.max(param.min ?? next, next));
          draft.drop();
          if (limited !== props.value) props.onChange(limited);
        }
      }}
    />
  );
}

function ListBox(
  props: IntegersProps & { readonly values: readonly (number | null)[] | null },
): ReactNode {
  const { t } = useTranslation('forms');
  const localText = useLocalText();
  const { param } = props;
  const draft = useDraft(
    props.values,
    printIntegersText,
    (text) => readIntegersText(text, param),
    props.onChange,
  );
  useFieldError(draft.error, printIntegersText(props.values), props.onError);
  return (
    <TextBox
      id={props.id}
      label={props.label}
      value={draft.text}
      unit={param.unit === undefined ? undefined : localText(param.unit)}
      placeholder={param.optional === true ? t('none') : undefined}
      isDisabled={props.isDisabled}
      isInvalid={props.isInvalid || draft.error !== null}
      describedBy={props.describedBy}
      onType={draft.type}
      onLeave={draft.leave}
    />
  );
}
