import { useEffect, type ReactNode } from 'react';
import { DataCenter } from '#renderer/data/DataCenter.tsx';
import { DrawingPad } from '#renderer/data/DrawingPad.tsx';
import { RecipePanel } from '#renderer/data/RecipePanel.tsx';
import { SourcesPanel } from '#renderer/data/SourcesPanel.tsx';
import { recipeChanged } from '#renderer/data/previewState.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './DataView.module.css';

/** The source is read again after it was left alone for so long, ms. */
const restMs = 300;

/** The Data step: sources and checks at the left, the rows in the middle, what is done with them at the right. */
export function DataView(): ReactNode {
  const data = useStrata((state) => state.document.data);
  const seed = useStrata((state) => state.document.seed);
  const readReport = useStrata((state) => state.readReport);
  useEffect(() => {
    recipeChanged();
    // A file name is typed letter by letter.
    const timer = setTimeout(
      () => void readReport(),
      useStrata.getState().dataReport === null ? 0 : restMs,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [data, seed, readReport]);
  return (
    <div className={styles.view}>
      <SourcesPanel />
      <DataCenter />
      {data.source === null ? null : <RecipePanel />}
      <DrawingPad />
    </div>
  );
}
