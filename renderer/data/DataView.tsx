import { useEffect, type ReactNode } from 'react';
import { DataCenter } from '#renderer/data/DataCenter.tsx';
import { RecipePanel } from '#renderer/data/RecipePanel.tsx';
import { SourcesPanel } from '#renderer/data/SourcesPanel.tsx';
import { recipeChanged } from '#renderer/data/previewState.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './data.module.css';

/** The Data step: sources and checks at the left, the rows in the middle, what is done with them at the right. */
export function DataView(): ReactNode {
  const data = useStrata((state) => state.document.data);
  const seed = useStrata((state) => state.document.seed);
  const readReport = useStrata((state) => state.readReport);
  useEffect(() => {
    void readReport();
    recipeChanged();
  }, [data, seed, readReport]);
  return (
    <div className={styles.view}>
      <SourcesPanel />
      <DataCenter />
      {data.source === null ? null : <RecipePanel />}
    </div>
  );
}
