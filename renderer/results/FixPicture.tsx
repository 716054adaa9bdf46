import type { ReactNode } from 'react';
import { familyColor } from '#renderer/parts/layerTile/LayerTile.tsx';
import type { DiagramChip, FixDiagram } from '#renderer/results/fixDiagram.ts';
import styles from './ProblemsTab.module.css';

const rowPx = 26;
const chipPx = 18;
const widthPx = 264;
const targetPx = 76;
const firstPx = 78;

/** The small picture on a fix card: the ways into the layer, what changes in accent. */
export function FixPicture({ diagram }: { readonly diagram: FixDiagram }): ReactNode {
  const { rows, target } = diagram;
  const height = Math.max(1, rows.length) * rowPx;
  const middle = height / 2;
  const targetX = widthPx - targetPx;
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${widthPx} ${height}`}
      width={widthPx}
      height={height}
      aria-hidden
    >
      {rows.map((row, index) => {
        const y = index * rowPx + rowPx / 2;
        const bendX = targetX - 20;
        const stroke = row.isChanged ? 'var(--accent)' : 'var(--edge)';
        const [first, second] = row.chips;
        return (
          <g key={index}>
            <path
              d={`M ${firstPx} ${y} H ${bendX} C ${bendX + 12} ${y} ${bendX + 8} ${middle} ${targetX} ${middle}`}
              fill="none"
              stroke={stroke}
              strokeWidth="1.5"
            />
            {first !== undefined && <Chip chip={first} x={0} y={y} width={firstPx} />}
            {first !== undefined && first.values.length > 0 && (
              <Values chip={first} x={firstPx + 6} y={y} />
            )}
            {second !== undefined && (
              <Chip chip={second} x={firstPx + 12} y={y} width={bendX - firstPx - 14} />
            )}
          </g>
        );
      })}
      <Chip chip={target} x={targetX} y={middle} width={targetPx} />
      {target.values.length > 0 &&
        (rows.length > 1 ? (
          <Values chip={target} x={targetX} y={middle - chipPx} />
        ) : (
          <Values chip={target} x={firstPx + 8} y={middle} />
        ))}
    </svg>
  );
}

interface ChipProps {
  readonly chip: DiagramChip;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function Chip({ chip, x, y, width }: ChipProps): ReactNode {
  const isOutlined = chip.change === 'new' || chip.change === 'replaced';
  const room = Math.floor((width - 8) / 5.6);
  const words = chip.change === 'new' ? `+ ${chip.name}` : chip.name;
  const text = words.length > room ? `${words.slice(0, room - 1)}…` : words;
  return (
    <g opacity={chip.change === 'gone' ? 0.45 : 1}>
      <rect
        x={x + 0.75}
        y={y - chipPx / 2 + 0.75}
        width={width - 1.5}
        height={chipPx - 1.5}
        rx="3"
        fill={isOutlined ? 'var(--accent-soft)' : familyColor(chip.family)}
        stroke={isOutlined ? 'var(--accent)' : 'none'}
        strokeWidth="1.5"
        strokeDasharray={chip.change === 'new' ? '4 3' : undefined}
      />
      <text
        x={x + width / 2}
        y={y + 3.5}
        textAnchor="middle"
        fontSize="10.5"
        fontWeight="500"
        textDecoration={chip.change === 'gone' ? 'line-through' : undefined}
        fill={isOutlined ? 'var(--accent-ink)' : '#fff'}
      >
        {text}
      </text>
    </g>
  );
}

function Values({
  chip,
  x,
  y,
}: {
  readonly chip: DiagramChip;
  readonly x: number;
  readonly y: number;
}): ReactNode {
  const [value] = chip.values;
  if (value === undefined) return null;
  const width = (value.before.length + value.after.length) * 6.2 + 12;
  return (
    <g>
      <rect x={x - 2} y={y - 8} width={width} height="16" fill="var(--card)" />
      <text x={x} y={y + 3.5} fontSize="10.5">
        <tspan fill="var(--text3)" textDecoration="line-through">
          {value.before}
        </tspan>
        <tspan dx="5" fill="var(--accent-ink)" fontWeight="600">
          {value.after}
        </tspan>
      </text>
    </g>
  );
}
