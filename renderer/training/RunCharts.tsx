import { useViewportSize } from '@mantine/hooks';
import { ChartLine as ChartIcon, Table2 } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EpochRecord, RunInfo } from '#shared/protocol/types.ts';
import { findMetric } from '#shared/training/metrics/index.ts';
import type { ChartLine, ChartMark } from '#renderer/parts/charts/chartLine.ts';
import { ChartLegend } from '#renderer/parts/charts/ChartLegend.tsx';
import { ChartTable } from '#renderer/parts/charts/ChartTable.tsx';
import { LineChart } from '#renderer/parts/charts/LineChart.tsx';
import {
  fractionRange,
  linearRange,
  logRange,
  type AxisRange,
} from '#renderer/parts/charts/scales.ts';
import { Segmented } from '#renderer/parts/forms/Segmented.tsx';
import { measureText } from '#renderer/parts/text/numberText.ts';
import { useLanguage } from '#renderer/parts/text/useLocalText.ts';
import { linesOf, traceLine, type LineWords } from '#renderer/training/chartsOfRun.ts';
import {
  bestEpoch,
  isFraction,
  metricKeys,
  metricText,
  readMetricKey,
  stoppingState,
} from '#renderer/training/runNumbers.ts';
import type { BatchPoint } from '#renderer/store/state.ts';
import { useStrata } from '#renderer/store/store.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import styles from './training.module.css';

/** The curves of the watched run, and of the runs that are compared with it. */
export function RunCharts({ run }: { readonly run: RunInfo }): ReactNode {
  const { t } = useTranslation('training');
  const language = useLanguage();
  const isLive = useStrata((state) => state.live?.id === run.id);
  const isLast = useStrata((state) => state.batchRun === run.id);
  const trace = useStrata((state) => state.batchTrace);
  const runs = useStrata((state) => state.runs);
  const comparedIds = useStrata((state) => state.comparedRuns);
  const [scale, setScale] = useState<'linear' | 'log'>('log');
  const compared = useMemo(
    () => comparedIds.flatMap((id) => runs.find((other) => other.id === id && id !== run.id) ?? []),
    [comparedIds, runs, run.id],
  );
  const words: LineWords = useMemo(
    () => ({
      training: t('trainingLine'),
      validation: t('validationLine'),
      compared: (number) => t('runLine', { number }),
    }),
    [t],
  );
  const lossLines = useMemo(
    () =>
      linesOf(
        run,
        compared,
        words,
        ({ loss }) => loss,
        ({ valLoss }) => valLoss,
      ),
    [run, compared, words],
  );
  const shownTrace = isLast && trace.length > 1 ? trace : noTrace;
  const withTrace = useMemo(
    () => [...batchLines(shownTrace, t('batchLine'), ({ loss }) => loss), ...lossLines],
    [shownTrace, lossLines, t],
  );
  // A run that is over will not fill the epochs it did not reach.
  const own = isLive
    ? run.document.training.epochs
    : Math.ceil(Math.max(run.epochs.at(-1)?.epoch ?? 0, shownTrace.at(-1)?.at ?? 0));
  const epochs = Math.max(own, ...compared.map(({ epochs: all }) => all.length));
  const common = { epochs, current: isLive ? (trace.at(-1)?.at ?? null) : null };
  const values = withTrace.map(({ y }) => y);
  const keys = metricKeys(run, shownTrace);
  const extraPx = useExtraHeight();
  const hasSchedule = run.document.training.schedule !== null && run.epochs.length > 0;
  return (
    <div className={styles.charts}>
      <Chart
        {...common}
        title={t('loss')}
        lines={withTrace}
        scale={scale}
        range={scale === 'log' ? logRange(values) : linearRange(values)}
        heightPx={286 + (keys.length === 0 ? extraPx : Math.round(extraPx * 0.55))}
        isEpochShown={keys.length === 0 && !hasSchedule}
        marks={useMarks(run)}
        tick={tickText}
        value={measureText}
        hasLegend
        tools={
          <Segmented
            name="loss-scale"
            label={t('scale')}
            isCompact
            options={[
              { value: 'linear', label: t('linear') },
              { value: 'log', label: t('log') },
            ]}
            value={scale}
            onChange={setScale}
          />
        }
      />
      {keys.map((key, index) => (
        <MetricChart
          key={key}
          {...common}
          metric={key}
          title={metricTitle(key, language)}
          lines={[
            ...batchLines(shownTrace, t('batchLine'), ({ metrics }) => metrics[key]),
            ...linesOf(
              run,
              compared,
              words,
              ({ metrics }) => metrics[key],
              ({ valMetrics }) => valMetrics?.[key],
            ),
          ]}
          isEpochShown={index === keys.length - 1 && !hasSchedule}
          heightPx={230 + Math.round((extraPx * 0.45) / keys.length)}
        />
      ))}
      {hasSchedule && <RateChart {...common} epochRecords={run.epochs} />}
    </div>
  );
}

/** What the window has more than the charts need at least, px; in steps, since a chart is drawn anew for each. */
function useExtraHeight(): number {
  const { height } = useViewportSize();
  return Math.max(0, Math.floor((height - leastWindowPx) / 20) * 20);
}

/** Window height in which a loss and a metric fit. */
const leastWindowPx = 760;

const noTrace: readonly BatchPoint[] = [];

function batchLines(
  trace: readonly BatchPoint[],
  label: string,
  value: (point: BatchPoint) => number | undefined,
): readonly ChartLine[] {
  const line = traceLine(trace, label, value);
  return line.x.length > 0 ? [line] : [];
}

function metricTitle(key: string, language: 'en' | 'zh-CN'): string {
  const { output, kind } = readMetricKey(key);
  const metric = findMetric(kind);
  const title = (language === 'zh-CN' ? metric?.gloss : metric?.title) ?? kind;
  return output === null ? title : `${output}: ${title}`;
}

function tickText(value: number): string {
  return value !== 0 && Math.abs(value) < 0.001 ? value.toExponential(0) : String(value);
}

/** The best epoch, and where early stopping would end the run. */
function useMarks(run: RunInfo): readonly ChartMark[] {
  const { t } = useTranslation('training');
  const { stopping } = run.document.training;
  const best = bestEpoch(run.epochs);
  const isLive = useStrata((state) => state.live?.id === run.id);
  const state = stopping === null ? null : stoppingState(stopping, run.epochs);
  const marks: ChartMark[] = [];
  if (best !== null && run.epochs.length > 1) {
    const value = measureText(best.valLoss ?? best.loss);
    const isKept = stopping?.restoreBestWeights === true;
    marks.push({
      key: 'best',
      x: best.epoch,
      tone: 'accent',
      title: t(isLive ? 'best' : 'bestOver', { epoch: best.epoch }),
      text: isKept ? t('weightsKept', { value }) : value,
    });
  }
  if (isLive && state !== null && state.used > 0) {
    marks.push({
      key: 'stopping',
      x: state.endsAfter,
      tone: 'warn',
      title: t('stoppingUsed', { used: state.used, patience: state.patience }),
      text: t('stoppingAfter', { epoch: state.endsAfter }),
    });
  }
  return marks;
}

interface MetricChartProps {
  readonly metric: string;
  readonly title: string;
  readonly lines: readonly ChartLine[];
  readonly epochs: number;
  readonly current: number | null;
  readonly isEpochShown: boolean;
  readonly heightPx: number;
}

function MetricChart(props: MetricChartProps): ReactNode {
  const { t } = useTranslation('training');
  const isPercent = isFraction(props.metric);
  const values = props.lines.map(({ y }) => y);
  const range = isPercent ? fractionRange(values) : linearRange(values);
  return (
    <Chart
      {...props}
      scale="linear"
      range={range}
      marks={[]}
      {...(isPercent && range[0] > 0
        ? { note: t('axisStarts', { value: `${Math.round(range[0] * 100)}%` }) }
        : {})}
      tick={(value) => (isPercent ? `${Number((value * 100).toFixed(1))}%` : tickText(value))}
      value={(value) => metricText(props.metric, value)}
    />
  );
}

interface RateChartProps {
  readonly epochRecords: readonly EpochRecord[];
  readonly epochs: number;
  readonly current: number | null;
}

function RateChart({ epochRecords, ...common }: RateChartProps): ReactNode {
  const { t } = useTranslation('training');
  const rates = epochRecords.map(({ learningRate }) => learningRate);
  const line: ChartLine = {
    key: 'rate',
    label: t('learningRate'),
    color: '--run-1',
    style: 'solid',
    hasPoints: rates.length === 1,
    x: epochRecords.map(({ epoch }) => epoch),
    y: rates,
  };
  return (
    <Chart
      {...common}
      title={t('learningRate')}
      lines={[line]}
      scale="linear"
      range={linearRange([rates])}
      heightPx={110}
      isEpochShown
      marks={[]}
      tick={tickText}
      value={(value) => String(Number(value.toPrecision(4)))}
    />
  );
}

interface ChartProps {
  readonly title: string;
  readonly note?: string;
  readonly lines: readonly ChartLine[];
  readonly epochs: number;
  readonly current: number | null;
  readonly scale: 'linear' | 'log';
  readonly range: AxisRange;
  readonly heightPx: number;
  readonly isEpochShown: boolean;
  readonly marks: readonly ChartMark[];
  readonly hasLegend?: boolean;
  readonly tools?: ReactNode;
  readonly tick: (value: number) => string;
  readonly value: (value: number) => string;
}

/** A chart with its heading; the same numbers as a table on request. */
function Chart(props: ChartProps): ReactNode {
  const { t } = useTranslation('training');
  const [isTable, setIsTable] = useState(false);
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.chartHead}>
        <h3 className={styles.title}>{props.title}</h3>
        {props.hasLegend === true && <ChartLegend lines={props.lines} />}
        {props.note !== undefined && <span className={styles.note}>{props.note}</span>}
        {props.tools}
        <IconButton
          label={isTable ? t('asChart') : t('asTable')}
          size={24}
          onClick={() => {
            setIsTable(!isTable);
          }}
        >
          {isTable ? <ChartIcon size={15} /> : <Table2 size={15} />}
        </IconButton>
      </figcaption>
      {isTable ? (
        <ChartTable
          caption={props.title}
          epochHeader={t('epoch')}
          lines={props.lines}
          value={props.value}
          heightPx={props.heightPx}
        />
      ) : (
        <LineChart
          {...props}
          label={t('chartLabel', { title: props.title })}
          syncKey="training"
          epochTitle={t('epoch')}
          epochLabel={(epoch) => t('epochNumber', { epoch })}
        />
      )}
    </figure>
  );
}
