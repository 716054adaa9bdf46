import { CircleQuestionMark } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeFacts } from '#shared/graph/facts.ts';
import type { Shape } from '#shared/shape/shape.ts';
import { LayerTile } from '#renderer/parts/layerTile/LayerTile.tsx';
import { shapesText } from '#renderer/parts/text/shapeText.ts';
import { useLanguage, useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import styles from './inspector.module.css';

interface LayerHeadProps {
  readonly facts: NodeFacts;
  readonly isExplained: boolean;
  readonly onExplain: () => void;
}

/** What is selected: pictogram, kind, shapes in and out, one sentence; more words on request. */
export function LayerHead({ facts, isExplained, onExplain }: LayerHeadProps): ReactNode {
  const { t } = useTranslation('inspector');
  const localText = useLocalText();
  const language = useLanguage();
  const { layer, outputs } = facts;
  const inputs = facts.inputs.filter((shape): shape is Shape => shape !== null);
  return (
    <header className={styles.head}>
      <div className={styles.headRow}>
        <LayerTile layer={layer} sizePx={26} />
        <div className={styles.headWords}>
          <h2 className={styles.title}>
            {layer?.title ?? facts.node.kind}
            {language === 'zh-CN' && layer !== undefined && (
              <span className={styles.gloss}>{layer.gloss}</span>
            )}
          </h2>
          <p className={styles.shapes} data-tone={outputs === null ? facts.status : undefined}>
            {outputs === null
              ? t('shapeUnknown')
              : inputs.length === 0
                ? shapesText(outputs)
                : `${shapesText(inputs)} → ${shapesText(outputs)}`}
          </p>
        </div>
        <IconButton label={t('explain')} isToggle isActive={isExplained} onClick={onExplain}>
          <CircleQuestionMark size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      <p className={styles.sentence}>
        {layer === undefined ? t('unknownKind') : localText(layer.doc)}
      </p>
      {isExplained && layer !== undefined && (
        <div className={styles.more}>
          {layer.differences !== undefined && <p>{localText(layer.differences)}</p>}
          <a href={layer.link} target="_blank" rel="noopener noreferrer">
            {t('docs', { name: layer.title })}
          </a>
        </div>
      )}
    </header>
  );
}
