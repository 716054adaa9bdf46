import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LayerTile } from '#renderer/parts/layerTile/LayerTile.tsx';
import { countText } from '#renderer/parts/text/numberText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './inspector.module.css';

/** Several selected layers: how many of which kind, and what they hold together. */
export function SelectionPanel(): ReactNode {
  const { t } = useTranslation('inspector');
  const selection = useStrata((state) => state.selection);
  const nodes = useStrata((state) => state.sheet.facts.nodes);
  const select = useStrata((state) => state.select);
  const chosen = selection.flatMap((id) => nodes.get(id) ?? []);
  const parameters = chosen.reduce((sum, { parameterCount }) => sum + parameterCount, 0);
  const multiplyAdds = chosen.reduce((sum, facts) => sum + facts.multiplyAdds, 0);
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('selected', { count: chosen.length })}</h2>
      </header>
      <Section>
        <dl className={styles.pairs}>
          <div>
            <dt>{t('parameters')}</dt>
            <dd>{countText(parameters)}</dd>
          </div>
          <div>
            <dt>{t('multiplyAdds')}</dt>
            <dd>{countText(multiplyAdds)}</dd>
          </div>
        </dl>
      </Section>
      <Section title={t('layers')}>
        <ul className={styles.list}>
          {chosen.map(({ node, layer, parameterCount }) => (
            <li key={node.id}>
              <button
                type="button"
                className={styles.listRow}
                onClick={() => {
                  select([node.id]);
                }}
              >
                <LayerTile layer={layer} sizePx={18} />
                {node.name}
                <span className={styles.listCount}>{countText(parameterCount)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
