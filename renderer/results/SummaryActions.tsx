import { Check, Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { estimateMemory } from '#shared/document/estimateMemory.ts';
import { countText, largeCountText } from '#renderer/parts/text/numberText.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import { useLanguage } from '#renderer/parts/text/useLocalText.ts';
import { summaryRows, summaryText } from '#renderer/results/summaryRows.ts';
import { useStrata } from '#renderer/store/store.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import styles from './Drawer.module.css';

const columns = [
  'layer',
  'name',
  'shape',
  'parameters',
  'multiplyAdds',
  'activations',
  'trainingMemory',
] as const;

/** Beside the Summary tab: the totals, and the table to take along. */
export function SummaryActions(): ReactNode {
  const { t } = useTranslation('drawer');
  const language = useLanguage();
  const document = useStrata((state) => state.document);
  const facts = useStrata((state) => state.facts);
  const [isCopied, setIsCopied] = useState(false);
  const { parameterCount, trainableCount, weightBytes, multiplyAdds } = facts.totals;
  return (
    <>
      <span className={styles.figures}>
        <span>
          <b>{countText(parameterCount)}</b> {t('parametersUnit', { count: parameterCount })}
          {trainableCount !== parameterCount &&
            t('ofWhichTrainable', { trainable: countText(trainableCount) })}
        </span>
        <span>{bytesText(weightBytes)}</span>
        <span>{t('multiplyAddsTotal', { amount: largeCountText(multiplyAdds, language) })}</span>
      </span>
      <IconButton
        label={isCopied ? t('copied') : t('copyTable')}
        size={26}
        onClick={() => {
          const header = columns.map((key) => t(`columns.${key}`));
          const rows = summaryRows(facts, estimateMemory(document, facts));
          void navigator.clipboard.writeText(summaryText(header, rows)).then(() => {
            setIsCopied(true);
            setTimeout(() => {
              setIsCopied(false);
            }, 2000);
          });
        }}
      >
        {isCopied ? <Check size={15} /> : <Copy size={15} />}
      </IconButton>
    </>
  );
}
