import { prepareFeatures } from '#shared/data/prepareFeatures.ts';
import { checkBindings, checkRecipe } from '#shared/document/checks/checkData.ts';
import { checkDivision } from '#shared/document/checks/checkDivision.ts';
import { checkCircles, checkEnds } from '#shared/document/checks/checkEnds.ts';
import { checkMasks } from '#shared/document/checks/checkMasks.ts';
import { checkNames } from '#shared/document/checks/checkNames.ts';
import { checkNodes } from '#shared/document/checks/checkNodes.ts';
import { checkOutputs } from '#shared/document/checks/checkOutputs.ts';
import { checkChoices, checkNumbers } from '#shared/document/checks/checkTraining.ts';
import { checkMixing } from '#shared/document/checks/checkMixing.ts';
import { checkMovedBoxes } from '#shared/document/checks/checkMovedBoxes.ts';
import { checkWeights } from '#shared/document/checks/checkWeights.ts';
import { checkWholeNumbers } from '#shared/document/checks/checkWholeNumbers.ts';
import type { Check } from '#shared/document/checks/context.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Fix } from '#shared/document/fix.ts';
import type { GraphFacts } from '#shared/graph/inferGraph.ts';
import type { Problem } from '#shared/problems/problem.ts';

export type { Fix } from '#shared/document/fix.ts';

/** The checks, in the order in which their problems are listed: what must be mended first comes first. */
const checks: readonly Check[] = [
  checkCircles,
  checkNodes,
  checkWholeNumbers,
  checkMasks,
  checkEnds,
  checkNames,
  checkOutputs,
  checkRecipe,
  checkDivision,
  checkMixing,
  checkMovedBoxes,
  checkWeights,
  checkBindings,
  checkChoices,
  checkNumbers,
];

/**
 * All problems of a document: of its graph, its data and its training, each with what could mend it. Every fix was
 * tried: after it, the problem is gone. `place.node` names a node of the document's graph (`place.path` the blocks
 * around it), `place.param` a parameter of it or a part of the recipes (`data.source`, `training.batchSize`).
 * A network can train when none of them is an error.
 */
export function checkDocument(
  document: StrataDocument,
  facts: GraphFacts,
): readonly Problem<Fix>[] {
  const context = { document, facts, prepared: prepareFeatures(document.data) };
  return checks.flatMap((check) => check(context));
}
