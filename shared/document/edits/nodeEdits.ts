import type { EditHandlers } from '#shared/document/edit.ts';
import { addEdges } from '#shared/document/edits/edgeEdits.ts';
import { changeGraph, changeNode } from '#shared/document/edits/inGraph.ts';
import { passOnWeights } from '#shared/document/edits/passOnWeights.ts';
import { tableOf } from '#shared/document/edits/tableOf.ts';
import { titleOf } from '#shared/document/edits/titleOf.ts';
import { withoutClashes } from '#shared/document/fragment.ts';
import { leaveOutDefaults } from '#shared/document/leaveOutDefaults.ts';
import { omit } from '#shared/document/omit.ts';
import type { Graph, GraphNode } from '#shared/graph/graph.ts';
import { baseName, freeName, nodeById, weightOwner } from '#shared/graph/queries.ts';
import { findLayer } from '#shared/layers/index.ts';

/** Edits that add nodes or change what they are. */
export const nodeEdits: EditHandlers<
  'addNode' | 'setParams' | 'renameNode' | 'moveNodes' | 'replaceNode' | 'setSharing' | 'pasteGraph'
> = {
  addNode: {
    apply: (document, { block, node, edges = [] }) =>
      changeGraph(document, block, (graph) =>
        nodeById(graph, node.id) === undefined
          ? addEdges({ ...graph, nodes: [...graph.nodes, node] }, edges)
          : graph,
      ),
    label: ({ node }) => ({
      en: `Add ${titleOf(node.kind)}`,
      'zh-CN': `添加 ${titleOf(node.kind)}`,
    }),
  },
  setParams: {
    apply: (document, { block, node, params }) =>
      changeGraph(document, block, (graph) =>
        changeNode(graph, node, (before) => ({
          ...before,
          params: leaveOutDefaults(tableOf(document, before), { ...before.params, ...params }),
        })),
      ),
    label: ({ params }) => {
      const [name, ...others] = Object.keys(params);
      return name === undefined || others.length > 0
        ? { en: 'Change parameters', 'zh-CN': '修改参数' }
        : { en: `Change ${name}`, 'zh-CN': `修改 ${name}` };
    },
  },
  renameNode: {
    apply: (document, { block, node, name }) =>
      changeGraph(document, block, (graph) =>
        changeNode(graph, node, (before) => (before.name === name ? before : { ...before, name })),
      ),
    label: ({ name }) => ({ en: `Rename to ${name}`, 'zh-CN': `重命名为 ${name}` }),
  },
  moveNodes: {
    apply: (document, { block, positions }) =>
      changeGraph(document, block, (graph) => {
        const nodes = graph.nodes.map((node) => {
          const position = Object.hasOwn(positions, node.id) ? positions[node.id] : undefined;
          return position === undefined ||
            (position.x === node.position.x && position.y === node.position.y)
            ? node
            : { ...node, position };
        });
        return nodes.every((node, index) => node === graph.nodes[index])
          ? graph
          : { ...graph, nodes };
      }),
    label: ({ positions }) =>
      Object.keys(positions).length === 1
        ? { en: 'Move layer', 'zh-CN': '移动层' }
        : { en: 'Move layers', 'zh-CN': '移动多个层' },
  },
  replaceNode: {
    apply: (document, { block, node, kind, params }) =>
      changeGraph(document, block, (graph) => replaceNode(graph, node, kind, params)),
    label: ({ kind }) => ({
      en: `Replace with ${titleOf(kind)}`,
      'zh-CN': `替换为 ${titleOf(kind)}`,
    }),
  },
  setSharing: {
    apply: (document, { block, node, with: owner }) =>
      changeGraph(document, block, (graph) =>
        changeNode(graph, node, (before) => {
          if (owner !== null) {
            return owner === node ? before : { ...before, sharesWeightsWith: owner };
          }
          return ownWeights(graph, before);
        }),
      ),
    label: ({ with: owner }) =>
      owner === null
        ? { en: 'Use own weights', 'zh-CN': '改用自己的权重' }
        : { en: 'Share weights', 'zh-CN': '共用权重' },
  },
  pasteGraph: {
    apply: (document, { block, fragment }) =>
      changeGraph(document, block, (graph) => {
        const { nodes, edges } = withoutClashes(graph, fragment);
        return nodes.length === 0
          ? graph
          : { ...graph, nodes: [...graph.nodes, ...nodes], edges: [...graph.edges, ...edges] };
      }),
    label: ({ fragment }) =>
      fragment.nodes.length === 1
        ? { en: 'Paste layer', 'zh-CN': '粘贴层' }
        : {
            en: `Paste ${fragment.nodes.length} layers`,
            'zh-CN': `粘贴 ${fragment.nodes.length} 个层`,
          },
  },
};

/** The node with the parameters of the layer that it shared. */
function ownWeights(graph: Graph, node: GraphNode): GraphNode {
  return node.sharesWeightsWith === undefined
    ? node
    : {
        ...omit(node, 'sharesWeightsWith'),
        params: weightOwner(graph, node)?.params ?? node.params,
      };
}

function replaceNode(
  graph: Graph,
  id: GraphNode['id'],
  kind: string,
  params: GraphNode['params'],
): Graph {
  const before = nodeById(graph, id);
  if (before === undefined) {
    return graph;
  }
  const passedOn = passOnWeights(graph, new Set([id]));
  const names = new Set(graph.nodes.filter((node) => node.id !== id).map((node) => node.name));
  // A name that the program made says the kind; a name that a person chose stays.
  const wasMade = before.name.replace(/_\d+$/, '') === baseName(before.kind);
  const after: GraphNode = {
    ...omit(before, 'sharesWeightsWith', 'block'),
    kind,
    name: wasMade ? freeName(names, baseName(kind)) : before.name,
    params: leaveOutDefaults(findLayer(kind)?.params ?? {}, params),
  };
  const max = findLayer(kind)?.inputs.max ?? null;
  return {
    ...passedOn,
    nodes: passedOn.nodes.map((node) => (node.id === id ? after : node)),
    edges: passedOn.edges.filter(
      (edge) => max === null || edge.to.node !== id || edge.to.port < max,
    ),
  };
}
