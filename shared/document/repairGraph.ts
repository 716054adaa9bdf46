import type { JsonObject } from '#shared/document/json.ts';
import { isObject, listOf } from '#shared/document/json.ts';
import type { RepairReport } from '#shared/document/repairReport.ts';

/** Mends a graph that was read. Repairs: see `repairDocument`. */
export function repairGraph(graph: JsonObject, report: RepairReport): JsonObject {
  const { nodes, renamed } = repairNodes(listOf(graph['nodes']), report);
  const ids = new Set(nodes.flatMap((node) => (isObject(node) ? [node['id']] : [])));
  const edges = repairEdges(listOf(graph['edges']), ids, renamed, report);
  return { ...graph, nodes, edges, notes: listOf(graph['notes']) };
}

/** Ids that every object answers to; as keys of a record they would be found where they are not. */
function isReserved(id: string): boolean {
  return id in {};
}

function repairNodes(
  nodes: readonly unknown[],
  report: RepairReport,
): { readonly nodes: readonly unknown[]; readonly renamed: ReadonlyMap<string, string> } {
  const taken = new Set<string>();
  for (const node of nodes) {
    if (isObject(node) && typeof node['id'] === 'string') {
      taken.add(node['id']);
    }
  }
  const seen = new Set<string>();
  const renamed = new Map<string, string>();
  const repaired = nodes.map((node, index) => {
    if (!isObject(node) || typeof node['id'] !== 'string') {
      return node;
    }
    const id = node['id'];
    const placed = repairPosition(node, index, report);
    if (!seen.has(id) && !isReserved(id)) {
      seen.add(id);
      return placed;
    }
    const fresh = freeId(id, taken);
    taken.add(fresh);
    seen.add(fresh);
    if (isReserved(id)) {
      renamed.set(id, fresh);
    }
    report.add('document.idRepeated', id);
    return { ...placed, id: fresh };
  });
  return { nodes: repaired, renamed };
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  // Room for the ending: ids are at most 200 characters long.
  const base = `${id.slice(0, 180)}~`;
  let number = 2;
  while (taken.has(`${base}${number}`)) {
    number += 1;
  }
  return `${base}${number}`;
}

function repairPosition(node: JsonObject, index: number, report: RepairReport): JsonObject {
  const position = node['position'];
  const isFine = (value: unknown) => typeof value === 'number' && Math.abs(value) <= 1e7;
  if (isObject(position) && isFine(position['x']) && isFine(position['y'])) {
    return node;
  }
  report.add('document.positionMissing', typeof node['name'] === 'string' ? node['name'] : '');
  // The pitch of Tidy layout: five cards in a row.
  const place = { x: 40 + 190 * (index % 5), y: 40 + 138 * Math.floor(index / 5) };
  return { ...node, position: { ...(isObject(position) ? position : {}), ...place } };
}

function repairEdges(
  edges: readonly unknown[],
  ids: ReadonlySet<unknown>,
  renamed: ReadonlyMap<string, string>,
  report: RepairReport,
): readonly unknown[] {
  const ports = new Set<string>();
  const edgeIds = new Set<string>();
  return edges.flatMap((edge, index) => {
    const from = endOf(isObject(edge) ? edge['from'] : null, ids, renamed);
    const to = endOf(isObject(edge) ? edge['to'] : null, ids, renamed);
    if (!isObject(edge) || from === null || to === null) {
      report.add('document.edgeDangling', String(index + 1));
      return [];
    }
    const port = `${String(to['port'])}:${String(to['node'])}`;
    if (ports.has(port)) {
      report.add('document.portTakenTwice', String(to['node']));
      return [];
    }
    ports.add(port);
    const known =
      typeof edge['id'] === 'string' && edge['id'] !== '' ? edge['id'] : `edge-${index + 1}`;
    const id = edgeIds.has(known) ? freeId(known, edgeIds) : known;
    edgeIds.add(id);
    return [{ ...edge, id, from, to }];
  });
}

/** One end of an edge, `null` when it is none or leads nowhere. */
function endOf(
  end: unknown,
  ids: ReadonlySet<unknown>,
  renamed: ReadonlyMap<string, string>,
): JsonObject | null {
  if (!isObject(end) || typeof end['node'] !== 'string') {
    return null;
  }
  const node = renamed.get(end['node']) ?? end['node'];
  const port = end['port'] ?? 0;
  const isPort = typeof port === 'number' && Number.isInteger(port) && port >= 0 && port <= 10_000;
  return ids.has(node) && isPort ? { ...end, node, port } : null;
}
