import { describe, expect, test } from 'vitest';
import { flowCards, wrapColumns } from '#shared/graph/layout/wrapColumns.ts';

const card = (id: string, column: number, y = 0) => ({
  id,
  x: column * 190,
  y,
  width: 126,
  height: 90,
});
const chain = (...ids: string[]) =>
  ids.slice(1).map((to, index) => ({ from: ids[index] ?? '', to }));

describe('wrapping', () => {
  test('a chain of nine in a canvas of 886 breaks after the fifth', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const positions = wrapColumns(
      ids.map((id, index) => card(id, index)),
      chain(...ids),
      886,
    );
    expect(positions.get('e')).toEqual({ x: 760, y: 0 });
    expect(positions.get('f')).toEqual({ x: 0, y: 170 });
    expect(positions.get('i')).toEqual({ x: 570, y: 170 });
  });

  test('a branch is not torn apart: the row ends before it', () => {
    const cards = [
      card('a', 0, 65),
      card('b', 1, 65),
      card('c', 2, 0),
      card('d', 2, 130),
      card('add', 3, 65),
    ];
    const links = [
      ...chain('a', 'b', 'c', 'add'),
      { from: 'b', to: 'd' },
      { from: 'd', to: 'add' },
    ];
    const positions = wrapColumns(cards, links, 520);
    expect(positions.get('a')).toEqual({ x: 0, y: 0 });
    expect(positions.get('b')).toEqual({ x: 0, y: 240 });
    expect(positions.get('add')).toEqual({ x: 380, y: 240 });
  });

  test('a branching part wider than the canvas stays in one row', () => {
    const links = [...chain('a', 'b', 'c', 'd'), { from: 'a', to: 'd' }];
    const cards = ['a', 'b', 'c', 'd'].map((id, index) => card(id, index));
    const positions = wrapColumns(cards, links, 300);
    expect([...positions.values()].map(({ y }) => y)).toEqual([0, 0, 0, 0]);
  });

  test('cards without edges flow from left to right', () => {
    const cards = ['a', 'b', 'c'].map((id) => card(id, 0));
    expect([...flowCards(cards, 300).values()]).toEqual([
      { x: 0, y: 0 },
      { x: 170, y: 0 },
      { x: 0, y: 130 },
    ]);
  });
});
