import type { EngineEvent } from '#main/engine/messages.ts';
import type { Events } from '#shared/protocol/events.ts';

/** How long work with data tells how far it has come, and hears that it shall end. */
export interface DataWork {
  readonly signal: AbortSignal;
  /** `fraction`: 0 to 1. */
  readonly tell: (step: Events['dataProgress']['step'], fraction: number) => void;
}

/** Progress is told at most so often, ms. */
const tellEveryMs = 100;

/** Tells progress as events, at most ten times a second; where a step is done is always told. */
export function tellingProgress(emit: (event: EngineEvent) => void): DataWork['tell'] {
  let told = -Infinity;
  return (step, fraction) => {
    const now = performance.now();
    if (now - told < tellEveryMs && fraction < 1) return;
    told = now;
    emit({ type: 'dataProgress', progress: { step, fraction } });
  };
}
