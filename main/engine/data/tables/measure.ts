import type { SqlValue, TableSession } from '#main/engine/data/tables/session.ts';
import { plainText } from '#main/engine/data/tables/session.ts';
import type { TakenColumn } from '#main/engine/data/tables/values.ts';
import { finite, when } from '#main/engine/data/tables/values.ts';
import type { NumberStatistics, ValueCount } from '#shared/data/report.ts';

/** What a scan says of a column. */
export interface Measured {
  /** Rows that have something in the file. */
  readonly given: number;
  /** Rows whose value is of the kind that it is taken as. */
  readonly parsed: number;
  /** Rows whose value can be computed with. */
  readonly usable: number;
  /** Different values; about, where there are many rows. */
  readonly distinct: number;
  /** Of numbers: all are whole. */
  readonly isWhole: boolean;
  /** Of numbers and dates, or of the lengths of texts (of lists: how many numbers); null: there are none. */
  readonly numbers: Pick<
    NumberStatistics,
    'min' | 'max' | 'mean' | 'deviation' | 'quartiles'
  > | null;
}

/** What a second scan says of a column. */
export interface Counted {
  readonly histogram: readonly number[];
  readonly outliers: number;
  /** Every value with its count; null: there are too many. */
  readonly values: readonly ValueCount[] | null;
}

/** Columns of one scan: each keeps some kilobytes for its quartiles. */
const columnsAtOnce = 400;

/** Pieces of a histogram. */
const pieces = 20;

/** Quartiles come from so many rows, chosen at random. */
const sampleRows = 8192;

/** In tables of at most so many cells different values are counted, not estimated: an estimate can be a sixth off. */
const countedCells = 1_000_000;

/** Scans the rows and measures columns, by name. `rows`: how many rows there are. */
export async function measureColumns(
  session: TableSession,
  from: string,
  columns: readonly TakenColumn[],
  tell: (fraction: number) => void,
  signal: AbortSignal,
): Promise<{ readonly rows: number; readonly measured: ReadonlyMap<string, Measured> }> {
  const measured = new Map<string, Measured>();
  let rows = 0;
  for (const [group, share] of inGroups(columns)) {
    const inner = group.map(({ raw, value }, n) => `${raw} AS r${n}, ${value} AS v${n}`);
    const middle = group.map(({ taken }, n) => `r${n}, v${n}, ${measurable(taken, n)} AS f${n}`);
    const cells = `(SELECT ${middle.join(', ')} FROM (SELECT ${inner.join(', ')} FROM ${from}))`;
    const outer = group.flatMap(({ taken }, n) => [
      `count(r${n})`,
      `count(v${n})`,
      `count(f${n})`,
      `approx_count_distinct(${compared(taken, n)})`,
      taken === 'number' ? `bool_and(f${n} = floor(f${n}))` : 'false',
      `min(f${n})`,
      `max(f${n})`,
      `avg(f${n})`,
      `stddev_pop(f${n})`,
      `reservoir_quantile(f${n}, [0.25, 0.5, 0.75], ${sampleRows})`,
    ]);
    const sql = `SELECT ${['count(*)', ...outer].join(', ')} FROM ${cells}`;
    const [answer = []] = await session.query(sql, signal, share(tell));
    rows = Number(answer[0]);
    const exact =
      rows * columns.length <= countedCells
        ? await distinctCounts(session, group, cells, signal)
        : null;
    for (const [n, { name }] of group.entries()) {
      const found = measuredIn(answer.slice(1 + n * 10, 11 + n * 10));
      measured.set(name, { ...found, distinct: exact?.[n] ?? found.distinct });
    }
  }
  return { rows, measured };
}

/** How many different values the columns of a group have. */
async function distinctCounts(
  session: TableSession,
  group: readonly TakenColumn[],
  cells: string,
  signal: AbortSignal,
): Promise<readonly number[]> {
  const counts = group.map(({ taken }, n) => `count(DISTINCT ${compared(taken, n)})`);
  const [answer = []] = await session.query(`SELECT ${counts.join(', ')} FROM ${cells}`, signal);
  return answer.map(Number);
}

/** What of a column tells values apart. */
function compared(taken: TakenColumn['taken'], n: number): string {
  return taken === 'number' || taken === 'date' ? `f${n}` : `v${n}`;
}

function measurable(taken: TakenColumn['taken'], n: number): string {
  if (taken === 'number') return finite(`v${n}`);
  if (taken === 'date') return `v${n}`;
  return taken === 'list' ? `len(v${n})::DOUBLE` : `length(v${n})::DOUBLE`;
}

function measuredIn(cells: readonly SqlValue[]): Measured {
  const [given, parsed, usable, distinct, isWhole, min, max, mean, deviation, quartiles] = cells;
  const [first = 0, second = 0, third = 0] = (quartiles ?? []) as readonly number[];
  return {
    given: Number(given),
    parsed: Number(parsed),
    usable: Number(usable),
    distinct: Math.min(Number(distinct), Number(usable)),
    isWhole: isWhole === true,
    numbers:
      Number(usable) === 0
        ? null
        : {
            min: Number(min),
            max: Number(max),
            mean: Number(mean),
            deviation: Number(deviation),
            quartiles: [first, second, third],
          },
  };
}

/** A column with what the first scan said, and whether its values shall be listed. */
export interface CountedColumn {
  readonly column: TakenColumn;
  readonly measured: Measured;
  readonly listsValues: boolean;
}

/** Scans the rows a second time: histograms, outliers, and how often each value comes. */
export async function countColumns(
  session: TableSession,
  from: string,
  columns: readonly CountedColumn[],
  tell: (fraction: number) => void,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Counted>> {
  const counted = new Map<string, Counted>();
  for (const [group, share] of inGroups(columns)) {
    const inner = group.map(({ column }, n) => `${column.value} AS v${n}`);
    const middle = group.map(({ column }, n) => `v${n}, ${measurable(column.taken, n)} AS f${n}`);
    const outer = group.flatMap(({ column, measured, listsValues }, n) => [
      pieceCounts(measured, `f${n}`),
      outlierCount(measured, `f${n}`),
      listsValues ? `map_entries(histogram(${compared(column.taken, n)}))` : 'NULL',
    ]);
    const sql =
      `SELECT ${outer.join(', ')} FROM (SELECT ${middle.join(', ')} ` +
      `FROM (SELECT ${inner.join(', ')} FROM ${from}))`;
    const [answer = []] = await session.query(sql, signal, share(tell));
    for (const [n, { column, measured }] of group.entries()) {
      const [histogram, outliers, values] = answer.slice(n * 3, n * 3 + 3);
      counted.set(column.name, {
        histogram: histogramIn(histogram ?? null, measured),
        outliers: Number(outliers ?? 0),
        values: valuesIn(values ?? null),
      });
    }
  }
  return counted;
}

function pieceCounts({ numbers }: Measured, value: string): string {
  if (numbers === null || !(numbers.max > numbers.min)) return 'NULL';
  const width = (numbers.max - numbers.min) / pieces;
  if (!Number.isFinite(width) || width === 0) return 'NULL';
  const place = `floor((${value} - ${literal(numbers.min)}) / ${literal(width)})`;
  // `least` and `greatest` pass over NULL: a missing value would count as the largest.
  const within = `greatest(0, least(${pieces - 1}, ${place}))::TINYINT`;
  return `map_entries(histogram(${when(`${value} IS NOT NULL`, within)}))`;
}

function outlierCount({ numbers }: Measured, value: string): string {
  if (numbers === null) return '0';
  const [first, , third] = numbers.quartiles;
  const reach = 3 * (third - first);
  // Where half of all values are the same there is no range to be outside of.
  if (!(reach > 0)) return '0';
  const isOutside = `${value} < ${literal(first - reach)} OR ${value} > ${literal(third + reach)}`;
  return `count(${when(isOutside, '1')})`;
}

function literal(value: number): string {
  return `(${value}::DOUBLE)`;
}

interface Entry {
  readonly key: SqlValue;
  readonly value: SqlValue;
}

function histogramIn(entries: SqlValue, { numbers, usable }: Measured): readonly number[] {
  const histogram = Array.from({ length: pieces }, () => 0);
  if (numbers === null) return histogram;
  if (entries === null) {
    histogram[0] = usable;
    return histogram;
  }
  for (const { key, value } of entries as unknown as readonly Entry[]) {
    if (key !== null) histogram[Number(key)] = Number(value);
  }
  return histogram;
}

function valuesIn(entries: SqlValue): readonly ValueCount[] | null {
  if (entries === null) return null;
  return (entries as unknown as readonly Entry[])
    .flatMap(({ key, value }) =>
      key === null ? [] : [{ value: plainText(key), count: Number(value) }],
    )
    .sort((a, b) => b.count - a.count);
}

type Tell = (fraction: number) => void;

/** Groups of columns; each scan tells its share of the whole. */
function inGroups<Item>(
  items: readonly Item[],
): readonly (readonly [readonly Item[], (tell: Tell) => Tell])[] {
  const count = Math.max(1, Math.ceil(items.length / columnsAtOnce));
  return Array.from({ length: count }, (_, index) => [
    items.slice(index * columnsAtOnce, (index + 1) * columnsAtOnce),
    (tell: Tell) => (fraction: number) => {
      tell((index + fraction) / count);
    },
  ]);
}
