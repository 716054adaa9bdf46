import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeFacts } from '#shared/graph/facts.ts';
import { nodeById } from '#shared/graph/queries.ts';
import { labelOfName } from '#renderer/parts/forms/fieldText.ts';
import { countText } from '#renderer/parts/text/numberText.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import { shapeText } from '#renderer/parts/text/shapeText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './inspector.module.css';

const bytesPerNumber = 4;

/** The layer's weights with their shapes, their memory, and what one example costs. */
export function WeightList({ facts }: { readonly facts: NodeFacts }): ReactNode {
  const { t } = useTranslation('inspector');
  const graph = useStrata((state) => state.sheet.graph);
  const { sharesWeightsWith } = facts.node;
  const owner = sharesWeightsWith === undefined ? undefined : nodeById(graph, sharesWeightsWith);
  const title = facts.layer?.title ?? facts.node.kind;
  if (facts.outputs === null && facts.weights.length === 0) return null;
  return (
    <Section title={t('weights')} value={countText(facts.parameterCount)}>
      {owner !== undefined && (
        <p className={styles.hint}>{t('sharedWith', { name: owner.name })}</p>
      )}
      {owner === undefined && facts.weights.length === 0 && (
        <p className={styles.hint}>{t('nothingToTrain', { name: title })}</p>
      )}
      <dl className={styles.pairs}>
        {facts.weights.map((weight) => (
          <div key={weight.name}>
            <dt>
              {t(`weightNames.${weight.name}`, { defaultValue: labelOfWeight(weight.name) })}{' '}
              <span className={styles.numbers}>{shapeText(weight.shape)}</span>
              {!weight.trainable && <span className={styles.aside}>{t('notTrained')}</span>}
            </dt>
            <dd>{countText(sizeOf(weight.shape))}</dd>
          </div>
        ))}
        {facts.parameterCount > 0 && (
          <div>
            <dt>{t('memory')}</dt>
            <dd>{bytesText(facts.parameterCount * bytesPerNumber)}</dd>
          </div>
        )}
        {facts.multiplyAdds > 0 && (
          <div>
            <dt>{t('multiplyAdds')}</dt>
            <dd>{countText(facts.multiplyAdds)}</dd>
          </div>
        )}
      </dl>
    </Section>
  );
}

function labelOfWeight(name: string): string {
  return labelOfName(name.replaceAll('_', ' '));
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, axis) => size * axis, 1);
}
