import { describe, expect, test } from 'vitest';
import { eventLog } from '#main/core/eventLog.ts';

describe('eventLog', () => {
  test('numbers grow by one, and listeners hear until they stop', () => {
    const log = eventLog();
    const heard: number[] = [];
    const stop = log.subscribe(({ sequence }) => heard.push(sequence));
    log.publish('runsChanged', { documentId: 'a' });
    log.publish('runsChanged', { documentId: 'b' });
    stop();
    log.publish('runsChanged', { documentId: 'c' });
    expect(heard).toEqual([1, 2]);
    expect(log.sequence).toBe(3);
  });

  test('what was missed is heard again', () => {
    const log = eventLog();
    for (const documentId of ['a', 'b', 'c']) log.publish('runsChanged', { documentId });
    expect(log.since(1)?.map(({ sequence }) => sequence)).toEqual([2, 3]);
    expect(log.since(3)).toEqual([]);
    expect(log.since(0)).toHaveLength(3);
  });

  test('a number of another life and what is too old are told apart from nothing', () => {
    const log = eventLog();
    expect(log.since(4)).toBeNull();
    for (let i = 0; i < 12_000; i += 1) log.publish('runsChanged', { documentId: String(i) });
    expect(log.since(0)).toBeNull();
    expect(log.since(11_000)).toHaveLength(1000);
    expect(log.since(11_000)?.[0]?.sequence).toBe(11_001);
  });
});
