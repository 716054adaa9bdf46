import type { Feature } from '#shared/data/feature.ts';
import type { DataReport, FeatureReport, NumberStatistics } from '#shared/data/report.ts';

type Value = number | string | null;

/** A report as a reader makes it, of columns with literal values. Dates are texts that begin with `date:`. For tests. */
export function reportForTests(
  columns: Readonly<Record<string, readonly Value[]>>,
  more: Partial<DataReport> = {},
): DataReport {
  const features = Object.entries(columns).map(([name, values]) => featureReport(name, values));
  return {
    name: 'test.csv',
    bytes: null,
    trainCount: Object.values(columns)[0]?.length ?? 0,
    testCount: 0,
    features,
    duplicates: 0,
    problems: [],
    ...more,
  };
}

function featureReport(name: string, values: readonly Value[]): FeatureReport {
  const present = values.filter((value) => value !== null);
  const texts = present.map(String);
  const distinct = new Set(texts).size;
  const isDate = texts.every((text) => text.startsWith('date:'));
  const isNumber = present.every((value) => typeof value === 'number');
  const counts = [...new Set(texts)]
    .map((value) => ({ value, count: texts.filter((text) => text === value).length }))
    .sort((a, b) => b.count - a.count);
  const isText = !isNumber && !isDate && (distinct > 0.5 * texts.length || distinct > 200);
  const common = { name, role: 'input', shape: [], classes: null } as const;
  const classNames = [...new Set(texts)].sort();
  const feature: Feature = isDate
    ? { ...common, kind: 'date', dtype: 'float32' }
    : isNumber
      ? { ...common, kind: 'number', dtype: 'float32' }
      : isText
        ? { ...common, kind: 'text', dtype: 'text' }
        : { ...common, kind: 'category', dtype: 'text', classes: distinct, classNames };
  const measured = isDate
    ? texts.map((text) => Date.parse(text.slice(5)))
    : isNumber
      ? present.map(Number)
      : isText
        ? texts.map((text) => text.length)
        : [];
  return {
    feature,
    missing: values.length - present.length,
    distinct,
    numbers: measured.length === 0 ? null : statistics(measured),
    top: counts.slice(0, 20),
    sizes: [],
  };
}

function statistics(values: readonly number[]): NumberStatistics {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length,
  );
  return {
    min: at(0),
    max: at(1),
    mean,
    deviation,
    quartiles: [at(0.25), at(0.5), at(0.75)],
    histogram: [],
    outliers: 0,
  };
}
