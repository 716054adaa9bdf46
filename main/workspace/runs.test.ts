import { describe, expect, test } from 'vitest';
import { newRunId, parseMetrics } from '#main/workspace/runs.ts';

describe('parseMetrics', () => {
  test('a line that a crash cut short, and what is no line of ours, are left out', () => {
    const lines = parseMetrics(
      '{"type":"epoch","epoch":1}\n\nnull\n{"type":"other"}\n{"type":"test","loss":1}\n{"type":"epoch","ep',
    );
    expect(lines).toEqual([
      { type: 'epoch', epoch: 1 },
      { type: 'test', loss: 1 },
    ]);
  });
});

describe('newRunId', () => {
  test('sorts by time', () => {
    expect(newRunId(new Date('2026-01-31T14:25:00Z'))).toMatch(/^20260131-142500-[0-9a-f]{4}$/);
  });
});
