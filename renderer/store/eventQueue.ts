import type { HostEvent } from '#shared/protocol/events.ts';

/** Events that change the page at most this often: the charts need no more, the main thread is glad of it. */
const periodMs = 250;

/**
 * Gathers events and hands them on together, at once after a rest and else four times a second. Of the `runBatch`
 * events of one hand-over only the last one of each run is kept.
 */
export function eventQueue(
  take: (events: readonly HostEvent[]) => void,
): (event: HostEvent) => void {
  let waiting: HostEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastMs = -Infinity;
  const flush = () => {
    timer = null;
    lastMs = performance.now();
    const events = waiting;
    waiting = [];
    take(events.filter((event, index) => !isOutdated(event, events.slice(index + 1))));
  };
  return (event) => {
    waiting.push(event);
    timer ??= setTimeout(flush, Math.max(0, lastMs + periodMs - performance.now()));
  };
}

function isOutdated(event: HostEvent, later: readonly HostEvent[]): boolean {
  return (
    event.name === 'runBatch' &&
    later.some((other) => other.name === 'runBatch' && other.data.runId === event.data.runId)
  );
}
