import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '#shared/graph/graph.ts';
import { LayerTile } from '#renderer/parts/layerTile/LayerTile.tsx';
import { useStrata } from '#renderer/store/store.ts';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './inspector.module.css';

/** The layers whose shapes cannot be known before this one is mended. */
export function WaitingList({ id }: { readonly id: NodeId }): ReactNode {
  const { t } = useTranslation('inspector');
  const nodes = useStrata((state) => state.sheet.facts.nodes);
  const revealPlace = useStrata((state) => state.revealPlace);
  const waiting = [...nodes.values()].filter((facts) => facts.waitsFor.includes(id));
  if (waiting.length === 0) return null;
  return (
    <Section title={t('waiting')} value={String(waiting.length)}>
      <ul className={styles.list}>
        {waiting.map(({ node, layer }) => (
          <li key={node.id}>
            <button
              type="button"
              className={styles.listRow}
              onClick={() => {
                revealPlace({ node: node.id });
              }}
            >
              <LayerTile layer={layer} sizePx={18} />
              {node.name}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
