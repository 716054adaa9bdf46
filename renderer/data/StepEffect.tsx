import { ArrowRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreparationStep } from '#shared/data/data.ts';
import { togetherKey } from '#shared/data/fitted.ts';
import type { FeatureReport } from '#shared/data/report.ts';
import { shapeText } from '#renderer/parts/text/shapeText.ts';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import { useJoined } from '#renderer/parts/text/useJoined.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { Histogram, useSummary, ValueBars } from '#renderer/data/Distribution.tsx';
import { Pills } from '#renderer/data/Pills.tsx';
import { usePreview } from '#renderer/data/previewState.ts';
import { useStepFeatures } from '#renderer/data/stepFeatures.ts';
import styles from './StepEffect.module.css';
import words from './words.module.css';

/** One feature before and after the step. */
export function StepEffect({
  index,
  step,
}: {
  readonly index: number;
  readonly step: PreparationStep;
}): ReactNode {
  const { t } = useTranslation('data');
  const localText = useLocalText();
  const describe = useDescribe();
  const joined = useJoined();
  const shown = usePreview((state) => state.step);
  const problem = usePreview((state) => state.stepProblem);
  const isStale = usePreview((state) => state.isStepStale);
  const [name, setName] = useState<string | null>(null);
  const features = useStepFeatures(index);
  if (problem !== null) {
    const { sentence, cause, remedy } = describe(problem);
    return (
      <p className={styles.problemText} role="alert">
        {joined([sentence, cause, remedy])}
      </p>
    );
  }
  if (shown?.step !== index) return null;
  const { reportBefore, reportAfter, learned } = shown.preview;
  const chosen = step.features.find((each) => each === name) ?? step.features[0];
  const known = learned[togetherKey] ?? learned[chosen ?? ''];
  const before = reportBefore.find(({ feature }) => feature.name === chosen);
  const after = reportAfter.find(({ feature }) => feature.name === chosen);
  if (before === undefined && after === undefined) return null;
  return (
    <div className={styles.effect} data-stale={isStale ? 'true' : undefined}>
      {step.features.length > 1 && (
        <Pills
          label={t('effectOf')}
          options={step.features.slice(0, 12).map((each) => ({ value: each, label: each }))}
          value={chosen}
          onChange={setName}
        />
      )}
      <div className={styles.effectPair}>
        <EffectSide title={t('before')} report={before} />
        <ArrowRight size={14} strokeWidth={1.75} aria-hidden />
        <EffectSide
          title={t('after')}
          report={after}
          note={filledText(before, after, t)}
          shape={features.after.find((each) => each.name === chosen)?.shape ?? null}
        />
      </div>
      {known !== undefined && (
        <p className={words.note}>{t('learned', { text: localText(known) })}</p>
      )}
    </div>
  );
}

function filledText(
  before: FeatureReport | undefined,
  after: FeatureReport | undefined,
  t: (key: 'filled', values: { count: number }) => string,
): string | undefined {
  const filled = (before?.missing ?? 0) - (after?.missing ?? 0);
  return filled > 0 ? t('filled', { count: filled }) : undefined;
}

function EffectSide({
  title,
  report,
  note,
  shape = null,
}: {
  readonly title: string;
  readonly report: FeatureReport | undefined;
  readonly note?: string | undefined;
  readonly shape?: readonly (number | null)[] | null;
}): ReactNode {
  const summary = useSummary();
  return (
    <div className={styles.effectSide}>
      <p className={words.note}>
        {title}
        {note === undefined ? null : <b className={styles.filled}> {note}</b>}
      </p>
      {report !== undefined && <EffectPicture report={report} />}
      <p className={words.note}>
        {shape !== null && shape.length > 0
          ? shapeText(shape)
          : report === undefined
            ? '\u00a0'
            : summary(report).text}
      </p>
    </div>
  );
}

function EffectPicture({ report }: { readonly report: FeatureReport }): ReactNode {
  const tone = report.feature.kind;
  if (report.feature.kind === 'category' && report.top.length > 0) {
    const total = report.top.reduce((sum, { count }) => sum + count, report.missing);
    return <ValueBars report={report} total={total} most={3} tone={tone} />;
  }
  if (report.numbers === null) return null;
  return <Histogram bins={report.numbers.histogram} height={40} tone={tone} />;
}
