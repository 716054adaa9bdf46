import type { CheckContext } from '#shared/document/checks/context.ts';
import { titleOf } from '#shared/document/edits/titleOf.ts';
import type { Fix } from '#shared/document/fix.ts';
import { makeEdge } from '#shared/document/ids.ts';
import { nodeWithId } from '#shared/document/newNode.ts';
import type { GraphEdge, GraphNode, NodeId, Position } from '#shared/graph/graph.ts';
import { freeName, nodeById } from '#shared/graph/queries.ts';
import type { ParamValue, ParamValues } from '#shared/layers/params.ts';

/** Offers a layer in the middle of an edge. `detail` follows the layer's name in the title: `1×1`. */
export function insertFix(
  { document }: CheckContext,
  edge: GraphEdge,
  kind: string,
  params: ParamValues,
  detail = '',
): Fix {
  const { graph } = document;
  // The id follows from the edge, so that a problem that stays offers the same fix again.
  const taken = new Set<string>(graph.nodes.map((node) => node.id));
  const id = freeName(taken, `${kind}@${edge.id}`.slice(0, 150)) as NodeId;
  const position = between(nodeById(graph, edge.from.node), nodeById(graph, edge.to.node));
  const name = `${titleOf(kind)}${detail === '' ? '' : ` ${detail}`}`;
  const source = nodeById(graph, edge.from.node)?.name ?? '';
  return {
    title: { en: `Insert ${name} after ${source}`, 'zh-CN': `在 ${source} 之后插入 ${name}` },
    edit: {
      type: 'insertOnEdge',
      node: nodeWithId(graph, id, kind, position, params),
      edge: edge.id,
    },
  };
}

/** Where a card between two others has room: halfway, or below when they stand close. Sizes as in UI.md. */
function between(from: GraphNode | undefined, to: GraphNode | undefined): Position {
  const a = from?.position ?? { x: 40, y: 40 };
  const b = to?.position ?? a;
  const isWide = Math.abs(b.x - a.x) >= 320;
  return {
    x: Math.round((a.x + b.x) / 2),
    y: isWide ? Math.round((a.y + b.y) / 2) : Math.max(a.y, b.y) + 90,
  };
}

/** Offers another value of one parameter. */
export function paramFix(node: GraphNode, name: string, value: ParamValue, shown: string): Fix {
  return {
    title: {
      en: `Set ${name} of ${node.name} to ${shown}`,
      'zh-CN': `把 ${node.name} 的 ${name} 设为 ${shown}`,
    },
    edit: { type: 'setParams', node: node.id, params: { [name]: value } },
  };
}

/** Offers an edge between two nodes. */
export function connectFix(from: GraphNode, to: GraphNode, port: number): Fix {
  return {
    title: { en: `Connect ${from.name} to ${to.name}`, 'zh-CN': `把 ${from.name} 连到 ${to.name}` },
    edit: {
      type: 'connect',
      edge: makeEdge({ node: from.id, port: 0 }, { node: to.id, port }),
    },
  };
}

/** Offers to take a node away and to join what it stood between. */
export function removeFix(node: GraphNode, bridge: boolean): Fix {
  return {
    title: { en: `Delete ${node.name}`, 'zh-CN': `删除 ${node.name}` },
    edit: { type: 'removeNodes', ids: [node.id], bridge },
  };
}
