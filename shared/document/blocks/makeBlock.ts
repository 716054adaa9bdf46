import { makeEdge } from '#shared/document/ids.ts';
import { leaveOutDefaults } from '#shared/document/leaveOutDefaults.ts';
import type {
  Block,
  BlockId,
  Graph,
  GraphEdge,
  GraphNode,
  NodeId,
  Port,
  Position,
} from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import {
  baseName,
  blockKind,
  edgesFrom,
  freeName,
  inputKind,
  outputKind,
  weightOwner,
} from '#shared/graph/queries.ts';
import { findLayer } from '#shared/layers/index.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Distance of a block's doors from its first and last layers, px: a column of cards. */
const column = 190;
/** Distance of doors from each other, px: a row of cards. */
const row = 110;

/** What becomes a block, and how it is called. */
export interface BlockWish {
  readonly ids: readonly NodeId[];
  readonly block: BlockId;
  /** Id of the node that takes their place. */
  readonly instance: NodeId;
  readonly name: string;
}

/** The nodes of a selection that can lie in a block: the network's own inputs and outputs stay outside. */
function membersOf(graph: Graph, ids: readonly NodeId[]): readonly GraphNode[] {
  const chosen = new Set<NodeId>(ids);
  return graph.nodes.filter(
    ({ id, kind }) => chosen.has(id) && kind !== inputKind && kind !== outputKind,
  );
}

/**
 * Whether these nodes can become a block. Problems: `blocks.nothingChosen`, `blocks.pathLeaves` (a way goes out of them
 * and comes back), `blocks.weightsShared` (a layer outside calls one of theirs again, or the other way round).
 */
export function canMakeBlock(graph: Graph, ids: readonly NodeId[]): Result<null> {
  const members = membersOf(graph, ids);
  if (members.length === 0) return refuse('blocks.nothingChosen', {});
  const inside = new Set(members.map(({ id }) => id));
  const returning = firstReturn(graph, inside);
  if (returning !== null) return refuse('blocks.pathLeaves', { node: returning.name });
  for (const node of graph.nodes) {
    const owner = weightOwner(graph, node);
    if (owner === null || inside.has(owner.id) === inside.has(node.id)) continue;
    return refuse('blocks.weightsShared', { node: node.name, owner: owner.name });
  }
  return ok(null);
}

/** A node outside through which a way leads out of the members and back; null: there is none. */
function firstReturn(graph: Graph, inside: ReadonlySet<NodeId>): GraphNode | null {
  const after = new Set<NodeId>();
  const open = graph.nodes.filter(({ id }) => inside.has(id)).map(({ id }) => id);
  for (const id of open) {
    for (const { to } of edgesFrom(graph, id)) {
      if (inside.has(to.node) || after.has(to.node)) continue;
      after.add(to.node);
      open.push(to.node);
    }
  }
  return (
    graph.nodes.find(
      ({ id }) => after.has(id) && edgesFrom(graph, id).some(({ to }) => inside.has(to.node)),
    ) ?? null
  );
}

/**
 * The graph with one instance in the place of the nodes, and the block that they became: each source outside becomes an
 * input of the block, each of their ports that is used outside (or by nobody) an output. null: `canMakeBlock` refuses.
 */
export function makeBlock(
  graph: Graph,
  blocks: readonly Block[],
  wish: BlockWish,
): { readonly graph: Graph; readonly block: Block } | null {
  if (!canMakeBlock(graph, wish.ids).ok) return null;
  const members = membersOf(graph, wish.ids);
  const inside = new Set(members.map(({ id }) => id));
  const facts = inferGraph(graph, blocks);
  const within = graph.edges.filter(({ from, to }) => inside.has(from.node) && inside.has(to.node));
  const entering = graph.edges.filter(
    ({ from, to }) => !inside.has(from.node) && inside.has(to.node),
  );
  const leaving = graph.edges.filter(
    ({ from, to }) => inside.has(from.node) && !inside.has(to.node),
  );
  const sources = distinct(entering.map(({ from }) => from));
  const ends = members
    .filter(({ id }) => edgesFrom(graph, id).length === 0)
    .map(({ id }): Port => ({ node: id, port: 0 }));
  const results = distinct([...leaving.map(({ from }) => from), ...ends]);

  const box = bounds(members);
  const names = new Set(members.map(({ name }) => name));
  const taken = new Set<string>(inside);
  const door = (kind: string, index: number, x: number, shape: Shape | null): GraphNode => {
    const id = freeName(taken, baseName(kind)) as NodeId;
    taken.add(id);
    const name = freeName(names, baseName(kind));
    names.add(name);
    const table = findLayer(kind)?.params ?? {};
    const params = shape === null ? {} : leaveOutDefaults(table, { shape });
    return { id, kind, name, params, position: { x, y: box.top + index * row } };
  };
  const inputs = sources.map((source, index) =>
    door(
      inputKind,
      index,
      box.left - column,
      facts.nodes.get(source.node)?.outputs?.[source.port] ?? null,
    ),
  );
  const outputs = results.map((_, index) => door(outputKind, index, box.right + column, null));

  const inner = [
    ...within,
    ...entering.map((edge) => ({
      ...edge,
      from: { node: inputs[placeOf(sources, edge.from)]?.id ?? edge.from.node, port: 0 },
    })),
    ...results.flatMap((from, index): GraphEdge[] => {
      const exit = outputs[index];
      return exit === undefined ? [] : [makeEdge(from, { node: exit.id, port: 0 })];
    }),
  ];
  const instance: GraphNode = {
    id: wish.instance,
    kind: blockKind,
    block: wish.block,
    name: freeName(
      new Set(graph.nodes.filter(({ id }) => !inside.has(id)).map(({ name }) => name)),
      baseName(wish.name),
    ),
    params: {},
    position: { x: box.left, y: (box.top + box.bottom) / 2 },
  };
  const outer = [
    ...graph.edges.filter(({ from, to }) => !inside.has(from.node) && !inside.has(to.node)),
    ...sources.map((from, port) => makeEdge(from, { node: instance.id, port })),
    ...leaving.map((edge) => ({
      ...edge,
      from: { node: instance.id, port: placeOf(results, edge.from) },
    })),
  ];
  // The instance stands where the first of them stood: the order of nodes is kept.
  const first = graph.nodes.findIndex(({ id }) => inside.has(id));
  const nodes = graph.nodes.flatMap((node, index) =>
    index === first ? [instance] : inside.has(node.id) ? [] : [node],
  );
  return {
    graph: { ...graph, nodes, edges: outer },
    block: {
      id: wish.block,
      name: wish.name,
      params: {},
      graph: { nodes: [...inputs, ...members, ...outputs], edges: inner, notes: [] },
    },
  };
}

function isSame(a: Port, b: Port): boolean {
  return a.node === b.node && a.port === b.port;
}

function placeOf(ports: readonly Port[], port: Port): number {
  return ports.findIndex((each) => isSame(each, port));
}

function distinct(ports: readonly Port[]): readonly Port[] {
  return ports.filter((port, index) => placeOf(ports, port) === index);
}

function bounds(nodes: readonly { readonly position: Position }[]) {
  const xs = nodes.map(({ position }) => position.x);
  const ys = nodes.map(({ position }) => position.y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}
