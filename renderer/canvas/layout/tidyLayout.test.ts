import ELK from 'elkjs/lib/elk.bundled.js';
import { describe, expect, test } from 'vitest';
import { tidyLayout } from '#renderer/canvas/layout/tidyLayout.ts';

const elk = new ELK();
const layered = (graph: Parameters<typeof elk.layout>[0]) => elk.layout(graph);
const card = (id: string, inputPorts = 1, width = 126) => ({ id, width, height: 90, inputPorts });
const link = (from: string, to: string, port = 0) => ({
  id: `${from}-${to}`,
  from,
  to,
  port,
});

describe('tidy layout', () => {
  test('a chain stands in rows with a pitch of 190 and 170', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const links = ids.slice(1).map((to, index) => link(ids[index] ?? '', to));
    const positions = await tidyLayout(
      ids.map((id) => card(id)),
      links,
      900,
      layered,
    );
    expect([...positions]).toEqual([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 190, y: 0 }],
      ['c', { x: 380, y: 0 }],
      ['d', { x: 570, y: 0 }],
      ['e', { x: 760, y: 0 }],
      ['f', { x: 0, y: 170 }],
      ['g', { x: 190, y: 170 }],
    ]);
  });

  test('a residual branch stands around the line it leaves', async () => {
    const positions = await tidyLayout(
      [card('in', 0), card('a'), card('left'), card('right'), card('add', 2), card('out')],
      [
        link('in', 'a'),
        link('a', 'left'),
        link('a', 'right'),
        link('left', 'add'),
        link('right', 'add', 1),
        link('add', 'out'),
      ],
      2000,
      layered,
    );
    const y = (id: string) => positions.get(id)?.y ?? NaN;
    expect(y('in')).toBe(y('a'));
    expect(y('left')).toBeLessThan(y('a'));
    expect(y('right')).toBeGreaterThan(y('a'));
    expect(y('right') - y('left')).toBe(130);
    expect(positions.get('add')?.x).toBe(570);
  });

  test('parts that do not hang together stand under each other, single cards last', async () => {
    const positions = await tidyLayout(
      [card('a'), card('alone'), card('b'), card('c'), card('d'), card('lonely')],
      [link('a', 'b'), link('c', 'd')],
      900,
      layered,
    );
    expect(positions.get('c')).toEqual({ x: 0, y: 170 });
    expect(positions.get('alone')).toEqual({ x: 0, y: 340 });
    expect(positions.get('lonely')).toEqual({ x: 170, y: 340 });
  });

  test('a thousand cards take a moment', async () => {
    const cards = Array.from({ length: 1000 }, (_, index) => card(String(index)));
    const links = cards.slice(1).map((to, index) => link(String(index), to.id));
    const positions = await tidyLayout(cards, links, 900, layered);
    expect(positions.size).toBe(1000);
  });
});
