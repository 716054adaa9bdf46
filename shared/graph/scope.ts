import type { GraphFacts } from '#shared/graph/facts.ts';
import type { Block, Graph, NodeId } from '#shared/graph/graph.ts';
import type { BlockArguments } from '#shared/graph/resolveParams.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Where a graph is inferred: at the top of a document, or inside an instance of a block. */
export interface Scope {
  readonly blocks: readonly Block[];
  /** `null` at the top. */
  readonly inside: BlockArguments | null;
  /** Shapes that the instance's inputs bring, by inner input node. */
  readonly bound: ReadonlyMap<NodeId, Shape> | null;
  /** The blocks around this graph, the outermost first: a block inside itself is refused. */
  readonly around: readonly Block[];
  /** Infers the inner graph of an instance. */
  infer(graph: Graph, scope: Scope, previous: GraphFacts | undefined): GraphFacts;
}
