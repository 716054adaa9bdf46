import { Button } from '@mantine/core';
import { ChevronDown, ChevronUp, GripVertical, Trash2 } from 'lucide-react';
import { useId, type DOMAttributes, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreparationStep } from '#shared/data/data.ts';
import { togetherKey } from '#shared/data/fitted.ts';
import { findStep } from '#shared/data/steps/index.ts';
import type { LocalText } from '#shared/problems/problem.ts';
import { ParamForm } from '#renderer/parts/forms/ParamForm.tsx';
import { useParamLabel } from '#renderer/parts/forms/useParamLabel.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useDataState } from '#renderer/data/dataState.ts';
import { FeaturePicker } from '#renderer/data/FeaturePicker.tsx';
import { usePreview } from '#renderer/data/previewState.ts';
import { changeStep, removeStep } from '#renderer/data/recipeEdits.ts';
import { StepEffect } from '#renderer/data/StepEffect.tsx';
import { stepProblems } from '#renderer/data/stepFeatures.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './StepItem.module.css';
import words from './words.module.css';

/** One step: its name and what it does, and folded open its features, its parameters and what it changes. */
export function StepItem({
  step,
  index,
  isOpen,
  mark,
  grip,
}: {
  readonly step: PreparationStep;
  readonly index: number;
  readonly isOpen: boolean;
  readonly mark: 'held' | 'before' | 'after' | undefined;
  readonly grip: DOMAttributes<HTMLElement>;
}): ReactNode {
  const { t } = useTranslation('data');
  const localText = useLocalText();
  const recipe = useStrata((state) => state.document.data);
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const definition = findStep(step.kind);
  const title: LocalText = definition?.title ?? { en: step.kind, 'zh-CN': step.kind };
  const bodyId = useId();
  const problems = stepProblems(recipe, index);
  const toggle = (): void => {
    useDataState.setState({ openStep: isOpen ? null : index });
  };
  return (
    <li className={styles.step} data-open={isOpen ? 'true' : undefined} data-mark={mark}>
      <div className={styles.stepHead}>
        <button
          type="button"
          className={styles.grip}
          data-grip
          disabled={isReadOnly}
          aria-label={t('moveStep', { place: index + 1, name: localText(title) })}
          title={t('moveHint')}
          {...grip}
        >
          <GripVertical size={14} strokeWidth={1.75} aria-hidden />
        </button>
        <button
          type="button"
          className={styles.stepButton}
          aria-expanded={isOpen}
          aria-controls={isOpen ? bodyId : undefined}
          onClick={toggle}
        >
          <span className={styles.stepNumber} data-problem={problems.length > 0 || undefined}>
            {index + 1}
          </span>
          <span className={styles.stepWords}>
            <span className={styles.stepTitle}>{localText(title)}</span>
            <span className={styles.stepNote} data-problem={problems.length > 0 || undefined}>
              <StepNote step={step} index={index} problem={problems[0] ?? null} />
            </span>
          </span>
          {isOpen ? (
            <ChevronUp size={16} strokeWidth={1.75} aria-hidden />
          ) : (
            <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
          )}
        </button>
      </div>
      {isOpen && (
        <div className={styles.stepBody} id={bodyId}>
          {definition !== undefined && <p className={words.note}>{localText(definition.doc)}</p>}
          {definition !== undefined && (
            <FeaturePicker
              definition={definition}
              before={index}
              chosen={step.features}
              isDisabled={isReadOnly}
              onChange={(features) => {
                edit(changeStep(recipe, index, { features }, title));
              }}
            />
          )}
          {definition !== undefined && (
            <ParamForm
              table={definition.params}
              values={step.params}
              isDisabled={isReadOnly}
              onChange={(name, value) => {
                if (value !== null && typeof value === 'object') return;
                const params = { ...step.params, [name]: value };
                edit(changeStep(recipe, index, { params }, title), {
                  merge: `step ${index} ${name}`,
                });
              }}
            />
          )}
          <StepEffect index={index} step={step} />
          {!isReadOnly && (
            <div className={styles.stepActions}>
              <Button
                variant="subtle"
                leftSection={<Trash2 size={14} strokeWidth={1.75} aria-hidden />}
                onClick={() => {
                  edit(removeStep(recipe, index, title));
                  useDataState.setState({ openStep: null });
                }}
              >
                {t('removeStep')}
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}

/** Names that are written out in a step's line. */
const mostNames = 4;

/** What the step does, in one line: its features and what it learned, or what is wrong. */
function StepNote({
  step,
  index,
  problem,
}: {
  readonly step: PreparationStep;
  readonly index: number;
  readonly problem: string | null;
}): ReactNode {
  const { t } = useTranslation('data');
  const localText = useLocalText();
  const preview = usePreview((state) => state.step);
  const label = useParamLabel();
  if (problem !== null) return problem;
  if (step.features.length === 0) return t('noFeatures');
  const names = step.features.slice(0, mostNames).join(t('listSeparator'));
  const more = step.features.length - mostNames;
  const whole = more > 0 ? `${names}${t('listSeparator')}${t('andMore', { count: more })}` : names;
  const learned = preview?.step === index ? preview.preview.learned : {};
  const [only = ''] = step.features;
  const known = learned[togetherKey] ?? (step.features.length === 1 ? learned[only] : undefined);
  const text = known === undefined ? '' : localText(known);
  const settings = [paramsText(step, label), text].filter((part) => part !== '');
  return [whole, ...settings].join(' · ');
}

/** Settings that are written out in a step's line. */
const mostSettings = 2;

/** Values of a step's parameters: what was set, and what was chosen. A word speaks for itself, a number needs its name. */
function paramsText({ kind, params }: PreparationStep, label: (name: string) => string): string {
  const settings = Object.entries(findStep(kind)?.params ?? {}).flatMap(([name, param]) => {
    if (param.type !== 'choice' && !Object.hasOwn(params, name)) return [];
    const value = params[name] ?? param.default;
    if (value === null || value === false || value === '' || typeof value === 'object') return [];
    if (value === true) return [label(name)];
    const isWord = param.type === 'choice' && /[a-z]/i.test(String(value));
    return [isWord ? String(value) : `${label(name)} ${String(value)}`];
  });
  return settings.slice(0, mostSettings).join(', ');
}
