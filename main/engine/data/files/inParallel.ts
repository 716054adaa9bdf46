import { availableParallelism } from 'node:os';

/** How many files are worked on at a time: the decoder's threads, and one that is being read. */
const atOnce = Math.max(4, availableParallelism() + 1);

/** Results in the order of `items`, several worked on at a time. The first failure ends it. */
export async function inParallel<Item, Value>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Value>,
  limit = atOnce,
): Promise<Value[]> {
  const results: Value[] = [];
  results.length = items.length;
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as Item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}

/** Lets other work of the process have its turn: messages, a request to stop. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
