import type uPlot from 'uplot';
import { dashes, type ChartLine } from '#renderer/parts/charts/chartLine.ts';
import {
  epochTicks,
  linearTicks,
  logTicks,
  type AxisRange,
} from '#renderer/parts/charts/scales.ts';

/** Room for the ticks at the left, px. */
export const axisWidthPx = 46;
/** Room at the right, px. */
export const rightPx = 10;
const axisHeightPx = 22;
const titleHeightPx = 16;

/** What a plot shows; read again at every drawing. */
export interface PlotContent {
  readonly lines: readonly ChartLine[];
  readonly epochs: number;
  readonly scale: 'linear' | 'log';
  readonly range: AxisRange;
  readonly heightPx: number;
  readonly isEpochShown: boolean;
  /** What the epochs' axis is called. */
  readonly epochTitle: string;
  readonly syncKey: string;
  /** End of what is trained so far, in epochs; null: nothing runs. */
  readonly current: number | null;
  readonly tick: (value: number) => string;
}

/** uPlot's numbers for the two kinds of scale; its own enum exists only for its compiler. */
const distributions: Readonly<Record<PlotContent['scale'], number>> = { linear: 1, log: 3 };

/** The value of a custom property of the theme. */
function colorOf(property: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(property).trim();
}

/** What must be the same for a plot to be kept: everything that uPlot reads only once. */
export function plotShape(content: PlotContent): string {
  const lines = content.lines.map((line) =>
    [line.key, line.style, line.color, String(line.hasPoints)].join(' '),
  );
  const { scale, heightPx, isEpochShown, epochTitle, syncKey } = content;
  return [scale, heightPx, isEpochShown, epochTitle, syncKey, ...lines].join();
}

/** The lines as uPlot wants them: one column of epochs, one of values for each line. */
export function plotData(
  lines: readonly ChartLine[],
  join: (tables: uPlot.AlignedData[]) => uPlot.AlignedData,
): uPlot.AlignedData {
  if (lines.length === 0) return [[]];
  return join(lines.map(({ x, y }) => [[...x], [...y]]));
}

/** Options of a plot whose content may change between drawings. */
export function plotOptions(
  content: () => PlotContent,
  widthPx: number,
  onHover: (epoch: number | null, fraction: number) => void,
): uPlot.Options {
  const first = content();
  const axis = {
    stroke: () => colorOf('--text3'),
    font: '11px "Inter Variable", system-ui, sans-serif',
    ticks: { show: false },
    border: { show: false },
  };
  const scales = {
    x: { time: false, range: (): [number, number] => [0, Math.max(1, content().epochs)] },
    y: {
      distr: distributions[first.scale],
      range: (): [number, number] => [...content().range],
    },
  };
  return {
    width: widthPx,
    height: first.heightPx,
    padding: [8, rightPx, first.isEpochShown ? 0 : 6, 0],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { setScale: false, x: false, y: false },
      points: { show: false },
      sync: { key: first.syncKey },
    },
    scales,
    axes: [
      {
        ...axis,
        size: first.isEpochShown ? axisHeightPx : 0,
        gap: 4,
        ...(first.isEpochShown
          ? { label: first.epochTitle, labelSize: titleHeightPx, labelGap: 0, labelFont: axis.font }
          : {}),
        grid: { show: false },
        splits: (plot) => [...epochTicks(content().epochs, Math.floor(plot.width / 60))],
        values: (_plot, splits) => (first.isEpochShown ? splits.map(String) : splits.map(() => '')),
      },
      {
        ...axis,
        size: axisWidthPx,
        gap: 6,
        grid: { stroke: () => colorOf('--line'), width: 1 },
        splits: () => {
          const { scale, range } = content();
          return [...(scale === 'log' ? logTicks(range) : linearTicks(range))];
        },
        // uPlot would thin out logarithmic ticks on its own terms.
        filter: (_plot, splits) => splits,
        values: (_plot, splits) => splits.map((split) => content().tick(split)),
      },
    ],
    series: [{}, ...first.lines.map(seriesOf)],
    hooks: {
      drawAxes: [
        (plot) => {
          tintCurrentEpoch(plot, content().current);
        },
      ],
      setCursor: [
        (plot) => {
          const left = plot.cursor.left ?? -1;
          if (left < 0) onHover(null, 0);
          else
            onHover(
              Math.max(1, Math.round(plot.posToVal(left, 'x'))),
              left / plot.over.clientWidth,
            );
        },
      ],
    },
  };
}

function seriesOf(line: ChartLine): uPlot.Series {
  const isFaint = line.style === 'faint';
  return {
    label: line.label,
    stroke: () => (isFaint ? `${colorOf(line.color)}66` : colorOf(line.color)),
    width: isFaint ? 1 : 2,
    dash: [...dashes[line.style]],
    // Lines have points at different places; joining them leaves gaps that are none.
    spanGaps: true,
    points: {
      show: line.hasPoints,
      size: 7,
      width: 1.75,
      stroke: () => colorOf(line.color),
      fill: () => colorOf('--panel'),
    },
  };
}

/** The epoch that is running now gets a tinted strip. */
function tintCurrentEpoch(plot: uPlot, current: number | null): void {
  if (current === null) return;
  const from = plot.valToPos(Math.floor(current), 'x', true);
  const to = plot.valToPos(current, 'x', true);
  plot.ctx.save();
  plot.ctx.fillStyle = `${colorOf('--accent')}14`;
  plot.ctx.fillRect(from, plot.bbox.top, to - from, plot.bbox.height);
  plot.ctx.restore();
}
