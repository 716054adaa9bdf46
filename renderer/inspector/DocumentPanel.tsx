import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findSource } from '#shared/data/sources/index.ts';
import { estimateMemory } from '#shared/document/estimateMemory.ts';
import { findLoss } from '#shared/training/losses/index.ts';
import { findOptimizer } from '#shared/training/optimizers/index.ts';
import { ParamField } from '#renderer/parts/forms/ParamField.tsx';
import { TextBox } from '#renderer/parts/forms/TextBox.tsx';
import { countText, largeCountText } from '#renderer/parts/text/numberText.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import { useLanguage, useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { learningRateOf } from '#renderer/parts/trainingForms/learningRate.ts';
import { useSeed } from '#renderer/parts/trainingForms/useSeed.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './inspector.module.css';

const seedDoc = {
  en: 'Shuffling, splitting, initial weights and dropout start from it. The same seed gives the same run.',
  'zh-CN': '打乱、划分、初始权重和 Dropout 都由它决定。种子相同，结果相同。',
};

/** Nothing is selected: the document itself, with its totals, its data and its training in short. */
export function DocumentPanel(): ReactNode {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  const document = useStrata((state) => state.document);
  const facts = useStrata((state) => state.facts);
  const { totals } = facts;
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const nameId = useId();
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('network')}</h2>
        <p className={styles.sentence}>{t('networkHint')}</p>
      </header>
      <Section>
        <Field label={t('name')} htmlFor={nameId}>
          <TextBox
            id={nameId}
            value={document.name}
            isDisabled={isReadOnly}
            onType={(name) => {
              edit({ type: 'setName', name }, { merge: 'document name' });
            }}
          />
        </Field>
        <ParamField name="seed" {...useSeed(seedDoc)} problem={null} isExplained={false} />
      </Section>
      <Section title={t('totals')} value={countText(totals.parameterCount)}>
        <dl className={styles.pairs}>
          <Pair name={t('layers')} value={countText(totals.layerCount)} />
          <Pair name={t('parameters')} value={countText(totals.parameterCount)} />
          {totals.trainableCount !== totals.parameterCount && (
            <Pair name={t('trainable')} value={countText(totals.trainableCount)} />
          )}
          <Pair name={t('memory')} value={bytesText(totals.weightBytes)} />
          <Pair name={t('activations')} value={bytesText(totals.activationBytes)} />
          <Pair name={t('multiplyAdds')} value={largeCountText(totals.multiplyAdds, language)} />
          <Pair
            name={t('trainingMemory', { batch: countText(document.training.batchSize) })}
            value={bytesText(estimateMemory(document, facts).total.totalBytes)}
          />
        </dl>
      </Section>
      <RecipeSection />
    </div>
  );
}

/** Data and training in short; they are changed in Data and in Train. */
function RecipeSection(): ReactNode {
  const { t } = useTranslation('inspector');
  const localText = useLocalText();
  const { data, training } = useStrata((state) => state.document);
  const setStep = useStrata((state) => state.setStep);
  const source = data.source === null ? undefined : findSource(data.source.kind);
  const rate = learningRateOf(training.optimizer);
  const optimizer = findOptimizer(training.optimizer.kind);
  const losses = new Set(
    Object.values(training.outputs).map(({ loss }) => findLoss(loss.kind)?.title ?? loss.kind),
  );
  return (
    <Section title={t('training')}>
      <dl className={styles.pairs}>
        <Pair
          name={t('data')}
          value={source === undefined ? (data.source?.kind ?? t('none')) : localText(source.title)}
        />
        <Pair name={t('optimizer')} value={optimizer?.title ?? training.optimizer.kind} />
        <Pair name={t('learningRate')} value={rate === null ? '' : String(rate)} />
        {losses.size > 0 && <Pair name={t('loss')} value={[...losses].join(', ')} />}
        <Pair name={t('batchSize')} value={countText(training.batchSize)} />
        <Pair name={t('epochs')} value={countText(training.epochs)} />
      </dl>
      <button
        type="button"
        className={styles.linkButton}
        onClick={() => {
          setStep('train');
        }}
      >
        {t('changeInTrain')}
      </button>
      <button
        type="button"
        className={styles.linkButton}
        onClick={() => {
          setStep('data');
        }}
      >
        {t('changeData')}
      </button>
    </Section>
  );
}

function Pair({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd title={value}>{value}</dd>
    </div>
  );
}
