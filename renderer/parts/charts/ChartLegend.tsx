import type { ReactNode } from 'react';
import { dashes, type ChartLine } from '#renderer/parts/charts/chartLine.ts';
import styles from './charts.module.css';

/** Which line is which: colour and dash pattern with the name. */
export function ChartLegend({ lines }: { readonly lines: readonly ChartLine[] }): ReactNode {
  return (
    <ul className={styles.legend}>
      {lines
        .filter(({ style }) => style !== 'faint')
        .map((line) => (
          <li key={line.key}>
            <svg width="22" height="8" aria-hidden>
              <line
                x1="0"
                y1="4"
                x2="22"
                y2="4"
                stroke={`var(${line.color})`}
                strokeWidth="2"
                strokeDasharray={dashes[line.style].join(' ')}
              />
            </svg>
            {line.label}
          </li>
        ))}
    </ul>
  );
}
