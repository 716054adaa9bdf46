import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FeedRequest } from '#main/engine/feed/feed.ts';
import { feedsFolder } from '#main/engine/feed/cacheFolders.ts';
import { openFeed } from '#main/engine/feed/openFeed.ts';

const rowCount = 10;

let home = '';
const before = process.env.STRATA_HOME;

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'strata-feed-'));
  process.env.STRATA_HOME = home;
});

afterEach(async () => {
  if (before === undefined) delete process.env.STRATA_HOME;
  else process.env.STRATA_HOME = before;
  await rm(home, { recursive: true, force: true });
});

/** Two columns: pictures of 2 bytes (row, row + 100), and a number that is the row's half. */
function request(part: Partial<FeedRequest> = {}): FeedRequest & { readonly asked: number[][] } {
  const asked: number[][] = [];
  const piece = (rows: readonly number[]) => ({
    count: rows.length,
    values: [
      Uint8Array.from(rows.flatMap((row) => [row, row + 100])),
      Float32Array.from(rows, (row) => row / 2),
    ],
  });
  return {
    asked,
    columns: [
      { name: 'picture', shape: [2], dtype: 'uint8' },
      { name: 'number', shape: [], dtype: 'float32' },
    ],
    rowCount,
    key: 'key',
    async *prepared() {
      for (const rows of [
        [0, 1, 2, 3],
        [4, 5, 6, 7],
        [8, 9],
      ]) {
        await Promise.resolve();
        asked.push(rows);
        yield piece(rows);
      }
    },
    gather: (rows) => {
      asked.push([...rows]);
      return Promise.resolve(piece([...rows]));
    },
    tell: () => undefined,
    signal: new AbortController().signal,
    ...part,
  };
}

async function opened(given: FeedRequest) {
  const feed = await openFeed(given);
  if (!feed.ok) throw new Error(feed.problem.code);
  return feed.value;
}

test('a source that is read in order is written once and used again', async () => {
  const first = request({ gather: null });
  const feed = await opened(first);
  expect([...(await feed.rows(0, Uint32Array.of(9, 0, 1)))]).toEqual([9, 109, 0, 100, 1, 101]);
  expect([...(await feed.rows(1, Uint32Array.of(5, 5)))]).toEqual([2.5, 2.5]);
  expect(first.asked).toHaveLength(3);
  await feed.close();

  const second = request({ gather: null });
  const again = await opened(second);
  expect([...(await again.rows(1, Uint32Array.of(8)))]).toEqual([4]);
  expect(second.asked).toEqual([]);
  await again.close();

  const other = request({ gather: null, key: 'another recipe' });
  await (await opened(other)).close();
  expect(other.asked).toHaveLength(3);
});

test('rows that can be had one by one are prepared when they are asked for, each once', async () => {
  const first = request();
  const feed = await opened(first);
  const [one, two] = await Promise.all([
    feed.rows(0, Uint32Array.of(3, 1)),
    feed.rows(1, Uint32Array.of(1, 7)),
  ]);
  expect([...one]).toEqual([3, 103, 1, 101]);
  expect([...two]).toEqual([0.5, 3.5]);
  await feed.rows(0, Uint32Array.of(7, 3, 1));
  expect(first.asked).toEqual([[1, 3], [7]]);
  await feed.close();

  const second = request();
  const again = await opened(second);
  expect([...(await again.rows(1, Uint32Array.of(7, 2)))]).toEqual([3.5, 1]);
  expect(second.asked).toEqual([[2]]);
  await again.close();
});

test('two processes at a time do not disturb each other', async () => {
  const one = await opened(request());
  const two = await opened(request());
  await one.rows(0, Uint32Array.of(0));
  expect([...(await two.rows(0, Uint32Array.of(4)))]).toEqual([4, 104]);
  await one.close();
  await two.close();
  expect(await readdir(feedsFolder())).toHaveLength(1);
});

test('a failure while rows are written leaves nothing behind', async () => {
  const broken = request({
    gather: null,
    async *prepared() {
      await Promise.resolve();
      yield { count: 1, values: [Uint8Array.of(1, 2), Float32Array.of(1)] };
      throw new Error('the file is broken');
    },
  });
  await expect(openFeed(broken)).rejects.toThrow('the file is broken');
  expect(await readdir(feedsFolder())).toEqual([]);
});

test('what finds no room is refused, or prepared anew each time', async () => {
  const large = { rowCount: 2 ** 50 };
  const refused = await openFeed(request({ ...large, gather: null }));
  expect(refused.ok ? '' : refused.problem.code).toBe('feed.noSpace');
  const given = request(large);
  const feed = await opened(given);
  await feed.rows(0, Uint32Array.of(3));
  expect([...(await feed.rows(0, Uint32Array.of(3)))]).toEqual([3, 103]);
  expect(given.asked).toEqual([[3], [3]]);
});
