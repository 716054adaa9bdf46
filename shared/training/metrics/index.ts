import type { MetricDefinition } from '#shared/training/catalogue.ts';
import { accuracy } from '#shared/training/metrics/accuracy.ts';
import { meanAbsoluteError } from '#shared/training/metrics/meanAbsoluteError.ts';
import { meanSquaredError } from '#shared/training/metrics/meanSquaredError.ts';
import { precision } from '#shared/training/metrics/precision.ts';
import { recall } from '#shared/training/metrics/recall.ts';

/** The metrics, in the order in which they are offered. */
export const metrics: readonly MetricDefinition[] = [
  accuracy,
  precision,
  recall,
  meanSquaredError,
  meanAbsoluteError,
];

/** The metric of this kind. */
export function findMetric(kind: string): MetricDefinition | undefined {
  return metrics.find((definition) => definition.kind === kind);
}
