import { countUses } from '#shared/document/blocks/countUses.ts';
import { dissolveBlock } from '#shared/document/blocks/dissolveBlock.ts';
import { makeBlock } from '#shared/document/blocks/makeBlock.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { EditHandlers } from '#shared/document/edit.ts';
import { changeGraph, changeNode, graphOf } from '#shared/document/edits/inGraph.ts';
import { tableOf } from '#shared/document/edits/tableOf.ts';
import { omit } from '#shared/document/omit.ts';
import type { Block, BlockId, Graph, GraphNode } from '#shared/graph/graph.ts';
import { nodeById } from '#shared/graph/queries.ts';
import { referenceOf } from '#shared/graph/resolveParams.ts';
import type { Param, ParamValue, ParamValues } from '#shared/layers/params.ts';

/** Edits that make, change and undo blocks. */
export const blockEdits: EditHandlers<
  | 'makeBlock'
  | 'dissolveBlock'
  | 'addBlocks'
  | 'removeBlock'
  | 'renameBlock'
  | 'exposeParam'
  | 'fixParam'
> = {
  makeBlock: {
    apply: (document, { inside, ...wish }) => {
      const graph = graphOf(document, inside);
      const made = graph === undefined ? null : makeBlock(graph, document.blocks, wish);
      if (made === null || document.blocks.some(({ id }) => id === wish.block)) return document;
      const changed = changeGraph(document, inside, () => made.graph);
      return { ...changed, blocks: [...changed.blocks, made.block] };
    },
    label: ({ name }) => ({ en: `Make block ${name}`, 'zh-CN': `创建模块 ${name}` }),
  },
  dissolveBlock: {
    apply: (document, { block, node }) =>
      changeGraph(document, block, (graph) => dissolveBlock(graph, document.blocks, node)),
    label: () => ({ en: 'Dissolve block', 'zh-CN': '拆开模块' }),
  },
  addBlocks: {
    apply: (document, { blocks }) => {
      const known = new Set(document.blocks.map(({ id }) => id));
      const added = blocks.filter(({ id }) => !known.has(id));
      return added.length === 0
        ? document
        : { ...document, blocks: [...document.blocks, ...added] };
    },
    label: ({ blocks }) => ({
      en: `Add block ${blocks[0]?.name ?? ''}`.trim(),
      'zh-CN': `添加模块 ${blocks[0]?.name ?? ''}`.trim(),
    }),
  },
  removeBlock: {
    apply: (document, { id }) =>
      countUses(document, id) > 0 || !document.blocks.some((block) => block.id === id)
        ? document
        : { ...document, blocks: document.blocks.filter((block) => block.id !== id) },
    label: () => ({ en: 'Remove block', 'zh-CN': '移除模块' }),
  },
  renameBlock: {
    apply: (document, { id, name }) =>
      changeBlock(document, id, (block) => (block.name === name ? block : { ...block, name })),
    label: ({ name }) => ({ en: `Rename to ${name}`, 'zh-CN': `重命名为 ${name}` }),
  },
  exposeParam: {
    apply: (document, { block: id, node, param, as }) => {
      const block = document.blocks.find((each) => each.id === id);
      const inner = block === undefined ? undefined : nodeById(block.graph, node);
      if (block === undefined || inner === undefined) return document;
      const given = inner.params[param];
      if (given !== undefined && referenceOf(given) !== null) return document;
      const known = block.params[as];
      const table = tableOf(document, inner);
      const own = table[param];
      if (own === undefined || (known !== undefined && known.type !== own.type)) return document;
      const exposed = known ?? ({ ...own, default: given ?? own.default } as Param);
      return changeBlock(document, id, (before) => ({
        ...before,
        params: { ...before.params, [as]: exposed },
        graph: changeNode(before.graph, node, (each) => ({
          ...each,
          params: { ...each.params, [param]: { param: as } },
        })),
      }));
    },
    label: ({ as }) => ({ en: `Make ${as} a parameter`, 'zh-CN': `把 ${as} 设为模块参数` }),
  },
  fixParam: {
    apply: (document, { block: id, name }) => {
      const block = document.blocks.find((each) => each.id === id);
      const param = block?.params[name];
      if (block === undefined || param === undefined) return document;
      const value = param.default as ParamValue;
      const fixed = changeBlock(document, id, (before) => ({
        ...before,
        params: omit(before.params, name),
        graph: changeNodes(before.graph, (node) => replaceReference(node, name, value)),
      }));
      const withoutArgument = (node: GraphNode) =>
        node.block === id && name in node.params
          ? { ...node, params: omit(node.params, name) }
          : node;
      return {
        ...fixed,
        graph: changeNodes(fixed.graph, withoutArgument),
        blocks: fixed.blocks.map((each) => {
          const graph = changeNodes(each.graph, withoutArgument);
          return graph === each.graph ? each : { ...each, graph };
        }),
      };
    },
    label: ({ name }) => ({ en: `Fix ${name}`, 'zh-CN': `固定 ${name}` }),
  },
};

function changeBlock(
  document: StrataDocument,
  id: BlockId,
  change: (block: Block) => Block,
): StrataDocument {
  const index = document.blocks.findIndex((block) => block.id === id);
  const before = document.blocks[index];
  if (before === undefined) return document;
  const after = change(before);
  return after === before ? document : { ...document, blocks: document.blocks.with(index, after) };
}

function changeNodes(graph: Graph, change: (node: GraphNode) => GraphNode): Graph {
  const nodes = graph.nodes.map(change);
  return nodes.every((node, index) => node === graph.nodes[index]) ? graph : { ...graph, nodes };
}

function replaceReference(node: GraphNode, name: string, value: ParamValue): GraphNode {
  const entries = Object.entries(node.params);
  if (!entries.some(([, each]) => referenceOf(each) === name)) return node;
  const params: ParamValues = Object.fromEntries(
    entries.map(([key, each]) => [key, referenceOf(each) === name ? value : each]),
  );
  return { ...node, params };
}
