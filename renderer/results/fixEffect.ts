import { checkDocument } from '#shared/document/checkDocument.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { applyEdit, type Edit } from '#shared/document/edit.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** What a repair would change. */
export interface FixEffect {
  readonly document: StrataDocument;
  readonly facts: GraphFacts;
  /** Output of the layer that has the problem; null: still not known, or the layer is gone. */
  readonly outputs: readonly Shape[] | null;
  /** Parameters more or fewer, of the layers whose parameters are known on both sides, or that come or go. */
  readonly parameterChange: number;
  /** Errors that remain in the whole document. */
  readonly errorsLeft: number;
}

/** Makes a repair on a copy and looks at what follows. Pure. */
export function fixEffect(
  document: StrataDocument,
  facts: GraphFacts,
  edit: Edit,
  node: string | undefined,
): FixEffect {
  const after = applyEdit(document, edit);
  const factsAfter = inferGraph(after.graph, after.blocks, facts);
  return {
    document: after,
    facts: factsAfter,
    outputs: factsAfter.nodes.get(node as NodeId)?.outputs ?? null,
    parameterChange: parameterChange(facts, factsAfter),
    errorsLeft: checkDocument(after, factsAfter).filter(({ severity }) => severity === 'error')
      .length,
  };
}

/** Layers that waited had no parameters yet: what they get is no consequence of this repair in particular. */
function parameterChange(before: GraphFacts, after: GraphFacts): number {
  let change = 0;
  for (const [id, now] of after.nodes) {
    const was = before.nodes.get(id);
    if (was === undefined) change += now.parameterCount;
    else if (was.outputs !== null || was.parameterCount > 0) {
      change += now.parameterCount - was.parameterCount;
    }
  }
  for (const [id, was] of before.nodes) {
    if (!after.nodes.has(id)) change -= was.parameterCount;
  }
  return change;
}
