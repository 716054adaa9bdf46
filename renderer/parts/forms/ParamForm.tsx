import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Param, ParamTable, ParamValue, ParamValues } from '#shared/layers/params.ts';
import { ParamField } from '#renderer/parts/forms/ParamField.tsx';
import { useParamLabel } from '#renderer/parts/forms/useParamLabel.ts';
import styles from './forms.module.css';

interface ParamFormProps {
  readonly table: ParamTable;
  /** What the document holds; absent values are the defaults. */
  readonly values: ParamValues;
  readonly isDisabled?: boolean;
  /** Sentences of problems, by parameter name. */
  readonly problems?: Readonly<Record<string, string>>;
  /** Explain every field at once. */
  readonly isExplained?: boolean;
  readonly onChange: (name: string, value: ParamValue) => void;
}

const noProblems: Readonly<Record<string, string>> = {};

/** A form made from a parameter table: of a layer, an optimizer, a loss, a schedule, a data source. */
export function ParamForm(props: ParamFormProps): ReactNode {
  const { table, values, problems = noProblems } = props;
  const entries = Object.entries(table);
  const basic = entries.filter(([, param]) => param.advanced !== true);
  const advanced = entries.filter(([, param]) => param.advanced === true);
  const field = ([name, param]: readonly [string, Param]): ReactNode => (
    <ParamField
      key={name}
      name={name}
      param={param}
      value={values[name] ?? (Object.hasOwn(values, name) ? null : param.default)}
      isDisabled={props.isDisabled === true}
      problem={problems[name] ?? null}
      isExplained={props.isExplained === true}
      onChange={(value) => {
        props.onChange(name, value);
      }}
    />
  );
  if (entries.length === 0) return null;
  return (
    <div className={styles.form}>
      {basic.map(field)}
      {advanced.length > 0 && (
        <Advanced
          names={advanced.map(([name]) => name)}
          isForced={advanced.some(([name]) => problems[name] !== undefined)}
        >
          {advanced.map(field)}
        </Advanced>
      )}
    </div>
  );
}

interface AdvancedProps {
  readonly names: readonly string[];
  /** A problem lies inside: it must be seen. */
  readonly isForced: boolean;
  readonly children: ReactNode;
}

function Advanced(props: AdvancedProps): ReactNode {
  const { t } = useTranslation('forms');
  const label = useParamLabel();
  const [wasOpened, setWasOpened] = useState(false);
  const isOpen = wasOpened || props.isForced;
  return (
    <>
      <button
        type="button"
        className={styles.advanced}
        aria-expanded={isOpen}
        onClick={() => {
          setWasOpened(!isOpen);
        }}
      >
        <ChevronRight
          size={14}
          className={styles.chevron}
          data-open={isOpen ? 'true' : undefined}
          aria-hidden
        />
        <span className={styles.advancedName}>{t('advanced')}</span>
        {!isOpen && (
          <span className={styles.advancedSummary}>
            {props.names.map((name) => label(name).toLowerCase()).join(t('listSeparator'))}
          </span>
        )}
      </button>
      {isOpen && props.children}
    </>
  );
}
