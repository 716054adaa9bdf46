import { describe, expect, test } from 'vitest';
import { freePlace, makeRoom } from '#renderer/parts/addLayer/makeRoom.ts';
import type { NodeId } from '#shared/graph/graph.ts';

const card = (id: string, x: number, y = 0) => ({
  id: id as NodeId,
  x,
  y,
  width: 126,
  height: 90,
});

describe('room for a new card', () => {
  test('cards behind it move on, one pushing the next, other rows stay', () => {
    const cards = [
      card('a', 0),
      card('b', 190),
      card('c', 380),
      card('far', 1500),
      card('row', 190, 170),
    ];
    expect(makeRoom(cards, { x: 190, y: 0, width: 126, height: 90 })).toEqual({
      b: { x: 380, y: 0 },
      c: { x: 570, y: 0 },
    });
  });

  test('nothing moves where there is room', () => {
    expect(makeRoom([card('a', 0)], { x: 190, y: 0, width: 126, height: 90 })).toEqual({});
  });

  test('a branch goes below what is in its way', () => {
    expect(freePlace([card('a', 190), card('b', 190, 130)], card('new', 190))).toEqual({
      x: 190,
      y: 260,
    });
  });
});
