import { useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '#shared/graph/graph.ts';
import { CodeView } from '#renderer/parts/code/CodeView.tsx';
import type { MarkedLines } from '#renderer/parts/code/markedLines.ts';
import { familyInk } from '#renderer/parts/layerTile/LayerTile.tsx';
import { useCode } from '#renderer/codeView/useCode.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './codeView.module.css';

/** The network as code, kept up to date with every edit. A layer's lines and its card show each other. */
export function CodeTab(): ReactNode {
  const { t } = useTranslation('drawer');
  const { language, code } = useCode();
  const facts = useStrata((state) => state.facts);
  const selection = useStrata((state) => state.selection);
  const hovered = useStrata((state) => state.hovered);
  const hover = useStrata((state) => state.hover);
  const select = useStrata((state) => state.select);
  const [selected] = selection;

  useEffect(
    () => () => {
      hover(null);
    },
    [hover],
  );
  const marked = useMemo((): readonly MarkedLines[] => {
    const ids = hovered === null ? selection : [...selection, hovered];
    return ids.flatMap((id) => {
      const lines = code.lines.get(id);
      const color = familyInk(facts.nodes.get(id)?.layer?.family);
      return lines === undefined ? [] : [{ ...lines, color }];
    });
  }, [code, facts, selection, hovered]);
  const nodeAt = (line: number): NodeId | null => {
    for (const [id, { from, to }] of code.lines) {
      if (line >= from && line <= to) return id as NodeId;
    }
    return null;
  };

  return (
    <div className={styles.host}>
      <CodeView
        label={t('codeLabel', { language: language.title })}
        text={code.text}
        syntax={language.syntax}
        marked={marked}
        shown={selected === undefined ? null : (code.lines.get(selected) ?? null)}
        onHoverLine={(line) => {
          hover(line === null ? null : nodeAt(line));
        }}
        onClickLine={(line) => {
          const node = nodeAt(line);
          if (node !== null) select([node]);
        }}
      />
    </div>
  );
}
