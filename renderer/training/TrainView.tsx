import type { ReactNode } from 'react';
import { RunCenter } from '#renderer/training/RunCenter.tsx';
import { RunList } from '#renderer/training/RunList.tsx';
import { TrainSide } from '#renderer/training/TrainSide.tsx';
import styles from './training.module.css';

/** The Train step: runs at the left, the watched run in the middle, settings and results at the right. */
export function TrainView(): ReactNode {
  return (
    <div className={styles.view}>
      <RunList />
      <RunCenter />
      <TrainSide />
    </div>
  );
}
