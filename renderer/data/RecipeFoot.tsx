import { Button } from '@mantine/core';
import { ArrowRight, Sparkles } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { prepareFeatures } from '#shared/data/prepareFeatures.ts';
import { proposeInputs } from '#shared/document/propose/inputs.ts';
import type { Shape } from '#shared/shape/shape.ts';
import { countText } from '#renderer/parts/text/numberText.ts';
import { shapesText } from '#renderer/parts/text/shapeText.ts';
import { proposeNetwork } from '#renderer/data/proposeNetwork.ts';
import { useReport } from '#renderer/data/useReport.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './RecipeFoot.module.css';
import words from './words.module.css';

/** What the network gets, and the way on. */
export function RecipeFoot(): ReactNode {
  const { t } = useTranslation('data');
  const recipe = useStrata((state) => state.document.data);
  const isEmpty = useStrata((state) => state.document.graph.nodes.length === 0);
  const { report } = useReport();
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const setStep = useStrata((state) => state.setStep);
  const { shapes, classes } = useMemo(() => {
    const { features } = prepareFeatures(recipe);
    const target = features.find(({ role }) => role === 'target');
    return {
      shapes: proposeInputs(recipe, features).map(({ shape }) => shape),
      classes: target?.classes ?? null,
    };
  }, [recipe]);
  const isKnown = shapes.length > 0;
  const size = sizeOf(shapes);
  return (
    <footer className={styles.recipeFoot}>
      <div>
        <p className={styles.footTitle}>
          {size === null
            ? t(isKnown ? 'sizeUnknown' : 'noInput')
            : t('perRow', { count: size, amount: countText(size) })}
        </p>
        <p className={words.note}>
          {[
            ...(isKnown ? [t('inputShape', { shape: shapesText(shapes) })] : []),
            ...(classes === null ? [] : [t('classes', { count: classes })]),
          ].join(t('listSeparator'))}
        </p>
      </div>
      {isEmpty && !isReadOnly ? (
        <Button
          variant="filled"
          leftSection={<Sparkles size={14} strokeWidth={1.75} aria-hidden />}
          disabled={!isKnown}
          onClick={() => {
            proposeNetwork(report === null ? null : report.trainCount);
          }}
        >
          {t('propose')}
        </Button>
      ) : (
        <Button
          variant="filled"
          rightSection={<ArrowRight size={14} strokeWidth={1.75} aria-hidden />}
          onClick={() => {
            setStep('design');
          }}
        >
          {t('goDesign')}
        </Button>
      )}
    </footer>
  );
}

/** Numbers of one example of all inputs; null: a size is not known. */
function sizeOf(shapes: readonly Shape[]): number | null {
  let sum = 0;
  for (const shape of shapes) {
    let size = 1;
    for (const each of shape) {
      if (each === null) return null;
      size *= each;
    }
    sum += size;
  }
  return shapes.length === 0 ? null : sum;
}
