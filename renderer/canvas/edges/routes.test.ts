import { describe, expect, test } from 'vitest';
import { findDetour } from '#renderer/canvas/edges/edgePath.ts';
import { routesOf } from '#renderer/canvas/edges/routes.ts';
import { makeEdge } from '#shared/document/ids.ts';
import type { NodeId } from '#shared/graph/graph.ts';

const rows = 6;
const columns = 8;
const rects = Array.from({ length: rows * columns }, (_, index) => ({
  x: (index % columns) * 190,
  y: Math.floor(index / columns) * 170,
  width: 126,
  height: 90,
}));
const rectAt = (row: number, column: number) => {
  const rect = rects[row * columns + column];
  if (rect === undefined) throw new Error(`no card at ${row}, ${column}`);
  return rect;
};
const id = (text: string) => text as NodeId;
const edge = (name: string) =>
  makeEdge({ node: id(`${name}a`), port: 0 }, { node: id(`${name}b`), port: 0 });

describe('routes between many cards', () => {
  test.each([
    ['next to each other', 2, 2, 2, 3],
    ['over two cards', 2, 2, 2, 5],
    ['down to another row', 1, 1, 3, 4],
    ['up to the first row', 5, 0, 0, 7],
  ])('%s: the same as if every card were looked at', (_name, row, column, toRow, toColumn) => {
    const source = rectAt(row, column);
    const target = rectAt(toRow, toColumn);
    const start = { x: source.x + source.width, y: source.y + source.height / 2 };
    const end = { x: target.x, y: target.y + target.height / 2 };
    const { channelOf } = routesOf(rects);
    expect(channelOf(edge(_name), source, target)).toBe(findDetour(start, end, rects));
  });

  test('back to the next row it runs between the two', () => {
    const { channelOf } = routesOf(rects);
    expect(channelOf(edge('back'), rectAt(0, columns - 1), rectAt(1, 0))).toBe(130);
  });

  test('are kept while no card moves', () => {
    const before = routesOf(rects);
    expect(routesOf([...rects])).toBe(before);
    const [first, ...others] = rects;
    if (first === undefined) throw new Error('there are cards');
    expect(routesOf([{ ...first, x: 10 }, ...others])).not.toBe(before);
  });
});
