import type { EventName, Events, HostEvent } from '#shared/protocol/events.ts';

/** How many events are kept for pages that were away: about twenty minutes of training. */
const keptEvents = 5000;

/** Events with sequence numbers; the last ones can be heard again. */
export interface EventLog {
  publish<Name extends EventName>(name: Name, data: Events[Name]): void;
  /** Listens; returns how to stop. */
  subscribe(listener: (event: HostEvent) => void): () => void;
  /** Sequence number of the newest event; 0 before the first. */
  readonly sequence: number;
  /** Events after that number; null where some of them are no longer kept, or it is a number of another life. */
  since(sequence: number): readonly HostEvent[] | null;
}

/** An empty log. */
export function eventLog(): EventLog {
  let sequence = 0;
  let kept: HostEvent[] = [];
  const listeners = new Set<(event: HostEvent) => void>();
  return {
    publish(name, data) {
      sequence += 1;
      const event = { name, sequence, data } as HostEvent;
      kept.push(event);
      // Cut in bulk: cutting one a time would copy the list with every event.
      if (kept.length > 2 * keptEvents) kept = kept.slice(-keptEvents);
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get sequence() {
      return sequence;
    },
    since(after) {
      if (after > sequence || after < sequence - kept.length) return null;
      return after === sequence ? [] : kept.slice(after - sequence);
    },
  };
}
