import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParamTable } from '#shared/layers/params.ts';
import type { LocalText } from '#shared/problems/problem.ts';
import type { Choice } from '#shared/training/training.ts';
import { Dropdown } from '#renderer/parts/forms/Dropdown.tsx';
import { ParamForm } from '#renderer/parts/forms/ParamForm.tsx';
import { useLanguage, useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { Field } from '#renderer/ui/Field.tsx';

/** What an entry of a catalogue of choices must have. */
interface ChoiceEntry {
  readonly kind: string;
  /** Library name, not translated. */
  readonly title: string;
  /** Chinese name, shown as second text. */
  readonly gloss?: string;
  readonly doc: LocalText;
  readonly params: ParamTable;
}

interface ChoiceFormProps {
  readonly label: string;
  readonly catalogue: readonly ChoiceEntry[];
  readonly value: Choice | null;
  /** Word for null; absent: something must be chosen. */
  readonly noneLabel?: string;
  readonly isDisabled?: boolean;
  readonly isExplained?: boolean;
  readonly problem?: string | null;
  /** The names are long: the label stands above. */
  readonly isStacked?: boolean;
  /** `changed` is the parameter that was typed in, or `kind`. */
  readonly onChange: (choice: Choice | null, changed: string) => void;
}

const none = '';

/** One entry of a catalogue (optimizer, loss, schedule, data source) and the form of its parameters. */
export function ChoiceForm(props: ChoiceFormProps): ReactNode {
  const { t } = useTranslation('forms');
  const id = useId();
  const language = useLanguage();
  const localText = useLocalText();
  const { catalogue, value, noneLabel } = props;
  const entry = catalogue.find(({ kind }) => kind === value?.kind);
  const isOptional = noneLabel !== undefined;
  return (
    <>
      <Field
        label={props.label}
        htmlFor={id}
        isStacked={props.isStacked === true}
        helpId={`${id}-help`}
        error={props.problem ?? null}
        help={props.isExplained === true && entry !== undefined ? localText(entry.doc) : undefined}
      >
        <Dropdown
          id={id}
          label={props.label}
          options={[
            ...(isOptional || value === null
              ? [{ value: none, label: noneLabel ?? t('none') }]
              : []),
            ...catalogue.map(({ kind, title, gloss }) => ({
              value: kind,
              label: title,
              ...(language === 'zh-CN' && gloss !== undefined ? { hint: gloss } : {}),
            })),
          ]}
          value={value?.kind ?? none}
          isDisabled={props.isDisabled === true}
          isInvalid={props.problem !== undefined && props.problem !== null}
          describedBy={`${id}-help`}
          onChange={(kind) => {
            if (kind !== none) props.onChange({ kind, params: {} }, 'kind');
            else if (isOptional) props.onChange(null, 'kind');
          }}
        />
      </Field>
      {value !== null && entry !== undefined && Object.keys(entry.params).length > 0 && (
        <ParamForm
          key={value.kind}
          table={entry.params}
          values={value.params}
          isDisabled={props.isDisabled === true}
          isExplained={props.isExplained === true}
          onChange={(name, next) => {
            if (next !== null && typeof next === 'object') return;
            props.onChange({ ...value, params: { ...value.params, [name]: next } }, name);
          }}
        />
      )}
    </>
  );
}
