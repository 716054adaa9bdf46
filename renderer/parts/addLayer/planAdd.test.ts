import { describe, expect, test } from 'vitest';
import {
  type Place,
  planAfter,
  planAlone,
  planBefore,
  planInsert,
} from '#renderer/parts/addLayer/planAdd.ts';
import { blankDocument } from '#renderer/store/blankDocument.ts';
import { type Edit, applyEdit } from '#shared/document/edit.ts';
import { makeEdge } from '#shared/document/ids.ts';
import type { Graph, NodeId } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

const id = (text: string) => text as NodeId;
const node = (name: string, kind: string, x: number, y = 0) => ({
  id: id(name),
  kind,
  name,
  params: {},
  position: { x, y },
});
const join = (from: string, to: string) =>
  makeEdge({ node: id(from), port: 0 }, { node: id(to), port: 0 });

function placeOf(graph: Partial<Graph>): Place {
  const whole: Graph = { nodes: [], edges: [], notes: [], ...graph };
  return { graph: whole, facts: inferGraph(whole, []) };
}

const chain = placeOf({
  nodes: [node('a', 'inputLayer', 0), node('b', 'flatten', 190), node('c', 'dense', 380)],
  edges: [join('a', 'b'), join('b', 'c')],
});

function after(place: Place, edit: Edit): Graph {
  return applyEdit({ ...blankDocument, graph: place.graph }, edit).graph;
}

function links(graph: Graph): readonly string[] {
  const name = (node: NodeId) => graph.nodes.find((one) => one.id === node)?.name ?? '?';
  return graph.edges.map((edge) => `${name(edge.from.node)}>${name(edge.to.node)}`).sort();
}

describe('adding a layer', () => {
  test('to an empty canvas', () => {
    const { node: added } = planAlone(placeOf({}), 'inputLayer');
    expect(added.position).toEqual({ x: 0, y: 0 });
  });

  test('at the end of a chain', () => {
    const plan = planAfter(chain, 'dropout', { node: id('c'), port: 0 });
    expect(plan.node.position).toEqual({ x: 570, y: 0 });
    expect(links(after(chain, plan.edit))).toEqual(['a>b', 'b>c', 'c>dropout']);
  });

  test('in the middle of a chain: what stands behind moves on', () => {
    const plan = planAfter(chain, 'dropout', { node: id('b'), port: 0 });
    const graph = after(chain, plan.edit);
    expect(links(graph)).toEqual(['a>b', 'b>dropout', 'dropout>c']);
    expect(plan.node.position).toEqual({ x: 380, y: 0 });
    expect(graph.nodes.find(({ name }) => name === 'c')?.position).toEqual({ x: 570, y: 0 });
  });

  test('before a layer', () => {
    const plan = planBefore(chain, 'dropout', { node: id('b'), port: 0 });
    expect(links(after(chain, plan.edit))).toEqual(['a>dropout', 'b>c', 'dropout>b']);
  });

  test('dropped from a connection it is a branch of its own', () => {
    const plan = planAfter(chain, 'dropout', { node: id('b'), port: 0 }, { x: 382, y: 203 });
    expect(links(after(chain, plan.edit))).toEqual(['a>b', 'b>c', 'b>dropout']);
    expect(plan.node.position).toEqual({ x: 380, y: 200 });
  });

  test('an output never goes into an edge, an input never after a layer', () => {
    expect(
      links(after(chain, planAfter(chain, 'output', { node: id('b'), port: 0 }).edit)),
    ).toEqual(['a>b', 'b>c', 'b>output']);
    const input = planAfter(chain, 'inputLayer', { node: id('c'), port: 0 });
    expect(links(after(chain, input.edit))).toEqual(['a>b', 'b>c']);
  });

  test('at the end of a wrapped row it opens the next row', () => {
    const wrapped = placeOf({
      nodes: [
        node('a', 'inputLayer', 760),
        node('b', 'flatten', 0, 170),
        node('c', 'dense', 190, 170),
      ],
      edges: [join('a', 'b'), join('b', 'c')],
    });
    const [edge] = wrapped.graph.edges;
    expect(edge).toBeDefined();
    if (edge === undefined) return;
    const plan = planInsert(wrapped, 'dropout', edge);
    expect(plan.node.position).toEqual({ x: 0, y: 170 });
    const graph = after(wrapped, plan.edit);
    expect(graph.nodes.map(({ name, position }) => [name, position.x])).toEqual([
      ['a', 760],
      ['b', 190],
      ['c', 380],
      ['dropout', 0],
    ]);
  });
});
