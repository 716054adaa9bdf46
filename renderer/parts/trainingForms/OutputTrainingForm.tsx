import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '#shared/graph/graph.ts';
import type { NumberParam } from '#shared/layers/params.ts';
import { findLoss, losses } from '#shared/training/losses/index.ts';
import { metrics } from '#shared/training/metrics/index.ts';
import type { OutputTraining } from '#shared/training/training.ts';
import { ChoiceForm } from '#renderer/parts/forms/ChoiceForm.tsx';
import { ParamField } from '#renderer/parts/forms/ParamField.tsx';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import { useLanguage, useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './trainingForms.module.css';

const weightParam: NumberParam = {
  type: 'number',
  default: 1,
  min: 0,
  doc: {
    en: 'How much this output counts in the sum of all losses.',
    'zh-CN': '该输出在总损失中所占的比重。',
  },
};

const fallback: OutputTraining = {
  loss: { kind: 'meanSquaredError', params: {} },
  weight: 1,
  metrics: [],
};

interface OutputTrainingFormProps {
  readonly id: NodeId;
  readonly isDisabled?: boolean;
  readonly isExplained?: boolean;
}

/** How one output is judged: its loss, its metrics, and with several outputs its weight. */
export function OutputTrainingForm(props: OutputTrainingFormProps): ReactNode {
  const { id, isExplained = false } = props;
  const { t } = useTranslation('training');
  const language = useLanguage();
  const localText = useLocalText();
  const outputs = useStrata((state) => state.document.training.outputs);
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const problem = useLossProblem(id);
  const training = outputs[id] ?? null;
  const isDisabled = props.isDisabled === true || isReadOnly;
  const set = (next: Partial<OutputTraining>, key: string | null): void => {
    edit(
      { type: 'setOutputTraining', node: id, training: { ...(training ?? fallback), ...next } },
      key === null ? 'now' : { merge: `judging ${id} ${key}` },
    );
  };
  const target = training === null ? undefined : findLoss(training.loss.kind)?.target;
  const fitting = metrics.filter(
    ({ kind, targets }) =>
      target === undefined ||
      targets.includes(target) ||
      training?.metrics.some((metric) => metric.kind === kind) === true,
  );
  return (
    <div className={styles.form}>
      <div data-param="loss">
        <ChoiceForm
          label={t('loss')}
          catalogue={losses}
          isStacked
          value={training?.loss ?? null}
          isDisabled={isDisabled}
          isExplained={isExplained}
          problem={problem}
          onChange={(loss, changed) => {
            if (loss !== null) set({ loss }, changed === 'kind' ? null : `loss ${changed}`);
          }}
        />
      </div>
      <div role="group" aria-label={t('metrics')} className={styles.metrics}>
        <span className={styles.label}>{t('metrics')}</span>
        <ul className={styles.checks} data-glosses={language === 'zh-CN' || undefined}>
          {fitting.map(({ kind, title, gloss, doc }) => (
            <li key={kind}>
              <label title={localText(doc)}>
                <input
                  type="checkbox"
                  checked={training?.metrics.some((metric) => metric.kind === kind) ?? false}
                  disabled={isDisabled}
                  onChange={(event) => {
                    const others = (training?.metrics ?? []).filter(
                      (metric) => metric.kind !== kind,
                    );
                    set(
                      {
                        metrics: event.currentTarget.checked
                          ? [...others, { kind, params: {} }]
                          : others,
                      },
                      null,
                    );
                  }}
                />
                {title}
                {language === 'zh-CN' && <span className={styles.gloss}>{gloss}</span>}
              </label>
            </li>
          ))}
        </ul>
      </div>
      {Object.keys(outputs).length > 1 && (
        <ParamField
          name="lossWeight"
          param={weightParam}
          value={training?.weight ?? 1}
          isDisabled={isDisabled}
          problem={null}
          isExplained={isExplained}
          onChange={(weight) => {
            if (typeof weight === 'number') set({ weight }, 'weight');
          }}
        />
      )}
    </div>
  );
}

/** Why the loss does not suit this output; null: it does. */
function useLossProblem(id: NodeId): string | null {
  const problems = useStrata((state) => state.problems);
  const describe = useDescribe();
  return useMemo(() => {
    const problem = problems.find(
      ({ place, code }) =>
        place?.node === id && (place.param === 'loss' || code.startsWith('training.loss')),
    );
    return problem === undefined ? null : describe(problem).sentence;
  }, [problems, id, describe]);
}
