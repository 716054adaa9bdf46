import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Param, PartParam, PartValue } from '#shared/layers/params.ts';
import { findPart, partCatalogues } from '#shared/layers/partCatalogues.ts';
import type { ControlProps } from '#renderer/parts/forms/control.ts';
import { ChoiceControl } from '#renderer/parts/forms/ChoiceControl.tsx';
import { Dropdown } from '#renderer/parts/forms/Dropdown.tsx';
import { NumberControl } from '#renderer/parts/forms/NumberControl.tsx';
import { useParamLabel } from '#renderer/parts/forms/useParamLabel.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import styles from './forms.module.css';

const none = '';

/** An initializer, regularizer or constraint: which one, and below it its own arguments. */
export function PartControl(props: ControlProps<PartParam>): ReactNode {
  const { t } = useTranslation('forms');
  const { param } = props;
  const { parts } = partCatalogues[param.type];
  const value = isPart(props.value) ? props.value : null;
  const definition = value === null ? undefined : findPart(param.type, value);
  const isOptional = param.optional === true || param.default === null;
  return (
    <span className={styles.part}>
      <Dropdown
        id={props.id}
        label={props.label}
        options={[
          ...(isOptional ? [{ value: none, label: t('none') }] : []),
          ...parts.map(({ kind }) => ({ value: kind, label: kind })),
        ]}
        value={value?.kind ?? none}
        isDisabled={props.isDisabled}
        isInvalid={props.isInvalid}
        describedBy={props.describedBy}
        onChange={(kind) => {
          props.onChange(kind === none ? null : { kind });
        }}
      />
      {value !== null && definition !== undefined && (
        <Arguments {...props} value={value} table={Object.entries(definition.params)} />
      )}
    </span>
  );
}

function isPart(value: unknown): value is PartValue {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

interface ArgumentsProps extends Omit<ControlProps<PartParam>, 'value'> {
  readonly value: PartValue;
  readonly table: readonly (readonly [string, Param])[];
}

function Arguments(props: ArgumentsProps): ReactNode {
  if (props.table.length === 0) return null;
  return (
    <span className={styles.arguments}>
      {props.table.map(([name, param]) => (
        <Argument key={`${props.value.kind} ${name}`} {...props} name={name} argument={param} />
      ))}
    </span>
  );
}

function Argument(
  props: ArgumentsProps & { readonly name: string; readonly argument: Param },
): ReactNode {
  const id = useId();
  const localText = useLocalText();
  const { name, argument, value } = props;
  const label = useParamLabel()(name);
  const current = Object.hasOwn(value, name) ? (value[name] ?? null) : argument.default;
  const common = {
    id,
    label: `${props.label}, ${label}`,
    value: current,
    isDisabled: props.isDisabled,
    isInvalid: false,
    describedBy: props.describedBy,
    onError: props.onError,
    onChange: (next: ControlProps<Param>['value']) => {
      if (next === null || typeof next !== 'object') props.onChange({ ...value, [name]: next });
    },
  };
  return (
    <>
      <label htmlFor={id} title={localText(argument.doc)}>
        {label}
      </label>
      {argumentControl(argument, common)}
    </>
  );
}

/** Parts take numbers and words only; anything else in a catalogue would be a mistake there. */
function argumentControl(param: Param, common: Omit<ControlProps<Param>, 'param'>): ReactNode {
  if (param.type === 'choice') return <ChoiceControl {...common} param={param} />;
  if (param.type === 'integer' || param.type === 'number') {
    return <NumberControl {...common} param={param} />;
  }
  return null;
}
