import type { StrataDocument } from '#shared/document/document.ts';
import type { EditHandlers } from '#shared/document/edit.ts';
import { addEdges } from '#shared/document/edits/edgeEdits.ts';
import { changeGraph, graphOf } from '#shared/document/edits/inGraph.ts';
import { passOnWeights } from '#shared/document/edits/passOnWeights.ts';
import { makeEdge } from '#shared/document/ids.ts';
import { canConnect } from '#shared/graph/canConnect.ts';
import type { Graph, NodeId, Port } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { edgesInto } from '#shared/graph/queries.ts';

/** The edit that removes nodes. */
export const removeEdits: EditHandlers<'removeNodes'> = {
  removeNodes: {
    apply: (document, { block, ids, bridge = false }) => {
      const leaving = new Set(
        ids.filter((id) => graphOf(document, block)?.nodes.some((n) => n.id === id)),
      );
      if (leaving.size === 0) {
        return document;
      }
      const changed = changeGraph(document, block, (graph) => {
        const left = removeNodes(graph, leaving);
        return bridge ? bridgeGaps(graph, left, leaving, document.blocks) : left;
      });
      return block === undefined ? forget(changed, leaving) : changed;
    },
    label: ({ ids }) =>
      ids.length === 1
        ? { en: 'Delete layer', 'zh-CN': '删除层' }
        : { en: `Delete ${ids.length} layers`, 'zh-CN': `删除 ${ids.length} 个层` },
  },
};

function removeNodes(graph: Graph, leaving: ReadonlySet<NodeId>): Graph {
  const passedOn = passOnWeights(graph, leaving);
  return {
    ...passedOn,
    nodes: passedOn.nodes.filter((node) => !leaving.has(node.id)),
    edges: passedOn.edges.filter(
      (edge) => !leaving.has(edge.from.node) && !leaving.has(edge.to.node),
    ),
  };
}

/** Joins what fed a removed node to what it fed; a chain of removed nodes is followed to its beginning. */
function bridgeGaps(
  before: Graph,
  after: Graph,
  leaving: ReadonlySet<NodeId>,
  blocks: StrataDocument['blocks'],
): Graph {
  let graph = after;
  let facts = inferGraph(graph, blocks);
  for (const edge of before.edges) {
    if (!leaving.has(edge.from.node) || leaving.has(edge.to.node)) {
      continue;
    }
    const source = sourceOf(before, edge.from, leaving);
    if (source !== null && canConnect(graph, facts, source, edge.to).ok) {
      graph = addEdges(graph, [makeEdge(source, edge.to)]);
      facts = inferGraph(graph, blocks, facts);
    }
  }
  return graph;
}

function sourceOf(graph: Graph, port: Port, leaving: ReadonlySet<NodeId>): Port | null {
  const seen = new Set<NodeId>();
  let current = port;
  while (leaving.has(current.node)) {
    const first = edgesInto(graph, current.node)[0];
    if (first === undefined || seen.has(current.node)) {
      return null;
    }
    seen.add(current.node);
    current = first.from;
  }
  return current;
}

/** Takes removed inputs and outputs out of the bindings and the training recipe. */
function forget(document: StrataDocument, gone: ReadonlySet<NodeId>): StrataDocument {
  const outputs = without(document.training.outputs, gone);
  const inputBindings = without(document.data.bindings.inputs, gone);
  const outputBindings = without(document.data.bindings.outputs, gone);
  const training =
    outputs === document.training.outputs ? document.training : { ...document.training, outputs };
  const isBound =
    inputBindings !== document.data.bindings.inputs ||
    outputBindings !== document.data.bindings.outputs;
  const data = isBound
    ? {
        ...document.data,
        bindings: { ...document.data.bindings, inputs: inputBindings, outputs: outputBindings },
      }
    : document.data;
  return training === document.training && data === document.data
    ? document
    : { ...document, data, training };
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  gone: ReadonlySet<string>,
): Readonly<Record<string, Value>> {
  const entries = Object.entries(record);
  const left = entries.filter(([key]) => !gone.has(key));
  return left.length === entries.length ? record : Object.fromEntries(left);
}
