import type { Block, GraphNode } from '#shared/graph/graph.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { ParamTable, ParamValue, ParamValues } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** The arguments in force inside a block; `null` at the top of a document. */
export interface BlockArguments {
  readonly block: Block;
  /** Complete: the instance's values, or the block's defaults. */
  readonly values: ParamValues;
}

/** The parameter of the enclosing block that a value names; null: it is a value of its own. */
export function referenceOf(value: ParamValue): string | null {
  return typeof value === 'object' &&
    value !== null &&
    'param' in value &&
    typeof value.param === 'string' &&
    !('kind' in value)
    ? value.param
    : null;
}

/**
 * Complete, valid values of a table: references to the enclosing block's parameters resolved, defaults filled in, an
 * invalid value replaced by its default. Problems: those of `parseParams`, `graph.unknownBlockParam`.
 */
export function resolveParams(
  table: ParamTable,
  node: GraphNode,
  scope: BlockArguments | null,
): ResolvedParams {
  const problems: Problem<ParamPatch>[] = [];
  const given: Record<string, ParamValue> = {};
  for (const [name, value] of Object.entries(node.params)) {
    const param = referenceOf(value);
    const resolved = param === null ? value : scope?.values[param];
    if (resolved === undefined) {
      problems.push({
        code: 'graph.unknownBlockParam',
        severity: 'error',
        place: { param: name },
        values: {
          node: node.name,
          param: name,
          reference: param,
          block: scope?.block.name ?? null,
        },
      });
    } else {
      given[name] = resolved;
    }
  }
  const parsed = parseParams(table, given);
  return {
    values: parsed.values,
    problems: problems.length === 0 ? parsed.problems : [...problems, ...parsed.problems],
  };
}

/** Complete values, and what was wrong with those that were given. */
export interface ResolvedParams {
  readonly values: ParamValues;
  readonly problems: readonly Problem<ParamPatch>[];
}
