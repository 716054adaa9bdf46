import { emitProgram } from '#main/engine/graphMode/emitProgram.ts';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
import { GraphDef } from '#main/engine/graphMode/graphDef.ts';
import type { Program } from '#main/engine/graphMode/program.ts';
import { Session } from '#main/engine/graphMode/session.ts';

/** Values between −1 and 1, some of them alike, as pixels are. */
export function values(shape: readonly number[]): Float32Array {
  const length = shape.reduce((a, b) => a * b, 1);
  return Float32Array.from(
    { length },
    (_, index) => Math.round(Math.sin(index * 12.9898) * 50) / 50,
  );
}

/** What the program gives for these inputs, as a graph of its own. */
export function compute(
  context: GraphContext,
  program: Program,
  inputs: readonly Float32Array[],
): readonly Float32Array[] {
  const graph = new GraphDef();
  const ids = [...program.inputs];
  const places = new Map(
    ids.map(([id, { shape, dtype }], index) => [
      id,
      graph.placeholder(`input${index}`, dtype, shape),
    ]),
  );
  const results = emitProgram(context, graph, 'program', program, places);
  const session = new Session(context, graph);
  const feeds = Object.fromEntries(
    ids.map(([, { shape, dtype }], index) => [
      `input${index}`,
      { shape, dtype, values: inputs[index]?.slice() ?? new Float32Array() },
    ]),
  );
  const computed = results.map((result) => Float32Array.from(session.compute(feeds, result)));
  session.free();
  return computed;
}
