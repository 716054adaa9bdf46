import { CircleQuestionMark } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeFacts } from '#shared/graph/facts.ts';
import type { Shape } from '#shared/shape/shape.ts';
import { readyBlocks } from '#shared/blocks/index.ts';
import { blockOf } from '#renderer/parts/cards/cardWords.ts';
import { LayerTile } from '#renderer/parts/layerTile/LayerTile.tsx';
import { shapesText } from '#renderer/parts/text/shapeText.ts';
import { useLanguage, useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import styles from './inspector.module.css';

interface LayerHeadProps {
  readonly facts: NodeFacts;
  readonly isExplained: boolean;
  readonly onExplain: () => void;
}

const blockTile = { family: 'io', pictogram: 'block' } as const;

/** What is selected: pictogram, kind, shapes in and out, one sentence; more words on request. */
export function LayerHead({ facts, isExplained, onExplain }: LayerHeadProps): ReactNode {
  const { t } = useTranslation('inspector');
  const localText = useLocalText();
  const language = useLanguage();
  const { layer, outputs } = facts;
  const block = useStrata((state) => blockOf(facts, state.document.blocks));
  const ready = readyBlocks.find((each) => each.block.id === block?.id);
  const sentence =
    layer !== undefined
      ? localText(layer.doc)
      : block === undefined
        ? t('unknownKind')
        : ready === undefined
          ? t('block.doc')
          : localText(ready.doc);
  const inputs = facts.inputs.filter((shape): shape is Shape => shape !== null);
  return (
    <header className={styles.head}>
      <div className={styles.headRow}>
        <LayerTile layer={block === undefined ? layer : blockTile} sizePx={26} />
        <div className={styles.headWords}>
          <h2 className={styles.title}>
            {layer?.title ?? block?.name ?? facts.node.kind}
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
      <p className={styles.sentence}>{sentence}</p>
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
