import { hasClass } from '#shared/data/feature.ts';
import { useId, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Split } from '#shared/data/data.ts';
import { findSplitMethod, splitMethods } from '#shared/data/splits/index.ts';
import type { IntegerParam } from '#shared/layers/params.ts';
import { Dropdown } from '#renderer/parts/forms/Dropdown.tsx';
import { NumberControl } from '#renderer/parts/forms/NumberControl.tsx';
import { ParamField } from '#renderer/parts/forms/ParamField.tsx';
import { Segmented } from '#renderer/parts/forms/Segmented.tsx';
import { Switch } from '#renderer/parts/forms/Switch.tsx';
import { countText } from '#renderer/parts/text/numberText.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useSeed } from '#renderer/parts/trainingForms/useSeed.ts';
import { More } from '#renderer/data/More.tsx';
import { usePreview } from '#renderer/data/previewState.ts';
import { setSplit } from '#renderer/data/recipeEdits.ts';
import { SplitBar } from '#renderer/data/SplitBar.tsx';
import { partsOf, withParts } from '#renderer/data/splitParts.ts';
import { useColumns, useReport } from '#renderer/data/useReport.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './SplitSection.module.css';

const seedDoc = {
  en: 'The same seed gives the same parts.',
  'zh-CN': '随机种子相同，划分就相同。',
};

const foldsParam: IntegerParam = {
  type: 'integer',
  default: null,
  optional: true,
  min: 2,
  max: 20,
  doc: {
    en: 'Cross-validation: so many rounds, in each another part of the training rows validates. Empty: none.',
    'zh-CN': '交叉验证：训练这么多次，每次由训练行的另一部分做验证。留空表示不用。',
  },
};

/** How rows are divided into training, validation and test. */
export function SplitSection(): ReactNode {
  const { t } = useTranslation('data');
  const localText = useLocalText();
  const ids = { method: useId(), feature: useId(), seed: useId() };
  const recipe = useStrata((state) => state.document.data);
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const counts = usePreview((state) => state.recipe?.counts ?? null);
  const { report } = useReport();
  const columns = useColumns();
  const { split } = recipe;
  const hasTest = (report?.testCount ?? 0) > 0;
  const method = findSplitMethod(split.method);
  const set = (part: Partial<Split>, key?: string): void => {
    edit(setSplit(recipe, part), key === undefined ? 'now' : { merge: `split ${key}` });
  };
  const target = columns.find(({ feature }) => feature.role === 'target')?.feature;
  const hasClasses = target !== undefined && hasClass(target);
  const keys = columns.filter(({ feature }) => method.keyKinds.includes(feature.kind));
  const isFixed = method.ignoresFractions === true;
  const isByChance = split.method === 'random' || split.method === 'stratified';
  const isSpecial = !isByChance || split.folds !== null || split.validation !== 'split';
  return (
    <Section title={t('split')} note={isFixed ? undefined : t('splitHint')}>
      {!isFixed && (
        <SplitBar
          parts={partsOf(split, hasTest)}
          counts={counts}
          ownTest={report?.testCount ?? 0}
          hasValidation={split.validation === 'split'}
          isDisabled={isReadOnly}
          onChange={(parts) => {
            set(withParts(parts), 'bar');
          }}
        />
      )}
      <dl className={styles.partCounts}>
        {(['train', 'validation', 'test'] as const).map((part) => (
          <div key={part}>
            <dt>
              <i
                className={styles.swatch}
                style={{ '--part': `var(--part-${part})` } as CSSProperties}
                aria-hidden
              />
              {t(`parts.${part}`)}
            </dt>
            <dd>{counts === null ? '–' : countText(counts[part])}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.splitLine}>
        {isByChance && hasClasses ? (
          <Switch
            label={t('sameShare')}
            word={t('sameShare')}
            value={split.method === 'stratified'}
            isDisabled={isReadOnly}
            onChange={(isSame) => {
              set({ method: isSame ? 'stratified' : 'random', feature: null });
            }}
          />
        ) : (
          <span>{localText(method.title)}</span>
        )}
        <span className={styles.seed}>
          <label htmlFor={ids.seed}>{t('seed')}</label>
          <SeedBox id={ids.seed} />
        </span>
      </div>
      <More title={<b>{t('moreSplit')}</b>} note={t('moreSplitNote')} isOpen={isSpecial}>
        <Field label={t('method')} htmlFor={ids.method} help={localText(method.doc)}>
          <Dropdown
            id={ids.method}
            label={t('method')}
            options={splitMethods.map(({ method: value, title }) => ({
              value,
              label: localText(title),
            }))}
            value={split.method}
            isDisabled={isReadOnly}
            onChange={(value) => {
              const next = splitMethods.find((each) => each.method === value);
              if (next === undefined) return;
              const group = columns.find(({ feature }) => feature.role === 'group');
              const fitting = columns.find(({ feature }) => next.keyKinds.includes(feature.kind));
              set({
                method: next.method,
                feature:
                  next.keyDefault === 'required'
                    ? ((group ?? fitting)?.feature.name ?? null)
                    : next.method === 'time'
                      ? (columns.find(({ feature }) => feature.kind === 'date')?.feature.name ??
                        null)
                      : null,
              });
            }}
          />
        </Field>
        {method.keyDefault !== 'target' && method.keyKinds.length > 0 && (
          <Field label={t('splitFeature')} htmlFor={ids.feature}>
            <Dropdown
              id={ids.feature}
              label={t('splitFeature')}
              options={[
                ...(method.keyDefault === 'none' || split.feature === null
                  ? [{ value: '', label: t(`keyDefault.${method.keyDefault}`) }]
                  : []),
                ...keys.map(({ feature }) => ({ value: feature.name, label: feature.name })),
              ]}
              value={split.feature ?? ''}
              isDisabled={isReadOnly}
              isInvalid={method.keyDefault === 'required' && split.feature === null}
              onChange={(value) => {
                set({ feature: value === '' ? null : value });
              }}
            />
          </Field>
        )}
        <Field label={t('validateOn')}>
          <Segmented
            name="dataValidation"
            label={t('validateOn')}
            options={(['split', 'test', 'none'] as const).map((value) => ({
              value,
              label: t(`validations.${value}`),
            }))}
            value={split.validation}
            isDisabled={isReadOnly}
            onChange={(validation) => {
              const isEmpty = validation === 'split' && split.validationFraction === 0;
              set({ validation, ...(isEmpty ? { validationFraction: 0.15 } : {}) });
            }}
          />
        </Field>
        <ParamField
          name="folds"
          param={foldsParam}
          value={split.folds}
          isDisabled={isReadOnly}
          problem={null}
          isExplained={false}
          onChange={(value) => {
            if (value === null || typeof value === 'number') set({ folds: value }, 'folds');
          }}
        />
      </More>
    </Section>
  );
}

function SeedBox({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('data');
  return (
    <NumberControl
      id={id}
      label={t('seed')}
      {...useSeed(seedDoc)}
      isInvalid={false}
      describedBy=""
      onError={() => undefined}
    />
  );
}
