export type { Action, PlannedStep, StepPlan } from '#shared/data/planSteps.ts';
export { actionsOf, fitOf, neededFeatures, planSteps } from '#shared/data/planSteps.ts';
