import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Windows } from '#shared/data/data.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { Dropdown } from '#renderer/parts/forms/Dropdown.tsx';
import { ParamForm } from '#renderer/parts/forms/ParamForm.tsx';
import { Switch } from '#renderer/parts/forms/Switch.tsx';
import { recipeEdit } from '#renderer/data/recipeEdits.ts';
import { useColumns } from '#renderer/data/useReport.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './More.module.css';

/** Ranges are those of the document's schema. */
const table = {
  length: {
    type: 'integer',
    default: 16,
    min: 1,
    max: 100_000,
    doc: { en: 'Rows that an example shows.', 'zh-CN': '一个样本包含多少行。' },
  },
  horizon: {
    type: 'integer',
    default: 1,
    min: 0,
    max: 100_000,
    doc: {
      en: 'How many rows after the last one the target lies; 0: in the last row itself.',
      'zh-CN': '目标在最后一行之后第几行；0 表示就在最后一行。',
    },
  },
  stride: {
    type: 'integer',
    default: 1,
    min: 1,
    max: 100_000,
    doc: {
      en: 'Rows from the start of one example to the start of the next.',
      'zh-CN': '相邻两个样本的起点相隔多少行。',
    },
  },
} as const satisfies ParamTable;

const label = { en: 'Change windows', 'zh-CN': '修改窗口' };

/** Time series: an example is several rows in order. Offered for tables. */
export function WindowsSection(): ReactNode {
  const { t } = useTranslation('data');
  const id = useId();
  const windows = useStrata((state) => state.document.data.windows);
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const columns = useColumns();
  const isTable = columns.length > 0 && columns.every(({ feature }) => feature.shape?.length === 0);
  if (windows === null && !isTable) return null;
  const set = (next: Windows | null, key?: string): void => {
    edit(recipeEdit(label, { windows: next }), key === undefined ? 'now' : { merge: key });
  };
  return (
    <Section title={t('windows')} note={t('windowsHint')}>
      <Switch
        label={t('windows')}
        word={t('windowsUse')}
        value={windows !== null}
        isDisabled={isReadOnly}
        onChange={(isUsed) => {
          set(isUsed ? { length: 16, horizon: 1, stride: 1, series: null } : null);
        }}
      />
      {windows !== null && (
        <div className={styles.body}>
          <ParamForm
            table={table}
            values={{ length: windows.length, horizon: windows.horizon, stride: windows.stride }}
            isDisabled={isReadOnly}
            onChange={(name, value) => {
              if (typeof value === 'number') set({ ...windows, [name]: value }, `windows ${name}`);
            }}
          />
          <Field label={t('series')} htmlFor={id}>
            <Dropdown
              id={id}
              label={t('series')}
              options={[
                { value: '', label: t('oneSeries') },
                ...columns
                  .filter(({ feature }) => ['category', 'text'].includes(feature.kind))
                  .map(({ feature }) => ({ value: feature.name, label: feature.name })),
              ]}
              value={windows.series ?? ''}
              isDisabled={isReadOnly}
              onChange={(series) => {
                set({ ...windows, series: series === '' ? null : series });
              }}
            />
          </Field>
        </div>
      )}
    </Section>
  );
}
