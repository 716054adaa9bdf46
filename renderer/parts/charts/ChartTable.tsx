import type { ReactNode } from 'react';
import type { ChartLine } from '#renderer/parts/charts/chartLine.ts';
import styles from './charts.module.css';

interface ChartTableProps {
  readonly caption: string;
  readonly epochHeader: string;
  readonly lines: readonly ChartLine[];
  readonly value: (value: number) => string;
  readonly heightPx: number;
}

/** The numbers of a chart, one row an epoch: the same for those who do not see curves. */
export function ChartTable(props: ChartTableProps): ReactNode {
  const lines = props.lines.filter(({ style }) => style !== 'faint');
  const epochs = [...new Set(lines.flatMap(({ x }) => x))].sort((a, b) => a - b);
  return (
    <div className={styles.tableHost} style={{ maxHeight: props.heightPx }} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.epochHeader}</th>
            {lines.map((line) => (
              <th key={line.key} scope="col">
                {line.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {epochs.map((epoch) => (
            <tr key={epoch}>
              <th scope="row">{epoch}</th>
              {lines.map((line) => {
                const value = line.y[line.x.indexOf(epoch)];
                return <td key={line.key}>{value === undefined ? '' : props.value(value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
