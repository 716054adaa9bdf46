import { expect, test } from 'vitest';
import { ValuesAhead } from '#main/engine/feed/valuesAhead.ts';

const order = Uint32Array.of(5, 3, 9, 1, 7, 2, 8);

function recorded() {
  const made: string[] = [];
  const ahead = new ValuesAhead((rows, epoch) => {
    made.push(`${epoch}: ${[...rows].join(' ')}`);
    return Promise.resolve(Float32Array.from(rows));
  });
  return { made, ahead };
}

test('batches in order are made ahead, each once, the short last one too', async () => {
  const { made, ahead } = recorded();
  ahead.begin(4, order);
  expect([...(await ahead.take(order.slice(0, 2)))]).toEqual([5, 3]);
  expect(made).toEqual(['4: 5 3', '4: 9 1', '4: 7 2', '4: 8']);
  expect([...(await ahead.take(order.slice(2, 4)))]).toEqual([9, 1]);
  expect([...(await ahead.take(order.slice(4, 6)))]).toEqual([7, 2]);
  expect([...(await ahead.take(order.slice(6)))]).toEqual([8]);
  expect(made).toHaveLength(4);
});

test('what was made for several batches at once serves one after the other', async () => {
  const { made, ahead } = recorded();
  ahead.begin(0, order);
  expect([...(await ahead.take(order.slice(0, 4)))]).toEqual([5, 3, 9, 1]);
  expect([...(await ahead.take(order.slice(4, 6)))]).toEqual([7, 2]);
  expect([...(await ahead.take(order.slice(6)))]).toEqual([8]);
  expect(made).toEqual(['0: 5 3 9 1', '0: 7 2 8']);
});

test('rows out of the order are made when they are asked for', async () => {
  const { made, ahead } = recorded();
  ahead.begin(0, order);
  expect([...(await ahead.take(Uint32Array.of(1, 2)))]).toEqual([1, 2]);
  expect(made).toEqual(['0: 1 2']);
});

test('a new epoch forgets what was made for the last', async () => {
  const { made, ahead } = recorded();
  ahead.begin(0, order);
  await ahead.take(order.slice(0, 2));
  const turned = order.slice().reverse();
  ahead.begin(1, turned);
  expect([...(await ahead.take(turned.slice(0, 2)))]).toEqual([8, 2]);
  expect(made.filter((each) => each.startsWith('1'))).toHaveLength(4);
});

test('a failure is heard by whoever takes the batch', async () => {
  const ahead = new ValuesAhead((rows) =>
    rows.includes(9)
      ? Promise.reject(new Error('unreadable'))
      : Promise.resolve(new Float32Array(1)),
  );
  ahead.begin(0, order);
  await ahead.take(order.slice(0, 2));
  await expect(ahead.take(order.slice(2, 4))).rejects.toThrow('unreadable');
});
