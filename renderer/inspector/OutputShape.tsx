import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeFacts } from '#shared/graph/facts.ts';
import type { ShapeFormula } from '#shared/layers/defineLayer.ts';
import type { Shape } from '#shared/shape/shape.ts';
import { shapesText } from '#renderer/parts/text/shapeText.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './inspector.module.css';

/** How the output shape comes about, with this layer's own numbers. */
export function OutputShape({ facts }: { readonly facts: NodeFacts }): ReactNode {
  const { t } = useTranslation('inspector');
  const localText = useLocalText();
  const { outputs } = facts;
  if (outputs === null) {
    return (
      <Section title={t('outputShape')}>
        <p className={styles.hint}>
          {facts.status === 'problem' ? t('shapeAfterFix') : t('shapeAfterInputs')}
        </p>
      </Section>
    );
  }
  const lines = explain(facts);
  return (
    <Section title={t('outputShape')} value={shapesText(outputs)}>
      {lines.length > 0 && (
        <dl className={styles.formulas}>
          {lines.map((line) => (
            <div key={localText(line.label)}>
              <dt>{localText(line.label)}</dt>
              <dd>
                {line.formula} = <b>{line.result}</b>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}

function explain({ layer, inputs, params }: NodeFacts): readonly ShapeFormula[] {
  const known = inputs.filter((shape): shape is Shape => shape !== null);
  if (known.length !== inputs.length) return [];
  // Inference has completed and checked the values.
  return layer?.explain?.(known, params) ?? [];
}
