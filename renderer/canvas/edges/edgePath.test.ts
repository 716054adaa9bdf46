import { describe, expect, test } from 'vitest';
import { drawEdge, findChannel, findDetour, turnsBack } from '#renderer/canvas/edges/edgePath.ts';

describe('drawing an edge', () => {
  test('in one row it is a straight line with the shape above its middle', () => {
    const drawing = drawEdge({ x: 126, y: 45 }, { x: 190, y: 45 }, null, false);
    expect(drawing).toEqual({
      line: 'M131 45L183 45',
      arrow: 'M177 40L183 45L177 50',
      label: { x: 158, y: 38 },
      kind: 'straight',
    });
  });

  test('to another height it is a curve that leaves and arrives level', () => {
    const drawing = drawEdge({ x: 0, y: 0 }, { x: 64, y: 100 }, null, false);
    expect(drawing.kind).toBe('curve');
    expect(drawing.line).toBe('M5 0C31 0 31 100 57 100');
  });

  test('to the next row it turns back along the channel', () => {
    expect(turnsBack({ x: 500, y: 45 }, { x: 0, y: 215 })).toBe(true);
    const drawing = drawEdge({ x: 500, y: 45 }, { x: 0, y: 215 }, 130, false);
    expect(drawing.kind).toBe('step');
    expect(drawing.label).toEqual({ x: 250, y: 134 });
    expect(drawing.line).toContain('L511 121Q511 130 502 130');
  });
});

describe('the channel of an edge that turns back', () => {
  const card = (x: number, y: number) => ({ x, y, width: 126, height: 90 });

  test('lies in the middle between two rows', () => {
    expect(findChannel(card(760, 0), card(0, 170), [])).toBe(130);
  });

  test('avoids the cards of a branch', () => {
    expect(findChannel(card(760, 0), card(0, 300), [card(380, 130)])).toBe(260);
  });

  test('runs below two cards of one row', () => {
    expect(findChannel(card(380, 0), card(0, 0), [])).toBe(114);
  });
});

describe('the way around cards', () => {
  const card = (x: number, y: number) => ({ x, y, width: 126, height: 90 });
  const from = { x: 126, y: 45 };
  const to = { x: 570, y: 45 };

  test('is not taken where nothing stands between', () => {
    expect(findDetour(from, { x: 190, y: 45 }, [card(0, 0), card(190, 0)])).toBeNull();
  });

  test('passes over a card of the same row', () => {
    expect(findDetour(from, to, [card(0, 0), card(190, 0), card(380, 0), card(570, 0)])).toBe(-18);
  });

  test('passes under it where another stands above', () => {
    expect(findDetour(from, to, [card(190, 0), card(380, -100)])).toBe(108);
  });

  test('turns with rounded corners and carries its shape above the line', () => {
    const drawing = drawEdge(from, to, -18, false);
    expect(drawing.kind).toBe('detour');
    expect(drawing.label).toEqual({ x: 348, y: -24 });
  });
});
