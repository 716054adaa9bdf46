import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { branchGap, columnGap } from '#shared/graph/layout/spacing.ts';
import { portOffsets } from '#renderer/parts/cards/ports.ts';
import {
  type Link,
  type PlacedCard,
  flowCards,
  layoutHeight,
  wrapColumns,
} from '#shared/graph/layout/wrapColumns.ts';
import type { Position } from '#shared/graph/graph.ts';

/** A card to be placed. */
export interface CardToPlace {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly inputPorts: number;
}

/** An edge between two cards. */
export interface LinkToPort extends Link {
  readonly id: string;
  /** Input port of `to`. */
  readonly port: number;
}

/** What runs the layered layout: elk in a worker, or elk itself in a test. */
export type LayeredLayout = (graph: ElkNode) => Promise<ElkNode>;

/**
 * Places all cards: each connected part is layered from left to right, wrapped to the canvas width, and set under
 * the part before it; cards without edges follow in rows.
 */
export async function tidyLayout(
  cards: readonly CardToPlace[],
  links: readonly LinkToPort[],
  widthPx: number,
  layered: LayeredLayout,
): Promise<ReadonlyMap<string, Position>> {
  const positions = new Map<string, Position>();
  const alone: PlacedCard[] = [];
  let top = 0;
  const add = (part: ReadonlyMap<string, Position>, placed: readonly PlacedCard[]): void => {
    for (const [id, { x, y }] of part) positions.set(id, { x, y: y + top });
    top += layoutHeight(part, placed);
  };
  for (const part of connectedParts(cards, links)) {
    const [first] = part.cards;
    if (part.links.length === 0 && first !== undefined) {
      alone.push({ ...first, x: 0, y: 0 });
      continue;
    }
    const placed = await layerPart(part.cards, part.links, layered);
    add(wrapColumns(placed, part.links, widthPx), placed);
  }
  add(flowCards(alone, widthPx), alone);
  return positions;
}

async function layerPart(
  cards: readonly CardToPlace[],
  links: readonly LinkToPort[],
  layered: LayeredLayout,
): Promise<readonly PlacedCard[]> {
  const root = await layered({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.separateConnectedComponents': 'false',
      'elk.layered.spacing.nodeNodeBetweenLayers': String(columnGap),
      'elk.layered.spacing.edgeNodeBetweenLayers': '10',
      'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
      'elk.spacing.nodeNode': String(branchGap),
      'elk.spacing.edgeNode': '24',
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
      'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    },
    children: cards.map((card) => ({
      id: card.id,
      width: card.width,
      height: card.height,
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      ports: [
        ...portOffsets(card.inputPorts).map((offset, port) => ({
          id: `${card.id}:in:${port}`,
          x: 0,
          y: card.height / 2 + offset,
          layoutOptions: { 'elk.port.side': 'WEST' },
        })),
        {
          id: `${card.id}:out`,
          x: card.width,
          y: card.height / 2,
          layoutOptions: { 'elk.port.side': 'EAST' },
        },
      ],
    })),
    edges: links.map((link) => ({
      id: link.id,
      sources: [`${link.from}:out`],
      targets: [`${link.to}:in:${link.port}`],
    })),
  });
  const byId = new Map(root.children?.map((child) => [child.id, child]));
  return cards.map((card) => ({
    id: card.id,
    width: card.width,
    height: card.height,
    x: byId.get(card.id)?.x ?? 0,
    y: byId.get(card.id)?.y ?? 0,
  }));
}

interface Part {
  readonly cards: CardToPlace[];
  readonly links: LinkToPort[];
}

/** Cards that hang together, in the order of the document. */
function connectedParts(
  cards: readonly CardToPlace[],
  links: readonly LinkToPort[],
): readonly Part[] {
  const parent = new Map(cards.map((card) => [card.id, card.id]));
  const find = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) {
      root = up;
    }
    parent.set(id, root);
    return root;
  };
  for (const { from, to } of links) parent.set(find(from), find(to));
  const parts = new Map<string, Part>();
  for (const card of cards) {
    const root = find(card.id);
    const part = parts.get(root) ?? { cards: [], links: [] };
    part.cards.push(card);
    parts.set(root, part);
  }
  for (const link of links) parts.get(find(link.from))?.links.push(link);
  return [...parts.values()];
}
