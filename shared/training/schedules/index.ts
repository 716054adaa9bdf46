import type { ScheduleDefinition } from '#shared/training/catalogue.ts';
import { cosineDecay } from '#shared/training/schedules/cosineDecay.ts';
import { exponentialDecay } from '#shared/training/schedules/exponentialDecay.ts';
import { stepDecay } from '#shared/training/schedules/stepDecay.ts';

/** The schedules, in the order in which they are offered; none is a constant rate. */
export const schedules: readonly ScheduleDefinition[] = [exponentialDecay, stepDecay, cosineDecay];

/** The schedule of this kind. */
export function findSchedule(kind: string): ScheduleDefinition | undefined {
  return schedules.find((definition) => definition.kind === kind);
}
