import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataRecipe, Split } from '#shared/data/data.ts';
import { findSource, sources } from '#shared/data/sources/index.ts';
import { findStep } from '#shared/data/steps/index.ts';
import { ChoiceForm } from '#renderer/parts/forms/ChoiceForm.tsx';
import { Segmented } from '#renderer/parts/forms/Segmented.tsx';
import { countText } from '#renderer/parts/text/numberText.ts';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import { useJoined } from '#renderer/parts/text/useJoined.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { settingParams } from '#renderer/training/settingParams.ts';
import { SettingField } from '#renderer/training/SettingField.tsx';
import { useDataCounts } from '#renderer/training/useDataCounts.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './training.module.css';

/** What of a recipe belongs to its source. */
const emptied = {
  features: [],
  steps: [],
  windows: null,
  augmentations: [],
  bindings: { inputs: {}, outputs: {} },
} as const;

/** Where the examples come from, how they are prepared and divided, and how many there are. */
export function DataSettings(): ReactNode {
  const { t } = useTranslation('training');
  const localText = useLocalText();
  const data = useStrata((state) => state.document.data);
  const edit = useStrata((state) => state.edit);
  const isDisabled = useStrata((state) => state.readOnly !== null);
  const set = (part: Partial<DataRecipe>, key: string | null): void => {
    edit({ type: 'setData', data: part }, key === null ? 'now' : { merge: `data ${key}` });
  };
  const setSplit = (split: Partial<Split>, key: string | null): void => {
    set({ split: { ...data.split, ...split } }, key);
  };
  const source = data.source === null ? undefined : findSource(data.source.kind);
  return (
    <Section title={t('data')}>
      <div data-param="source" className={styles.fields}>
        <ChoiceForm
          label={t('source')}
          catalogue={sources.map((entry) => ({ ...entry, title: localText(entry.title) }))}
          value={data.source}
          isDisabled={isDisabled}
          onChange={(next, changed) => {
            // Another source has other features: what was prepared and bound does not fit it.
            if (changed === 'kind')
              set({ source: next, ...emptied }, null);
            else set({ source: next }, `source ${changed}`);
          }}
        />
      </div>
      {source !== undefined && <p className={styles.doc}>{localText(source.doc)}</p>}
      <Steps data={data} />
      <Field label={t('validation')}>
        <Segmented
          name="validation"
          label={t('validation')}
          options={(['split', 'test', 'none'] as const).map((value) => ({
            value,
            label: t(`validations.${value}`),
          }))}
          value={data.split.validation}
          isDisabled={isDisabled}
          onChange={(validation) => {
            const { validationFraction } = data.split;
            setSplit(
              {
                validation,
                ...(validation === 'split' && validationFraction === 0
                  ? { validationFraction: settingParams.validationFraction.default }
                  : {}),
              },
              null,
            );
          }}
        />
      </Field>
      {data.split.validation === 'split' && (
        <SettingField
          name="validationFraction"
          param={settingParams.validationFraction}
          value={data.split.validationFraction}
          isDisabled={isDisabled}
          onChange={(value) => {
            if (typeof value === 'number') setSplit({ validationFraction: value }, 'fraction');
          }}
        />
      )}
      <Counts />
    </Section>
  );
}

/** The preparation steps, in order. */
function Steps({ data }: { readonly data: DataRecipe }): ReactNode {
  const { t } = useTranslation('training');
  const localText = useLocalText();
  if (data.steps.length === 0) return null;
  return (
    <Field label={t('preparation')}>
      <ol className={styles.steps}>
        {data.steps.map((step, index) => {
          const definition = findStep(step.kind);
          const values = Object.entries(step.params).map(
            ([name, value]) => `${name} ${shortText(value)}`,
          );
          return (
            <li key={index}>
              <b>{step.features.join(', ')}</b>{' '}
              {definition === undefined ? step.kind : localText(definition.title)}
              {values.length > 0 && <span className={styles.note}> {values.join(', ')}</span>}
            </li>
          );
        })}
      </ol>
    </Field>
  );
}

function shortText(value: string | number | boolean | null): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(4))) : String(value);
}

function Counts(): ReactNode {
  const { t } = useTranslation('training');
  const describe = useDescribe();
  const joined = useJoined();
  const counts = useDataCounts();
  if (counts.isReading) return <p className={styles.quiet}>{t('readingData')}</p>;
  if (counts.problem !== null) {
    const { sentence, cause, remedy } = describe(counts.problem);
    return (
      <p className={styles.problem} role="alert">
        {joined([sentence, cause, remedy])}
      </p>
    );
  }
  if (counts.train === null) return null;
  return (
    <dl className={styles.pairs}>
      {(['train', 'validation', 'test'] as const).map((part) => (
        <div key={part}>
          <dt>{t(`parts.${part}`)}</dt>
          <dd>{countText(counts[part] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
