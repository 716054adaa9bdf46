import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import uPlot from 'uplot';
import type { ChartMark } from '#renderer/parts/charts/chartLine.ts';
import {
  axisWidthPx,
  plotData,
  plotOptions,
  plotShape,
  rightPx,
  type PlotContent,
} from '#renderer/parts/charts/plotOptions.ts';
import styles from './charts.module.css';

/** The least time between two drawings. */
const redrawMs = 250;

interface LineChartProps extends PlotContent {
  /** What a screen reader is told. */
  readonly label: string;
  readonly marks?: readonly ChartMark[];
  readonly value: (value: number) => string;
  readonly epochLabel: (epoch: number) => string;
}

interface Hover {
  readonly epoch: number;
  /** Where the pointer is, 0 to 1 of the plot's width. */
  readonly fraction: number;
}

const join = (tables: uPlot.AlignedData[]): uPlot.AlignedData => uPlot.join(tables);

/** Curves over epochs. Draws at most four times a second, however often its values change. */
export function LineChart(props: LineChartProps): ReactNode {
  const hostRef = useRef<HTMLDivElement>(null);
  const plotRef = useRef<uPlot | null>(null);
  const drawnMsRef = useRef(0);
  const latestRef = useRef(props);
  const [hover, setHover] = useState<Hover | null>(null);
  const shape = plotShape(props);

  useEffect(() => {
    latestRef.current = props;
    const draw = (): void => {
      drawnMsRef.current = performance.now();
      plotRef.current?.setData(plotData(latestRef.current.lines, join), true);
    };
    const waitMs = Math.max(0, drawnMsRef.current + redrawMs - performance.now());
    const timer = setTimeout(draw, waitMs);
    return () => {
      clearTimeout(timer);
    };
  }, [props]);

  useEffect(() => {
    const host = hostRef.current;
    if (host === null) return undefined;
    const latest = (): LineChartProps => latestRef.current;
    const plot = new uPlot(
      plotOptions(latest, host.clientWidth, (epoch, fraction) => {
        setHover(epoch === null ? null : { epoch, fraction });
      }),
      plotData(latest().lines, join),
      host,
    );
    plotRef.current = plot;
    drawnMsRef.current = performance.now();
    const resize = new ResizeObserver(() => {
      plot.setSize({ width: host.clientWidth, height: latest().heightPx });
    });
    resize.observe(host);
    // The colours are custom properties: another theme needs another drawing.
    const theme = new MutationObserver(() => {
      plot.redraw(false);
    });
    theme.observe(document.documentElement, { attributes: true });
    return () => {
      resize.disconnect();
      theme.disconnect();
      plot.destroy();
      plotRef.current = null;
    };
  }, [shape]);

  return (
    <div className={styles.chart}>
      <div ref={hostRef} role="img" aria-label={props.label} style={{ height: props.heightPx }} />
      <div className={styles.overlay} style={{ left: axisWidthPx, right: rightPx }}>
        {props.marks?.map((mark) => (
          <Mark key={mark.key} mark={mark} fraction={mark.x / Math.max(1, props.epochs)} />
        ))}
        {hover !== null && <Tooltip {...props} hover={hover} />}
      </div>
    </div>
  );
}

function Mark({
  mark,
  fraction,
}: {
  readonly mark: ChartMark;
  readonly fraction: number;
}): ReactNode {
  if (fraction > 1) return null;
  return (
    <div className={styles.mark} data-tone={mark.tone} style={{ left: `${fraction * 100}%` }}>
      {mark.title !== '' && (
        <div className={styles.remark} data-side={fraction > 0.5 ? 'left' : 'right'}>
          <b>{mark.title}</b>
          <span>{mark.text}</span>
        </div>
      )}
    </div>
  );
}

function Tooltip(props: LineChartProps & { readonly hover: Hover }): ReactNode {
  const { hover } = props;
  const rows = props.lines.flatMap((line) => {
    const at = line.style === 'faint' ? -1 : line.x.indexOf(hover.epoch);
    const value = line.y[at];
    return value === undefined ? [] : [{ key: line.key, label: line.label, value }];
  });
  if (rows.length === 0) return null;
  const isRight = hover.fraction > 0.6;
  return (
    <div
      className={styles.tooltip}
      style={
        isRight
          ? { right: `calc(${(1 - hover.fraction) * 100}% + 12px)` }
          : { left: `calc(${hover.fraction * 100}% + 12px)` }
      }
    >
      <div>{props.epochLabel(hover.epoch)}</div>
      {rows.map(({ key, label, value }) => (
        <div key={key} className={styles.tooltipRow}>
          <span>{label}</span>
          <b>{props.value(value)}</b>
        </div>
      ))}
    </div>
  );
}
