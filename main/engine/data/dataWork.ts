import type { Events } from '#shared/protocol/events.ts';

/** How long work with data tells how far it has come, and hears that it shall end. */
export interface DataWork {
  readonly signal: AbortSignal;
  /** `fraction`: 0 to 1. */
  readonly tell: (step: Events['dataProgress']['step'], fraction: number) => void;
}
