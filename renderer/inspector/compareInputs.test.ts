import { describe, expect, test } from 'vitest';
import { axisName, compareInputs } from '#renderer/inspector/compareInputs.ts';
import { checkName } from '#renderer/inspector/checkName.ts';
import type { GraphNode, NodeId } from '#shared/graph/graph.ts';

describe('inputs of a merging layer', () => {
  test('mark the axis that differs', () => {
    const rows = compareInputs([
      [14, 14, 64],
      [14, 14, 32],
    ]);
    expect(rows.map(({ isSame }) => isSame)).toEqual([true, true, false]);
    expect(rows[2]?.differs).toEqual([false, true]);
  });

  test('an unknown size fits any, a missing axis none', () => {
    expect(
      compareInputs([
        [null, 8],
        [5, 8],
      ]).map(({ isSame }) => isSame),
    ).toEqual([true, true]);
    expect(compareInputs([[4, 8], [4]]).map(({ isSame }) => isSame)).toEqual([true, false]);
    expect(compareInputs([null, null])).toEqual([]);
  });

  test.each([
    [0, 3, 'height'],
    [2, 3, 'channels'],
    [0, 2, 'steps'],
    [0, 1, 'features'],
    [1, 4, null],
  ])('axis %d of %d is called %s', (axis, rank, name) => {
    expect(axisName(axis, rank)).toBe(name);
  });
});

describe('names of layers', () => {
  const node = (id: string, name: string): GraphNode => ({
    id: id as NodeId,
    kind: 'dense',
    name,
    params: {},
    position: { x: 0, y: 0 },
  });
  const nodes = [node('a', 'dense'), node('b', 'dense_1')];

  test.each([
    ['dense', null],
    ['dense_2', null],
    ['', 'empty'],
    ['2dense', 'signs'],
    ['my layer', 'signs'],
    ['全连接', 'signs'],
    ['dense_1', 'taken'],
  ])('"%s" is refused as %s', (name, reason) => {
    expect(checkName(name, { id: 'a' as NodeId }, nodes)).toBe(reason);
  });
});
