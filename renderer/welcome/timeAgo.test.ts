import { expect, test } from 'vitest';
import { timeAgo } from '#renderer/welcome/timeAgo.ts';

const nowMs = Date.UTC(2026, 10, 24, 12);
const minuteMs = 60_000;

test.each([
  [12_000, 'en', '12 sec ago'],
  [2 * minuteMs, 'en', '2 min ago'],
  [26 * 60 * minuteMs, 'en', 'yesterday'],
  [12 * 24 * 60 * minuteMs, 'en', 'Nov 12'],
  [-5000, 'en', 'now'],
  [12_000, 'zh-CN', '12 秒前'],
  [26 * 60 * minuteMs, 'zh-CN', '昨天'],
  [12 * 24 * 60 * minuteMs, 'zh-CN', '11 月 12 日'],
] as const)('%i ms ago in %s is %s', (agoMs, language, expected) => {
  expect(timeAgo(nowMs - agoMs, nowMs, language)).toBe(expected);
});
