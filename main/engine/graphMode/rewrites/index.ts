import type { Program } from '#main/engine/graphMode/program.ts';
import { dropUnused } from '#main/engine/graphMode/rewrites/dropUnused.ts';
import { fuseBias } from '#main/engine/graphMode/rewrites/fuseBias.ts';
import { mergeConstants } from '#main/engine/graphMode/rewrites/mergeConstants.ts';
import { poolBeforeRelu } from '#main/engine/graphMode/rewrites/poolBeforeRelu.ts';
import { removeIdentities } from '#main/engine/graphMode/rewrites/removeIdentities.ts';
import type { Rewrite } from '#main/engine/graphMode/rewrites/rewriteOps.ts';
import { shareSubexpressions } from '#main/engine/graphMode/rewrites/shareSubexpressions.ts';
import { skipSoftmax } from '#main/engine/graphMode/rewrites/skipSoftmax.ts';

/** The rewrites, in an order in which each finds what those before have uncovered. */
const rewrites: readonly Rewrite[] = [
  mergeConstants,
  removeIdentities,
  fuseBias,
  mergeConstants,
  skipSoftmax,
  shareSubexpressions,
  poolBeforeRelu,
  dropUnused,
];

/** What TensorFlow's own optimizer leaves undone in training graphs. Changes no number beyond rounding. */
export function rewriteProgram(program: Program): Program {
  return rewrites.reduce((current, rewrite) => rewrite(current), program);
}
