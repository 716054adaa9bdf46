import type { ParamTable, ParamValues } from '#shared/layers/params.ts';

declare const brand: unique symbol;
/** Id of a node, unique in its graph. */
export type NodeId = string & { readonly [brand]: 'NodeId' };
/** Id of an edge, unique in its graph. */
export type EdgeId = string & { readonly [brand]: 'EdgeId' };
/** Id of a block definition, unique in the document. */
export type BlockId = string & { readonly [brand]: 'BlockId' };

/** Place of a card on the canvas, px, top left. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/**
 * One call of one layer, or of one block (then `block` is set, `kind` is `block` and `params` are its arguments).
 * `inputLayer` and `output` are nodes too.
 */
export interface GraphNode {
  readonly id: NodeId;
  readonly kind: string;
  /** Name of the layer in the model, snake_case, unique in its graph. */
  readonly name: string;
  readonly params: ParamValues;
  readonly position: Position;
  readonly block?: BlockId;
  /** The node whose layer (and weights) this node calls again. Its own params are ignored. */
  readonly sharesWeightsWith?: NodeId;
}

/** One end of an edge; `port` counts from 0. */
export interface Port {
  readonly node: NodeId;
  readonly port: number;
}

/** A tensor's way from an output port to an input port. An input port takes one edge. */
export interface GraphEdge {
  readonly id: EdgeId;
  readonly from: Port;
  readonly to: Port;
}

/** A remark on the canvas. */
export interface GraphNote {
  readonly id: string;
  readonly text: string;
  readonly position: Position;
  readonly width: number;
  readonly height: number;
}

/** Nodes and edges of a network or of a block. The order of `nodes` is the order of inputs and outputs. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly notes: readonly GraphNote[];
}

/** A sub-network with parameters of its own; its inputLayer and output nodes are its ports, in order. */
export interface Block {
  readonly id: BlockId;
  readonly name: string;
  readonly params: ParamTable;
  readonly graph: Graph;
}
