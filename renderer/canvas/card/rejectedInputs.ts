import type { NodeFacts } from '#shared/graph/facts.ts';

/** Input ports whose shapes a layer with a problem cannot take: its only one, or those that differ from the first. */
export function rejectedInputs(facts: NodeFacts): readonly number[] {
  // A layer that this program does not know refuses nothing.
  if (facts.status !== 'problem' || facts.layer === undefined) return [];
  const [first] = facts.inputs;
  if (first === null || first === undefined) return [];
  if (facts.inputs.length === 1) return [0];
  return facts.inputs.flatMap((shape, port) =>
    shape !== null && shape.join() !== first.join() ? [port] : [],
  );
}
