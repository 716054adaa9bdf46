import type { Block, Graph, GraphNode, NodeId } from '#shared/graph/graph.ts';
import type { LayerDefinition, ParamPatch, WeightSpec } from '#shared/layers/defineLayer.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/**
 * How a node stands. `ready`: its output shapes are known and nothing is wrong. `problem`: something is wrong with it.
 * `waiting`: nothing is wrong with it, but a node before it has a problem.
 */
type NodeStatus = 'ready' | 'problem' | 'waiting';

/** What follows from the graph about one node. */
export interface NodeFacts {
  readonly node: GraphNode;
  /** `undefined`: the program does not know this kind, or the node is an instance of a block. */
  readonly layer: LayerDefinition | undefined;
  /** Complete, valid values: defaults filled in, invalid values replaced by defaults, references resolved. */
  readonly params: ParamValues;
  /** Input shapes by port; `null`: not connected or not known yet. */
  readonly inputs: readonly (Shape | null)[];
  /** Output shapes by port; `null`: not known. */
  readonly outputs: readonly Shape[] | null;
  readonly status: NodeStatus;
  /** The nodes with problems that this node waits for; at most eight are named. */
  readonly waitsFor: readonly NodeId[];
  readonly problems: readonly Problem<ParamPatch>[];
  /** Those of the problems that concern the values of parameters. */
  readonly paramProblems: readonly Problem<ParamPatch>[];
  /** Weights in tfjs's order; those of a block's layers are named `layer/kernel`. Empty for a node that shares another's. */
  readonly weights: readonly WeightSpec[];
  readonly parameterCount: number;
  readonly trainableCount: number;
  /** Multiply-adds of one example. */
  readonly multiplyAdds: number;
  /** Bytes of the outputs for one example, float32; an unknown size counts as 1. */
  readonly activationBytes: number;
  /** Facts of the inner graph, for an instance of a block. */
  readonly block: GraphFacts | null;
}

/** What the nodes before a node bring it. */
export interface Incoming {
  /** By port; `null`: not connected, or not known. */
  readonly shapes: readonly (Shape | null)[];
  readonly connected: readonly boolean[];
  /** Nodes with problems that keep a shape from being known. */
  readonly waitsFor: readonly NodeId[];
}

/** Sums over a graph, the insides of its blocks included. */
export interface GraphTotals {
  /** Layers without inputs and outputs. */
  readonly layerCount: number;
  readonly parameterCount: number;
  readonly trainableCount: number;
  /** Of one example. */
  readonly multiplyAdds: number;
  /** float32. */
  readonly weightBytes: number;
  /** Of one example, float32. */
  readonly activationBytes: number;
}

/** What follows from a graph: made by `inferGraph`, and given to it again after the next edit. */
export interface GraphFacts {
  readonly graph: Graph;
  readonly blocks: readonly Block[];
  readonly nodes: ReadonlyMap<NodeId, NodeFacts>;
  /** What arrived at each node: how the next inference knows whether its facts still hold. */
  readonly incoming: ReadonlyMap<NodeId, Incoming>;
  /** Topological, inputs first; nodes that stand in a circle or after one come last. */
  readonly order: readonly NodeId[];
  readonly totals: GraphTotals;
  /** Problems of the graph as a whole: circles. */
  readonly problems: readonly Problem<ParamPatch>[];
}
