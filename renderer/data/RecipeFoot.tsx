import { Button } from '@mantine/core';
import { ArrowRight, Sparkles } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inputShape } from '#shared/data/joinFeatures.ts';
import { prepareFeatures } from '#shared/data/prepareFeatures.ts';
import { countText } from '#renderer/parts/text/numberText.ts';
import { shapeText } from '#renderer/parts/text/shapeText.ts';
import { proposeNetwork } from '#renderer/data/proposeNetwork.ts';
import { useReport } from '#renderer/data/useReport.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './data.module.css';

/** What the network gets, and the way on. */
export function RecipeFoot(): ReactNode {
  const { t } = useTranslation('data');
  const recipe = useStrata((state) => state.document.data);
  const isEmpty = useStrata((state) => state.document.graph.nodes.length === 0);
  const { report } = useReport();
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const setStep = useStrata((state) => state.setStep);
  const { shape, classes, isKnown } = useMemo(() => {
    const { features } = prepareFeatures(recipe);
    const inputs = features.filter(({ role }) => role === 'input');
    const target = features.find(({ role }) => role === 'target');
    return {
      shape: inputShape(inputs, recipe.windows),
      classes: target?.classes ?? null,
      isKnown: inputs.length > 0,
    };
  }, [recipe]);
  const size = shape?.every((each) => each !== null)
    ? shape.reduce((product, each) => product * each, 1)
    : null;
  return (
    <footer className={styles.recipeFoot}>
      <div>
        <p className={styles.footTitle}>
          {size === null
            ? t(isKnown ? 'sizeUnknown' : 'noInput')
            : t('perRow', { count: size, amount: countText(size) })}
        </p>
        <p className={styles.note}>
          {[
            ...(shape === null ? [] : [t('inputShape', { shape: shapeText(shape) })]),
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
