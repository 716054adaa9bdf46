import { newNodeId } from '#shared/document/ids.ts';
import { leaveOutDefaults } from '#shared/document/leaveOutDefaults.ts';
import type { Graph, GraphNode, NodeId, Position } from '#shared/graph/graph.ts';
import { uniqueName } from '#shared/graph/queries.ts';
import { findLayer } from '#shared/layers/index.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** A new node for this graph: fresh id, unique name, only the parameters that differ from their defaults. */
export function newNode(
  graph: Graph,
  kind: string,
  position: Position,
  params: ParamValues = {},
): GraphNode {
  return nodeWithId(graph, newNodeId(graph), kind, position, params);
}

/** A new node as `newNode` makes it, with an id that the caller chose. */
export function nodeWithId(
  graph: Graph,
  id: NodeId,
  kind: string,
  position: Position,
  params: ParamValues = {},
): GraphNode {
  return {
    id,
    kind,
    name: uniqueName(graph, kind),
    params: leaveOutDefaults(findLayer(kind)?.params ?? {}, params),
    position,
  };
}
