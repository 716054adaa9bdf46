import type { Check, CheckContext } from '#shared/document/checks/context.ts';
import { found } from '#shared/document/checks/context.ts';
import type { Fix } from '#shared/document/fix.ts';
import { removeFix } from '#shared/document/fixes/graphFixes.ts';
import { fixesThatPass } from '#shared/document/fixes/tryFixes.ts';
import { makeEdge } from '#shared/document/ids.ts';
import { nodeWithId } from '#shared/document/newNode.ts';
import type { GraphNode, NodeId } from '#shared/graph/graph.ts';
import {
  edgesFrom,
  edgesInto,
  freeName,
  inputKind,
  inputNodes,
  nodeById,
  outputKind,
  outputNodes,
} from '#shared/graph/queries.ts';
import { withoutFixes } from '#shared/problems/problem.ts';

/** Circles, each with the lines whose removal opens it, the newest first. */
export const checkCircles: Check = (context) => {
  const { graph } = context.document;
  return context.facts.problems.map((problem) => {
    const start = problem.place?.node as NodeId | undefined;
    const members = new Set(start === undefined ? [] : circleOf(context, start));
    const edges = graph.edges.filter(
      (edge) => members.has(edge.from.node) && members.has(edge.to.node),
    );
    const candidates = edges
      .reverse()
      .slice(0, 12)
      .map((edge): Fix => {
        const from = nodeById(graph, edge.from.node)?.name ?? '';
        const to = nodeById(graph, edge.to.node)?.name ?? '';
        return {
          title: {
            en: `Remove the line from ${from} to ${to}`,
            'zh-CN': `去掉从 ${from} 到 ${to} 的连线`,
          },
          edit: { type: 'disconnect', edges: [edge.id] },
        };
      });
    const fixes = fixesThatPass(
      context,
      candidates,
      3,
      (facts) => facts.problems.length < context.facts.problems.length,
    );
    const { code, severity, place = {}, values } = withoutFixes(problem);
    return found(severity, code, place, values, fixes);
  });
};

/** Nodes that can be reached from a node and lead back to it. */
function circleOf({ document }: CheckContext, start: NodeId): readonly NodeId[] {
  const { graph } = document;
  const forward = reach([start], (id) => edgesFrom(graph, id).map((edge) => edge.to.node));
  const backward = reach([start], (id) => edgesInto(graph, id).map((edge) => edge.from.node));
  return [...forward].filter((id) => backward.has(id));
}

function reach(starts: readonly NodeId[], next: (id: NodeId) => readonly NodeId[]): Set<NodeId> {
  const seen = new Set(starts);
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const other of next(id)) {
      if (!seen.has(other)) {
        seen.add(other);
        open.push(other);
      }
    }
  }
  return seen;
}

/** A network needs an input and an output, and a layer that leads to no output does nothing. */
export const checkEnds: Check = (context) => {
  const { graph } = context.document;
  if (graph.nodes.length === 0) {
    return [found('error', 'document.empty', {}, {})];
  }
  const outputs = outputNodes(graph);
  const noInput =
    inputNodes(graph).length > 0
      ? []
      : [found('error', 'document.noInput', {}, {}, addInputFixes(context))];
  if (outputs.length === 0) {
    return [...noInput, found('error', 'document.noOutput', {}, {}, addOutputFixes(context))];
  }
  const useful = reach(
    outputs.map((node) => node.id),
    (id) => edgesInto(graph, id).map((edge) => edge.from.node),
  );
  const unused = graph.nodes.filter((node) => !useful.has(node.id));
  return [
    ...noInput,
    ...unused.map((node) =>
      found('warning', 'document.unusedLayer', { node: node.id }, { node: node.name }, [
        removeFix(node, false),
        ...(edgesFrom(graph, node.id).length === 0 ? [outputFix(context, node)] : []),
      ]),
    ),
  ];
};

function freshId({ document }: CheckContext, base: string): NodeId {
  return freeName(new Set<string>(document.graph.nodes.map((node) => node.id)), base) as NodeId;
}

function outputFix(context: CheckContext, last: GraphNode): Fix {
  const { graph } = context.document;
  const position = { x: last.position.x + 190, y: last.position.y };
  const node = nodeWithId(graph, freshId(context, outputKind), outputKind, position);
  return {
    title: { en: `Add an output after ${last.name}`, 'zh-CN': `在 ${last.name} 之后添加输出` },
    edit: {
      type: 'addNode',
      node,
      edges: [makeEdge({ node: last.id, port: 0 }, { node: node.id, port: 0 })],
    },
  };
}

/** An output after each end of the network, the end that stands deepest first. */
function addOutputFixes(context: CheckContext): readonly Fix[] {
  const { graph } = context.document;
  return context.facts.order
    .flatMap((id) => nodeById(graph, id) ?? [])
    .filter((node) => node.kind !== inputKind && edgesFrom(graph, node.id).length === 0)
    .reverse()
    .map((node) => outputFix(context, node));
}

/** An input before the first layer that has none, of the shape that the data has. */
function addInputFixes(context: CheckContext): readonly Fix[] {
  const { graph } = context.document;
  const first = graph.nodes.find((node) => edgesInto(graph, node.id).length === 0);
  if (first === undefined) {
    return [];
  }
  const feature = context.prepared.features.find((each) => each.role === 'input');
  const shape = feature?.shape ?? null;
  const position = { x: first.position.x - 190, y: first.position.y };
  const params = shape === null ? {} : { shape };
  const node = nodeWithId(graph, freshId(context, 'input'), inputKind, position, params);
  return [
    {
      title: { en: `Add an input before ${first.name}`, 'zh-CN': `在 ${first.name} 之前添加输入` },
      edit: {
        type: 'addNode',
        node,
        edges: [makeEdge({ node: node.id, port: 0 }, { node: first.id, port: 0 })],
      },
    },
  ];
}
