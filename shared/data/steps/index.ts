import type { StepDefinition } from '#shared/data/catalogue.ts';
import { oneHot } from '#shared/data/steps/oneHot.ts';
import { scale } from '#shared/data/steps/scale.ts';

/** The preparation steps, in the order in which they are offered. */
export const steps: readonly StepDefinition[] = [scale, oneHot];

/** The step of this kind. */
export function findStep(kind: string): StepDefinition | undefined {
  return steps.find((definition) => definition.kind === kind);
}
