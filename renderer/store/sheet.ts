import type { StrataDocument } from '#shared/document/document.ts';
import type { Block, Graph, NodeId } from '#shared/graph/graph.ts';
import type { GraphFacts } from '#shared/graph/inferGraph.ts';
import { nodeById } from '#shared/graph/queries.ts';
import type { DocumentProblem } from '#renderer/store/state.ts';

/** The graph that the canvas shows: the document's, or that of a block that was opened. */
export interface Sheet {
  /** Instances of blocks that were opened, the outermost first; empty: the document's own graph. */
  readonly path: readonly NodeId[];
  /** The blocks of the path. */
  readonly blocks: readonly Block[];
  /** The innermost of them; null: the document's own graph. */
  readonly block: Block | null;
  readonly graph: Graph;
  /** Shapes are those of the instance that was opened. */
  readonly facts: GraphFacts;
  readonly problems: readonly DocumentProblem[];
}

/** Tells two sheets of two documents apart. */
export function sheetKey(state: {
  readonly document: Pick<StrataDocument, 'id'>;
  readonly sheet: Pick<Sheet, 'path'>;
}): string {
  return [state.document.id, ...state.sheet.path].join('/');
}

/** What of a document is shown; a path whose instances are gone ends before them. */
export function sheetOf(
  document: StrataDocument,
  facts: GraphFacts,
  problems: readonly DocumentProblem[],
  path: readonly NodeId[],
): Sheet {
  let sheet: Sheet = {
    path: [],
    blocks: [],
    block: null,
    graph: document.graph,
    facts,
    problems,
  };
  for (const id of path) {
    const inner = sheet.facts.nodes.get(id)?.block ?? null;
    const instance = nodeById(sheet.graph, id);
    const block = document.blocks.find((each) => each.id === instance?.block);
    if (inner === null || block === undefined) break;
    sheet = {
      path: [...sheet.path, id],
      blocks: [...sheet.blocks, block],
      block,
      graph: block.graph,
      facts: inner,
      problems: problemsIn(block, inner),
    };
  }
  return sheet;
}

/** Problems of the layers in a block, with the layers' own repairs as edits of it. */
function problemsIn(block: Block, facts: GraphFacts): readonly DocumentProblem[] {
  const ofNodes = [...facts.nodes.values()].flatMap(({ node, problems }) =>
    problems.map(({ fixes, ...problem }): DocumentProblem => ({
      ...problem,
      place: { ...problem.place, node: node.id },
      ...(fixes === undefined
        ? {}
        : {
            fixes: fixes.map(({ title, params }) => ({
              title,
              edit: { type: 'setParams', block: block.id, node: node.id, params },
            })),
          }),
    })),
  );
  return [...facts.problems.map(({ fixes: _, ...problem }) => problem), ...ofNodes];
}
