import { NumberSketch } from '#main/engine/data/inspect/numberSketch.ts';
import { cellsOf } from '#main/engine/data/preview/previewRows.ts';
import type { CellsByName, OpenedSource } from '#main/engine/data/readers/reader.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { FeatureReport, ValueCount } from '#shared/data/report.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** Different values that are counted; of more it is not known how many there are. */
const distinctAtMost = 100_000;

/** The most frequent values that are told. */
const toldValues = 20;

/** Rows by which pictures and recordings are judged: reading all of them takes as long as training. */
const sampleRows = 500;

/** Gathers the report of one feature. */
interface Tally {
  add(cells: Cells): void;
  report(): FeatureReport;
}

/** Reports of all features, by reading the training part; pictures, recordings and large arrays by a sample, which a problem tells. */
export async function describeCells(
  opened: OpenedSource,
  tell: (fraction: number) => void,
  signal: AbortSignal,
): Promise<{ readonly features: readonly FeatureReport[]; readonly problems: readonly Problem[] }> {
  const { features, train } = opened;
  const tallies = new Map(features.map((feature) => [feature.name, tallyOf(feature)]));
  const add = (cells: CellsByName) => {
    for (const [name, each] of Object.entries(cells)) tallies.get(name)?.add(each);
  };
  const small = features.filter((feature) => !isLarge(feature)).map(({ name }) => name);
  // Pictures of one size in arrays need no look: what they are is known.
  const large = features
    .filter((feature) => isLarge(feature) && knownSize(feature) === null)
    .map(({ name }) => name);
  if (small.length > 0) {
    for await (const chunk of train.stream(small)) {
      signal.throwIfAborted();
      add(chunk.cells);
      tell((0.9 * (chunk.from + chunk.count)) / Math.max(1, train.count));
    }
  }
  const problems: Problem[] = [];
  if (large.length > 0) {
    const count = Math.min(sampleRows, train.count);
    add(await sampleOf(opened, large, count));
    signal.throwIfAborted();
    if (count < train.count) {
      problems.push({
        code: 'describe.sample',
        severity: 'warning',
        values: { features: large.join(', '), sample: count, count: train.count },
      });
    }
  }
  tell(1);
  const reports = features.map((feature) => {
    const report = reportOf(tallies, feature.name);
    const value = isLarge(feature) ? knownSize(feature) : null;
    return value === null ? report : { ...report, sizes: [{ value, count: train.count }] };
  });
  return { features: reports, problems };
}

function reportOf(tallies: ReadonlyMap<string, Tally>, name: string): FeatureReport {
  const tally = tallies.get(name);
  if (tally === undefined) throw new Error(`No feature ${name}.`);
  return tally.report();
}

/** Rows spread over the whole where any can be had, else the first ones. */
function sampleOf({ train }: OpenedSource, names: readonly string[], count: number) {
  if (train.gather === null) return cellsOf(train, names, 0, count);
  const step = train.count / Math.max(1, count);
  return train.gather(
    names,
    Uint32Array.from({ length: count }, (_, index) => Math.floor(index * step)),
  );
}

/** The size of every example, where the source knows it. */
function knownSize({ kind, shape }: Feature): string | null {
  if (kind === 'audio' || shape === null || shape.length === 0) return null;
  return shape.some((size) => size === null) ? null : shape.join('×');
}

function isLarge({ kind, shape }: Feature): boolean {
  if (kind === 'image' || kind === 'audio' || shape === null) return true;
  return shape.reduce<number>((product, size) => product * (size ?? 1), 1) > 64;
}

function tallyOf(feature: Feature): Tally {
  const values = new ValueTally();
  const sizes = new ValueTally();
  const numbers = new NumberSketch();
  let missing = 0;
  const takers: {
    readonly [Type in Cells['type']]: (cells: Extract<Cells, { type: Type }>) => void;
  } = {
    numbers: ({ shape, values: all }) => {
      if (shape.length > 0) {
        const size = shape.reduce((product, length) => product * length, 1);
        if (size > 0) sizes.add(shape.join('×'), all.length / size);
        return;
      }
      for (const value of all) {
        if (Number.isNaN(value)) missing += 1;
        else {
          numbers.add(value);
          values.add(feature.classNames?.[value] ?? String(value));
        }
      }
    },
    texts: ({ values: all }) => {
      for (const text of all) {
        if (text === null) missing += 1;
        else {
          values.add(text);
          if (feature.kind === 'text') numbers.add(text.length);
        }
      }
    },
    pictures: ({ values: all }) => {
      for (const picture of all) {
        if (picture === null) missing += 1;
        else sizes.add(`${picture.height}×${picture.width}×${picture.channels}`);
      }
    },
    signals: ({ values: all }) => {
      for (const signal of all) {
        if (signal === null) missing += 1;
        else numbers.add(signal.rate > 0 ? signal.values.length / signal.rate : 0);
      }
    },
  };
  return {
    add: (cells) => {
      (takers[cells.type] as (cells: Cells) => void)(cells);
    },
    report: () => {
      const isClass = feature.kind === 'category' || feature.classes !== null;
      // Of numbers that hardly ever come again, the most frequent ones say nothing.
      const isCounted = isClass || values.distinct === null || values.distinct <= 100;
      return {
        feature,
        missing,
        distinct: values.isEmpty ? null : values.distinct,
        numbers: isClass ? null : numbers.statistics(),
        top: isCounted || feature.kind === 'text' ? values.top() : [],
        sizes: sizes.top(),
      };
    },
  };
}

/** Counts how often each value comes, up to a bound of different ones. */
class ValueTally {
  readonly #counts = new Map<string, number>();
  #isFull = false;

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  /** null: more than are counted. */
  get distinct(): number | null {
    return this.#isFull ? null : this.#counts.size;
  }

  add(value: string, times = 1): void {
    const known = this.#counts.get(value);
    if (known === undefined && this.#counts.size >= distinctAtMost) {
      this.#isFull = true;
      return;
    }
    this.#counts.set(value, (known ?? 0) + times);
  }

  /** Empty where there are too many. */
  top(): readonly ValueCount[] {
    if (this.#isFull) return [];
    return [...this.#counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, toldValues);
  }
}
