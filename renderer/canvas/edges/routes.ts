import { Bands } from '#renderer/canvas/edges/bands.ts';
import {
  type Rect,
  findChannel,
  findDetour,
  meetsCards,
  turnsBack,
} from '#renderer/canvas/edges/edgePath.ts';
import type { GraphEdge } from '#shared/graph/graph.ts';

/** The heights at which edges cross, for one arrangement of cards. */
export interface Routes {
  /** See `drawEdge`: where an edge crosses that turns back or goes around cards; null: it needs no such height. */
  readonly channelOf: (edge: GraphEdge, source: Rect, target: Rect) => number | null;
}

interface Arrangement {
  readonly rects: readonly Rect[];
  readonly routes: Routes;
}

let last: Arrangement | null = null;

/** Routes between cards. While no card moves, is added or changes its size, they stay the same. */
export function routesOf(rects: readonly Rect[]): Routes {
  if (last === null || !isSameList(last.rects, rects)) last = { rects, routes: arrange(rects) };
  return last.routes;
}

function arrange(rects: readonly Rect[]): Routes {
  const bands = new Bands(rects);
  const known = new WeakMap<GraphEdge, number | null>();
  const find = (source: Rect, target: Rect): number | null => {
    const start = { x: source.x + source.width, y: source.y + source.height / 2 };
    const end = { x: target.x, y: target.y + target.height / 2 };
    if (turnsBack(start, end)) {
      const bottom = Math.max(source.y + source.height, target.y + target.height);
      return findChannel(source, target, bands.between(Math.min(source.y, target.y), bottom));
    }
    const beside = bands.between(Math.min(start.y, end.y) - 4, Math.max(start.y, end.y) + 4);
    return meetsCards(start, end, beside) ? findDetour(start, end, rects) : null;
  };
  return {
    channelOf(edge, source, target) {
      let channel = known.get(edge);
      if (channel === undefined) {
        channel = find(source, target);
        known.set(edge, channel);
      }
      return channel;
    },
  };
}

/** Whether two lists hold the same things. */
export function isSameList<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
