/** One line of a chart. */
export interface ChartLine {
  readonly key: string;
  /** What the legend, the tooltip and the table call it. */
  readonly label: string;
  /** Custom property that holds its colour: `--run-1`. */
  readonly color: string;
  readonly style: 'solid' | 'dashed' | 'dotted' | 'faint';
  /** Circles at the points. */
  readonly hasPoints: boolean;
  /** Grows along the line. */
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** A vertical line with a remark. */
export interface ChartMark {
  readonly key: string;
  readonly x: number;
  readonly tone: 'accent' | 'warn';
  readonly title: string;
  readonly text: string;
}

/** Dash pattern of each style, in px. */
export const dashes: Readonly<Record<ChartLine['style'], readonly number[]>> = {
  solid: [],
  dashed: [5, 4],
  dotted: [2, 4],
  faint: [],
};
