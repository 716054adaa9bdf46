import { checkDocument } from '#shared/document/checkDocument.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Edit } from '#shared/document/edit.ts';
import { applyEdit } from '#shared/document/edit.ts';
import { makeEdge } from '#shared/document/ids.ts';
import { findTemplate } from '#shared/document/templates.ts';
import type { GraphNode, NodeId } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** The id of the card of this name. */
export const id = (text: string) => text as NodeId;

/** A template after these edits. */
export function template(name: string, ...edits: readonly Edit[]): StrataDocument {
  const found = findTemplate(name);
  if (found === undefined) throw new Error(`No template ${name}`);
  return edits.reduce(applyEdit, found.document);
}

/** What is found in a document. */
export function check(document: StrataDocument) {
  return checkDocument(document, inferGraph(document.graph, document.blocks));
}

/** A card whose id is its name. */
export function node(name: string, kind: string, params: ParamValues = {}): GraphNode {
  return { id: id(name), kind, name, params, position: { x: 0, y: 0 } };
}

/** Adds a card, fed by these in the order of its ports. */
export function add(
  name: string,
  kind: string,
  params: ParamValues,
  ...from: readonly string[]
): Edit {
  return {
    type: 'addNode',
    node: node(name, kind, params),
    edges: from.map((source, port) =>
      makeEdge({ node: id(source), port: 0 }, { node: id(name), port }),
    ),
  };
}

/** Adds a card on an edge. */
export const insert = (name: string, kind: string, params: ParamValues, edge: string): Edit => ({
  type: 'insertOnEdge',
  node: node(name, kind, params),
  edge: edge as never,
});

/** Sets parameters of a card. */
export const set = (name: string, params: ParamValues): Edit => ({
  type: 'setParams',
  node: id(name),
  params,
});

/** A document in which something is wrong. */
export interface Case {
  readonly name: string;
  readonly document: StrataDocument;
  readonly code: string;
  readonly sentence: string;
  /** Titles of the fixes offered. */
  readonly fixes: readonly string[];
}
