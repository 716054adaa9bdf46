import type { GraphFacts } from '#shared/graph/facts.ts';
import type { GraphNode, NodeId } from '#shared/graph/graph.ts';
import { edgesFrom, edgesInto, nodeById } from '#shared/graph/queries.ts';
import type { LayerFamily } from '#shared/layers/defineLayer.ts';
import type { ParamValue } from '#shared/layers/params.ts';

/** One layer in the small picture of a repair. */
export interface DiagramChip {
  readonly name: string;
  readonly family: LayerFamily | undefined;
  /** `new`: the repair adds it; `gone`: takes it away; `replaced`: gives it another kind. */
  readonly change: 'none' | 'new' | 'gone' | 'replaced' | 'params';
  /** Changed parameters, `64` before and `32` after. */
  readonly values: readonly { readonly before: string; readonly after: string }[];
}

/** One way into the layer that has the problem: from left to right. */
interface DiagramRow {
  readonly chips: readonly DiagramChip[];
  /** This way leads through something that the repair changes. */
  readonly isChanged: boolean;
}

/** The picture: the ways in, and the layer they lead to. */
export interface FixDiagram {
  readonly rows: readonly DiagramRow[];
  readonly target: DiagramChip;
}

const mostRows = 3;

/** Draws what a repair changes around a layer; null: it changes nothing of the graph that could be drawn. */
export function fixDiagram(
  before: GraphFacts,
  after: GraphFacts,
  id: string | undefined,
): FixDiagram | null {
  if (id === undefined || before.graph === after.graph) return null;
  const node = id as NodeId;
  const gone = nodeById(after.graph, node) === undefined;
  const graph = gone ? before.graph : after.graph;
  const target = chipOf(before, after, node);
  if (target === null) return null;
  const rows = edgesInto(graph, node)
    .slice(0, mostRows)
    .map((edge) => rowOf(before, after, edge.from.node, node));
  const next = gone ? [] : nextChanged(before, after, node);
  return rows.length === 0 && next.length === 0 && target.change === 'none'
    ? null
    : { rows: rows.length === 0 ? next : rows, target };
}

/** The way into the target from a source; a source that is new brings the layer before it along. */
function rowOf(before: GraphFacts, after: GraphFacts, source: NodeId, target: NodeId): DiagramRow {
  const chips: DiagramChip[] = [];
  let at: NodeId | undefined = source;
  while (at !== undefined && chips.length < 2) {
    const chip = chipOf(before, after, at);
    if (chip === null) break;
    chips.unshift(chip);
    const edges = edgesInto(after.graph, at);
    at = chip.change === 'new' ? edges[0]?.from.node : undefined;
  }
  const wasJoined = edgesInto(before.graph, target).some((edge) => edge.from.node === source);
  return { chips, isChanged: !wasJoined || chips.some(({ change }) => change !== 'none') };
}

/** Layers after the target that the repair changes, where nothing leads into it. */
function nextChanged(before: GraphFacts, after: GraphFacts, node: NodeId): readonly DiagramRow[] {
  return edgesFrom(after.graph, node).flatMap((edge) => {
    const chip = chipOf(before, after, edge.to.node);
    return chip === null || chip.change === 'none' ? [] : [{ chips: [chip], isChanged: true }];
  });
}

function chipOf(before: GraphFacts, after: GraphFacts, id: NodeId): DiagramChip | null {
  const old = before.nodes.get(id);
  const now = after.nodes.get(id);
  const facts = now ?? old;
  if (facts === undefined) return null;
  const base = { name: facts.node.name, family: facts.layer?.family, values: [] };
  if (old === undefined) {
    const highlights = facts.layer?.highlights(facts.params) ?? [];
    return { ...base, change: 'new', name: [facts.node.name, ...highlights.slice(0, 2)].join(' ') };
  }
  if (now === undefined) return { ...base, change: 'gone' };
  if (old.node.kind !== now.node.kind) return { ...base, change: 'replaced' };
  const values = changedValues(old.node, now.node, old.params, now.params);
  return { ...base, change: values.length > 0 ? 'params' : 'none', values };
}

function changedValues(
  old: GraphNode,
  now: GraphNode,
  oldParams: Readonly<Record<string, ParamValue>>,
  nowParams: Readonly<Record<string, ParamValue>>,
): DiagramChip['values'] {
  if (old === now) return [];
  return Object.keys(nowParams).flatMap((name) => {
    // What the document holds comes first: a value that cannot be is replaced in the facts.
    const before = valueText(old.params[name] ?? oldParams[name]);
    const after = valueText(now.params[name] ?? nowParams[name]);
    return before === after ? [] : [{ before, after }];
  });
}

function valueText(value: ParamValue | undefined): string {
  if (value === undefined || value === null) return '–';
  if (Array.isArray(value)) return value.map((size: number | null) => size ?? '?').join('×');
  if (typeof value === 'object' && 'kind' in value) return value['kind'];
  return typeof value === 'object' ? '…' : String(value);
}
