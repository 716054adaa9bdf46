import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AugmentationSection } from '#renderer/data/AugmentationSection.tsx';
import { PredictSection } from '#renderer/data/PredictSection.tsx';
import { RecipeFoot } from '#renderer/data/RecipeFoot.tsx';
import { SplitSection } from '#renderer/data/SplitSection.tsx';
import { WindowsSection } from '#renderer/data/WindowsSection.tsx';
import { StepList } from '#renderer/data/StepList.tsx';
import styles from './RecipePanel.module.css';

/** What is predicted, how rows are prepared and divided, and what the network then gets. */
export function RecipePanel(): ReactNode {
  const { t } = useTranslation('data');
  return (
    <aside className={styles.recipe} aria-label={t('recipePanel')}>
      <div className={styles.recipeBody}>
        <PredictSection />
        <StepList />
        <AugmentationSection />
        <SplitSection />
        <WindowsSection />
      </div>
      <RecipeFoot />
    </aside>
  );
}
