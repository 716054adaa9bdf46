import { hasClass } from '#shared/data/feature.ts';
import { useId, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeatureReport } from '#shared/data/report.ts';
import { Dropdown } from '#renderer/parts/forms/Dropdown.tsx';
import { countText } from '#renderer/parts/text/numberText.ts';
import { canCorrect, type DataColumn } from '#renderer/data/columns.ts';
import { Histogram } from '#renderer/data/Distribution.tsx';
import { setTarget } from '#renderer/data/recipeEdits.ts';
import { useColumns, useReport } from '#renderer/data/useReport.ts';
import { shortText } from '#renderer/data/valueText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './PredictSection.module.css';
import words from './words.module.css';

/** What the network shall predict, how its values lie, and what a network must beat. */
export function PredictSection(): ReactNode {
  const { t } = useTranslation('data');
  const id = useId();
  const recipe = useStrata((state) => state.document.data);
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const columns = useColumns();
  const { report } = useReport();
  const targets = columns.filter(({ feature }) => feature.role === 'target');
  const [target] = targets;
  const name = target?.feature.name ?? '';
  return (
    <Section title={t('predict')}>
      <Field label={t('target')} htmlFor={id}>
        <Dropdown
          id={id}
          label={t('target')}
          options={[
            ...(target === undefined ? [{ value: '', label: t('noTarget') }] : []),
            ...columns.map(({ feature }) => ({
              value: feature.name,
              label: feature.name,
              hint: t(`kinds.${feature.kind}`),
            })),
          ]}
          value={name}
          isDisabled={isReadOnly || !canCorrect(recipe)}
          isInvalid={target === undefined}
          onChange={(next) => {
            if (next !== '') edit(setTarget({ recipe, report }, next));
          }}
        />
      </Field>
      {targets.length > 1 && (
        <p className={words.note}>
          {t('moreTargets', {
            names: targets
              .slice(1)
              .map(({ feature }) => feature.name)
              .join(t('listSeparator')),
          })}
        </p>
      )}
      {target?.report != null && report !== null && (
        <Baseline column={target} report={target.report} total={report.trainCount} />
      )}
      {target === undefined && <p className={words.note}>{t('chooseTarget')}</p>}
    </Section>
  );
}

/** A piece that is wider than this has room for its number of rows. */
const wholeShare = 0.26;
/** Colours of the pieces of the bar, in turn; as many classes have one of their own. */
const colours = ['part-train', 'accent', 'kind-number', 'kind-date', 'kind-category', 'kind-image'];

/** How a piece is drawn: its share and its colours. */
function piece(count: number, colour: string, ink?: string): CSSProperties {
  return {
    flexGrow: count,
    '--piece': `var(--${colour})`,
    ...(ink === undefined ? {} : { '--ink': `var(--${ink})` }),
  } as CSSProperties;
}

function Baseline({
  column,
  report,
  total,
}: {
  readonly column: DataColumn;
  readonly report: FeatureReport;
  readonly total: number;
}): ReactNode {
  const { t } = useTranslation('data');
  const { feature } = column;
  if (!hasClass(feature)) {
    if (report.numbers === null) return null;
    return (
      <>
        <Histogram bins={report.numbers.histogram} height={34} tone="target" />
        <p className={styles.baseline}>
          {t('baselineNumber', {
            mean: shortText(report.numbers.mean),
            deviation: shortText(report.numbers.deviation),
          })}
        </p>
      </>
    );
  }
  const known = total - report.missing;
  const [first] = report.top;
  if (first === undefined || known <= 0) return null;
  const names = feature.classNames ?? report.feature.classNames;
  const word = (value: string): string => names?.[Number(value)] ?? value;
  const classes = feature.classes ?? report.distinct ?? report.top.length;
  const own = report.top.slice(0, classes > colours.length ? colours.length - 1 : colours.length);
  const rest = known - own.reduce((sum, { count }) => sum + count, 0);
  const share = ((first.count / known) * 100).toFixed(1);
  return (
    <>
      <ul className={styles.classBar} aria-label={t('classShares')}>
        {own.map(({ value, count }, index) => (
          <li
            key={value}
            style={piece(count, colours[index] ?? 'accent', index === 1 ? 'on-accent' : undefined)}
            title={t('classRows', { name: word(value), amount: countText(count) })}
          >
            <span>
              {count / known > wholeShare
                ? t('classRows', { name: word(value), amount: countText(count) })
                : word(value)}
            </span>
          </li>
        ))}
        {rest > 0 && (
          <li style={piece(rest, 'hover', 'text2')}>
            <span>{t('otherClasses', { count: classes - own.length })}</span>
          </li>
        )}
      </ul>
      <p className={styles.baseline}>{t('baselineClass', { name: word(first.value), share })}</p>
    </>
  );
}
